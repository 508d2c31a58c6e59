/// Cuts JSON lines (at line feeds) or a JSON text sequence (at record separators, RFC 7464) into their texts.
struct RecordParser {
    /// What stands between two texts.
    let separator: UInt8
    private var input: [UInt8] = []
    private var index = 0
    private var record: [UInt8] = []
    private var isFirst = true

    init(separator: UInt8) { self.separator = separator }

    /// How many bytes are held of a text that is not whole.
    var held: Int { record.count }

    mutating func feed(_ bytes: [UInt8]) {
        input = index == input.count ? bytes : Array(input[index...]) + bytes
        index = 0
    }

    /// The next whole text, `nil` when more bytes are needed. Blank ones are passed over.
    mutating func next() -> [UInt8]? {
        while let end = input[index...].firstIndex(of: separator) {
            record += input[index..<end]
            index = end + 1
            let text = take()
            if !text.isEmpty { return text }
        }
        record += input[index...]
        index = input.count
        return nil
    }

    /// The text that the body's end ends. In a sequence a number or a word without white space behind it may have lost its
    /// end, and does not count (RFC 7464, 2.4).
    mutating func last() -> (text: [UInt8], isCut: Bool)? {
        let isClosed = record.last.map(Self.isSpace) ?? true
        let text = take()
        guard let first = text.first else { return nil }
        let endsItself = [UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\"")].contains(first)
        return (text, separator == Self.recordSeparator && !isClosed && !endsItself)
    }

    private mutating func take() -> [UInt8] {
        var text = record[...]
        record = []
        if isFirst, text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
        isFirst = false
        while let first = text.first, Self.isSpace(first) { text = text.dropFirst() }
        while let last = text.last, Self.isSpace(last) { text = text.dropLast() }
        return Array(text)
    }

    static let recordSeparator: UInt8 = 0x1E
    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
