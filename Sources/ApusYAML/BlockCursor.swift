import ApusDiagnostics

/// A place in a block of YAML that knows its line and column, and reads scalars that end on their line.
struct BlockCursor {
    /// A scalar with its place, and how many bytes were written for it.
    struct Scalar {
        let scalar: YAMLScalar
        let place: Place
        let bytes: Int
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var offset = 0
    private var line = 1
    private var lineStart = 0
    /// Bytes of the line, up to here, that begin no Unicode scalar.
    private var continuations = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    var position: SourcePosition { position(offset) }

    /// How far right it stands, where only spaces and dashes stand before it.
    var indent: Int { offset - lineStart }

    private func position(_ offset: Int) -> SourcePosition {
        SourcePosition(line: line, column: offset - lineStart - continuations + 1)
    }

    /// The byte at an offset; a line feed at the end.
    private func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : UInt8(ascii: "\n") }

    private func isBlank(_ offset: Int) -> Bool {
        byte(offset) == UInt8(ascii: " ") || byte(offset) == UInt8(ascii: "\n")
    }

    // MARK: Lines

    /// Moves over a `---` that is the whole first line.
    mutating func skipMarker() {
        if bytes.starts(with: "---\n".utf8) { startLine(4) }
    }

    /// Moves to the first byte of the next line that is neither empty nor a comment.
    /// - Returns: how many spaces stand before it; `nil` at the end of the text.
    mutating func nextLine() throws(NotSimple) -> Int? {
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: " "): offset += 1
            case UInt8(ascii: "\n"): startLine(offset + 1)
            case UInt8(ascii: "#"): try skipComment()
            default: return indent
            }
        }
        return nil
    }

    /// Moves over spaces and a comment behind them.
    /// - Returns: whether that was all of the line.
    mutating func isLineOver() throws(NotSimple) -> Bool {
        let start = offset
        while offset < bytes.count, bytes[offset] == UInt8(ascii: " ") { offset += 1 }
        if byte(offset) == UInt8(ascii: "#") {
            guard offset > start else { throw NotSimple() }
            try skipComment()
        }
        return byte(offset) == UInt8(ascii: "\n")
    }

    private mutating func startLine(_ start: Int) {
        offset = start
        lineStart = start
        line += 1
        continuations = 0
    }

    private mutating func skipComment() throws(NotSimple) {
        while byte(offset) != UInt8(ascii: "\n") {
            // Where a line ends otherwise, the comment does.
            guard byte(offset) != UInt8(ascii: "\r") else { throw NotSimple() }
            offset += 1
        }
    }

    // MARK: Marks

    /// Moves over one ASCII character.
    mutating func step() { offset += 1 }

    var isAtEntry: Bool { byte(offset) == UInt8(ascii: "-") && isBlank(offset + 1) }

    var isAtColon: Bool { byte(offset) == UInt8(ascii: ":") && isBlank(offset + 1) }

    /// Whether the empty collection that stands here is a mapping; `nil` where none does.
    var emptyCollection: Bool? {
        switch (byte(offset), byte(offset + 1)) {
        case (UInt8(ascii: "{"), UInt8(ascii: "}")): true
        case (UInt8(ascii: "["), UInt8(ascii: "]")): false
        default: nil
        }
    }

    // MARK: Scalars

    /// Reads a scalar, and the spaces between it and a colon.
    mutating func scalar() throws(NotSimple) -> Scalar {
        switch byte(offset) {
        case UInt8(ascii: "'"): try quoted { cursor throws(NotSimple) in try cursor.singleQuoted() }
        case UInt8(ascii: "\""): try quoted { cursor throws(NotSimple) in try cursor.doubleQuoted() }
        default: try plain()
        }
    }

    private mutating func quoted(
        _ text: (inout BlockCursor) throws(NotSimple) -> String
    ) throws(NotSimple) -> Scalar {
        let start = offset
        let first = position
        offset += 1
        let scalar = YAMLScalar(text: try text(&self), kind: .string)
        offset += 1
        let place = Place(first, position)
        let length = offset - start
        if byte(offset) == UInt8(ascii: " ") { skipToColon() }
        return Scalar(scalar: scalar, place: place, bytes: length)
    }

    private mutating func skipToColon() {
        var end = offset
        while byte(end) == UInt8(ascii: " ") { end += 1 }
        if byte(end) == UInt8(ascii: ":") { offset = end }
    }

    /// The text up to the closing quote. Most texts hold no escape and are taken in one piece.
    private mutating func singleQuoted() throws(NotSimple) -> String {
        var unescaped = ""
        while true {
            let piece = try run(upTo: UInt8(ascii: "'"), or: UInt8(ascii: "'"))
            guard byte(offset + 1) == UInt8(ascii: "'") else { return unescaped.isEmpty ? piece : unescaped + piece }
            unescaped += piece + "'"
            offset += 2
        }
    }

    private mutating func doubleQuoted() throws(NotSimple) -> String {
        var unescaped = ""
        while true {
            let piece = try run(upTo: UInt8(ascii: "\""), or: UInt8(ascii: "\\"))
            guard byte(offset) == UInt8(ascii: "\\") else { return unescaped.isEmpty ? piece : unescaped + piece }
            unescaped += piece
            unescaped.unicodeScalars.append(try escape(byte(offset + 1)))
            offset += 2
        }
    }

    /// The escapes that people write; libyaml knows the others.
    private func escape(_ name: UInt8) throws(NotSimple) -> Unicode.Scalar {
        switch name {
        case UInt8(ascii: "n"): "\n"
        case UInt8(ascii: "t"): "\t"
        case UInt8(ascii: "r"): "\r"
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): Unicode.Scalar(name)
        default: throw NotSimple()
        }
    }

    /// The text up to one of two bytes, which the line must hold.
    private mutating func run(upTo quote: UInt8, or other: UInt8) throws(NotSimple) -> String {
        let start = offset
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte == quote || byte == other { return text(start..<offset) }
            guard byte >= 0x20 else { throw NotSimple() }
            if byte & 0xC0 == 0x80 { continuations += 1 }
            offset += 1
        }
        throw NotSimple()
    }

    private func text(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }

    /// A scalar without quotes ends at a colon, a comment or the end of the line, spaces before these left out.
    private mutating func plain() throws(NotSimple) -> Scalar {
        guard beginsPlain else { throw NotSimple() }
        let start = offset
        let first = position
        var end = offset
        scan: while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: "\n"): break scan
            case UInt8(ascii: " "):
                offset += 1
                continue
            case UInt8(ascii: ":") where isBlank(offset + 1), UInt8(ascii: "#") where end < offset: break scan
            case 0..<0x20: throw NotSimple()
            case 0x80..<0xC0: continuations += 1
            default: break
            }
            offset += 1
            end = offset
        }
        let written = UnsafeBufferPointer(rebasing: bytes[start..<end])
        let text = String(decoding: written, as: UTF8.self)
        // A merge key takes an alias.
        guard text != "<<" else { throw NotSimple() }
        let scalar = YAMLScalar(text: text, kind: CoreSchema.kind(of: written))
        if offset > end, byte(offset) == UInt8(ascii: "#") { offset = end }
        return Scalar(scalar: scalar, place: Place(first, position(end)), bytes: end - start)
    }

    /// Whether a plain scalar may begin here, and means nothing else: no mark of YAML, of a document or of a byte order.
    private var beginsPlain: Bool {
        switch byte(offset) {
        case 0...0x20, 0xEF: return false
        case UInt8(ascii: ":"), UInt8(ascii: "?"), UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"),
            UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"),
            UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "%"), UInt8(ascii: "@"),
            UInt8(ascii: "`"):
            return false
        case UInt8(ascii: "-"), UInt8(ascii: "."):
            return byte(offset + 1) > 0x20 && !(indent == 0 && byte(offset + 1) == byte(offset))
        default: return true
        }
    }
}
