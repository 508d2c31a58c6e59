import ApusDiagnostics

/// Refuses every directive but one `%YAML` before libyaml sees it.
///
/// libyaml compares each `%TAG` with all before it, which takes quadratic time. Directives can stand only before the
/// document; behind it `LibYAML` looks with the same function. A `%` at the start of a line inside the document is
/// content, or an error of its own that costs nothing.
enum DirectiveCheck {
    static func check(_ text: CheckedText) throws(Unreadable) {
        var seen: Int?
        var rest = Prologue(bytes: text.file.bytes, offset: text.start)
        while let offset = rest.next(), text.file.bytes[offset] == UInt8(ascii: "%") {
            guard rest.isDirective("%YAML", at: offset) else { throw refused(text.file, offset) }
            if let seen { throw repeated(text.file, offset, first: seen) }
            seen = offset
            rest.skipLine()
        }
    }

    static func refused(_ file: SourceFile, _ offset: Int) -> Unreadable {
        let line = file.line(file.position(atOffset: offset).line).unicodeScalars
        let name = String(String.UnicodeScalarView(line.prefix { $0 != " " && $0 != "\t" }.prefix(40)))
        return Unreadable(
            diagnostic: .error(
                "yaml-directive", "the directive `\(name)` is not supported", at: file.range(atOffset: offset),
                hint: "Delete the line; of all directives only one `%YAML 1.2` is read."))
    }

    private static func repeated(_ file: SourceFile, _ offset: Int, first: Int) -> Unreadable {
        Unreadable(
            diagnostic: .error(
                "yaml-directive", "a second `%YAML` directive", at: file.range(atOffset: offset),
                hint: "Keep one of them.", notes: [.init("the first stands here", at: file.range(atOffset: first))]))
    }
}

/// Walks over blank lines and comments outside of a document.
struct Prologue {
    let bytes: [UInt8]
    var offset: Int

    /// The offset of the next byte that is neither white space nor a comment; `nil` at the end.
    mutating func next() -> Int? {
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): offset += 1
            case UInt8(ascii: "#"): skipLine()
            default: return offset
            }
        }
        return nil
    }

    mutating func skipLine() {
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n"), bytes[offset] != UInt8(ascii: "\r") {
            offset += 1
        }
    }

    /// Moves over whole scalars of the line.
    mutating func skipScalars(_ count: Int) {
        for _ in 0..<count where offset < bytes.count {
            offset += 1
            while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
        }
    }

    func isDirective(_ name: StaticString, at offset: Int) -> Bool {
        let end = offset + name.utf8CodeUnitCount
        let name = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
        guard bytes[offset...].starts(with: name) else { return false }
        return end == bytes.count || bytes[end] == UInt8(ascii: " ") || bytes[end] == UInt8(ascii: "\t")
    }
}
