/// Cuts a template's bytes into text and tags; knows what a tag looks like, not what it means.
struct TagScanner {
    enum Kind {
        case escaped, raw, section, inverted, close, comment, partial, unsupported

        /// Whether a tag alone on its line takes the line with it.
        var mayStandAlone: Bool { self != .escaped && self != .raw && self != .unsupported }
    }

    struct ScannedTag {
        let kind: Kind
        /// Byte offsets of the whole tag.
        let range: Range<Int>
        /// Byte offsets of what the tag names, without space around it.
        let content: Range<Int>
    }

    enum Token {
        case text(Range<Int>)
        case tag(ScannedTag)
        /// A tag without its end; the range reaches to the end of its line.
        case unclosed(Range<Int>, closer: String)
    }

    let bytes: [UInt8]
    private(set) var offset: Int

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        // A byte order mark is of the file, not of the text.
        offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The next token, `nil` at the end.
    mutating func next() -> Token? {
        guard offset < bytes.count else { return nil }
        if isAt("{{", offset) { return scanTag() }
        let start = offset
        while offset < bytes.count, !isAt("{{", offset) { offset += 1 }
        return .text(start..<offset)
    }

    /// When nothing but spaces and tabs surrounds a range on its lines: where the first line begins and where the line
    /// behind the last begins.
    func line(around range: Range<Int>) -> Range<Int>? {
        var start = range.lowerBound
        while start > 0, isSpace(bytes[start - 1]) { start -= 1 }
        guard start == 0 || bytes[start - 1] == UInt8(ascii: "\n") || isBehindMark(start) else { return nil }
        var end = range.upperBound
        while end < bytes.count, isSpace(bytes[end]) { end += 1 }
        if end == bytes.count { return start..<end }
        if isAt("\r\n", end) { return start..<end + 2 }
        return bytes[end] == UInt8(ascii: "\n") ? start..<end + 1 : nil
    }

    /// Moves on, past white space that belongs to a line without text.
    mutating func skip(to offset: Int) { self.offset = offset }

    private mutating func scanTag() -> Token {
        let start = offset
        let (kind, opener) = kindOfTag(at: start)
        let closer: StaticString = isAt("{{{", start) ? "}}}" : "}}"
        var end = start + opener
        while end < bytes.count, !isAt(closer, end), kind == .comment || !isNewline(bytes[end]) { end += 1 }
        guard isAt(closer, end) else {
            // A comment may run over lines, but one without end should not hide the rest of the template.
            if kind == .comment { end = bytes[start...].firstIndex(where: isNewline) ?? bytes.count }
            offset = end
            return .unclosed(start..<end, closer: "\(closer)")
        }
        offset = end + closer.utf8CodeUnitCount
        return .tag(.init(kind: kind, range: start..<offset, content: trimmed(start + opener..<end)))
    }

    /// What the bytes behind `{{` announce, and how many bytes the opening has.
    private func kindOfTag(at start: Int) -> (Kind, opener: Int) {
        guard start + 2 < bytes.count else { return (.escaped, 2) }
        switch bytes[start + 2] {
        case UInt8(ascii: "{"): return (.raw, 3)
        case UInt8(ascii: "&"): return (.raw, 3)
        case UInt8(ascii: "#"): return (.section, 3)
        case UInt8(ascii: "^"): return (.inverted, 3)
        case UInt8(ascii: "/"): return (.close, 3)
        case UInt8(ascii: "!"): return (.comment, 3)
        case UInt8(ascii: ">"): return (.partial, 3)
        case UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: "$"): return (.unsupported, 2)
        default: return (.escaped, 2)
        }
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var range = range
        while let first = range.first, isSpace(bytes[first]) { range.removeFirst() }
        while let last = range.last, isSpace(bytes[last]) { range = range.lowerBound..<last }
        return range
    }

    private func isAt(_ text: StaticString, _ offset: Int) -> Bool {
        let count = text.utf8CodeUnitCount
        guard offset + count <= bytes.count else { return false }
        for index in 0..<count where bytes[offset + index] != text.utf8Start[index] { return false }
        return true
    }

    private func isBehindMark(_ offset: Int) -> Bool { offset == 3 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) }

    private func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

    private func isNewline(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
}
