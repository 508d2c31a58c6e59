import ApusDiagnostics

/// A place in a JSON text that knows its line and column, and reads scalars.
struct JSONCursor {
    let file: SourceFile
    let bytes: UnsafeBufferPointer<UInt8>
    var offset: Int
    private var line = 1
    /// What to subtract from an offset to have the column: bytes before the line, and bytes within it that begin no
    /// Unicode scalar.
    private var columnBase = 0

    init(file: SourceFile, bytes: UnsafeBufferPointer<UInt8>, offset: Int) {
        self.file = file
        self.bytes = bytes
        self.offset = offset
        // The byte order mark is one scalar of three bytes.
        columnBase = offset == 0 ? 0 : offset - 1
    }

    /// The byte at the cursor; `nil` at the end.
    var byte: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    var position: SourcePosition { SourcePosition(line: line, column: offset - columnBase + 1) }

    mutating func skipWhiteSpace() {
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: " "), UInt8(ascii: "\t"): offset += 1
            case UInt8(ascii: "\r") where offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "\n"):
                offset += 1
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                offset += 1
                line += 1
                columnBase = offset
            default: return
            }
        }
    }

    /// A syntax error at the cursor.
    func unexpected(_ expected: String) -> Unreadable {
        let found =
            file.scalar(at: position).map(\.shown) ?? (byte == nil ? "the end of the text" : "the end of the line")
        return syntaxError("\(expected) was expected, but here is \(found)", hint: Self.commonMistakes)
    }

    func syntaxError(_ message: String, hint: String) -> Unreadable {
        Unreadable(diagnostic: .error("json-syntax", message, at: file.range(at: position), hint: hint), isSyntax: true)
    }

    private static let commonMistakes =
        "Look for a missing or doubled comma, a missing quote, or a bracket that is not closed."

    // MARK: Scalars

    mutating func scalar() throws(Unreadable) -> YAMLScalar {
        guard let byte else { throw unexpected("a value") }
        switch byte {
        case UInt8(ascii: "\""): return YAMLScalar(text: try string(), kind: .string)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        case UInt8(ascii: "t"): return try word("true", .boolean(true))
        case UInt8(ascii: "f"): return try word("false", .boolean(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: throw unexpected("a value")
        }
    }

    private mutating func word(_ word: StaticString, _ kind: YAMLScalar.Kind) throws(Unreadable) -> YAMLScalar {
        let name = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        guard bytes[offset...].starts(with: name) else { throw unexpected("a value") }
        offset += word.utf8CodeUnitCount
        return YAMLScalar(text: "\(word)", kind: kind)
    }

    /// RFC 8259, section 6; the digits stay text.
    private mutating func number() throws(Unreadable) -> YAMLScalar {
        let start = offset
        var kind = YAMLScalar.Kind.integer
        if byte == UInt8(ascii: "-") { offset += 1 }
        if byte == UInt8(ascii: "0") { offset += 1 } else { try digits() }
        if byte == UInt8(ascii: ".") {
            kind = .float
            offset += 1
            try digits()
        }
        if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
            kind = .float
            offset += 1
            if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { offset += 1 }
            try digits()
        }
        return YAMLScalar(text: text(start..<offset), kind: kind)
    }

    private mutating func digits() throws(Unreadable) {
        let start = offset
        while let digit = byte, UInt8(ascii: "0")...UInt8(ascii: "9") ~= digit { offset += 1 }
        if offset == start { throw unexpected("a digit") }
    }

    private func text(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }

    /// RFC 8259, section 7. Most strings hold no escape and are taken in one piece.
    private mutating func string() throws(Unreadable) -> String {
        let opening = self
        offset += 1
        var piece = offset
        var unescaped = ""
        while let byte {
            switch byte {
            case UInt8(ascii: "\""):
                let last = text(piece..<offset)
                offset += 1
                return unescaped.isEmpty ? last : unescaped + last
            case UInt8(ascii: "\\"):
                unescaped += text(piece..<offset)
                unescaped.unicodeScalars.append(try escape())
                piece = offset
            case 0..<0x20:
                throw syntaxError(
                    "`\(Unicode.Scalar(byte).codePoint)` stands inside a string",
                    hint: "Write it as an escape, such as `\\n`.")
            default:
                if byte & 0xC0 == 0x80 { columnBase += 1 }
                offset += 1
            }
        }
        throw opening.syntaxError("the quote that opens here is never closed", hint: "Close it; write `\\\"` inside.")
    }

    /// Reads one escape, two for a surrogate pair.
    private mutating func escape() throws(Unreadable) -> Unicode.Scalar {
        let start = self
        offset += 1
        let name = byte
        offset += 1
        switch name {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(name ?? 0)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try start.character(try codeUnits(start))
        default: throw start.syntaxError("this is no escape of JSON", hint: "Write `\\\\` for a backslash.")
        }
    }

    /// The one or two UTF-16 code units of a `\u` escape whose `\u` is behind the cursor.
    private mutating func codeUnits(_ start: JSONCursor) throws(Unreadable) -> [UInt16] {
        let first = try start.hexadecimal(&self)
        guard UTF16.isLeadSurrogate(first), bytes[offset...].starts(with: "\\u".utf8) else { return [first] }
        offset += 2
        return [first, try start.hexadecimal(&self)]
    }

    private func hexadecimal(_ cursor: inout JSONCursor) throws(Unreadable) -> UInt16 {
        var value: UInt16 = 0
        for _ in 0..<4 {
            guard let digit = cursor.byte.flatMap(Self.digit) else {
                throw syntaxError("the escape lacks hexadecimal digits", hint: "Write `\\u` with four of them.")
            }
            value = value << 4 | digit
            cursor.offset += 1
        }
        return value
    }

    private static func digit(_ byte: UInt8) -> UInt16? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }

    private func character(_ units: [UInt16]) throws(Unreadable) -> Unicode.Scalar {
        var decoder = UTF16()
        var iterator = units.makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&iterator), case .emptyInput = decoder.decode(&iterator)
        else {
            throw Unreadable(
                diagnostic: .error(
                    "json-syntax", "the escape is half of a surrogate pair and stands for no character",
                    at: file.range(at: position),
                    hint: "Write both halves, such as `\\ud83d\\ude00`, or the character itself."))
        }
        return scalar
    }
}
