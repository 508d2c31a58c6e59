/// A text that diagnostics point into: a spec, a template, a configuration file.
///
/// Lines end at LF, CRLF or a lone CR, as editors count them. Equality is identity of path and contents.
public final class SourceFile: Sendable {
    /// The path as the user wrote it; printed in diagnostics, never resolved to an absolute one.
    public let path: String
    /// The UTF-8 bytes of the text.
    public let bytes: [UInt8]
    /// The offset in `bytes` of the first byte of each line; never empty.
    public let lineStarts: [Int]

    /// Keeps the bytes and finds the line starts.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        self.lineStarts = Self.findLineStarts(bytes)
    }

    /// A file from text in memory.
    public convenience init(path: String, contents: String) {
        self.init(path: path, bytes: Array(contents.utf8))
    }

    /// The text of a line, without its line break. Invalid UTF-8 is shown as U+FFFD.
    /// - Parameter number: 1-based; an empty string when the file has no such line.
    public func line(_ number: Int) -> String {
        guard number >= 1, number <= lineStarts.count else { return "" }
        let start = lineStarts[number - 1]
        var end = number < lineStarts.count ? lineStarts[number] : bytes.count
        while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// The position of a byte offset; columns count Unicode scalars.
    public func position(atOffset offset: Int) -> SourcePosition {
        let offset = min(max(offset, 0), bytes.count)
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        // A scalar is one byte that is not a UTF-8 continuation byte.
        let column = bytes[lineStarts[low]..<offset].reduce(into: 1) { $0 += $1 & 0xC0 == 0x80 ? 0 : 1 }
        return SourcePosition(line: low + 1, column: column)
    }

    private static func findLineStarts(_ bytes: [UInt8]) -> [Int] {
        var starts = [0]
        bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            while index < bytes.count {
                if holdsNoBreak(bytes, index) {
                    index += 8
                    continue
                }
                // Nearly all bytes are printable: one comparison is enough for them.
                if bytes[index] <= UInt8(ascii: "\r"), endsLine(bytes, index) { starts.append(index + 1) }
                index += 1
            }
        }
        return starts
    }

    /// Whether there are eight bytes more, all of them printable ASCII: of such a byte neither it, nor it less 0x20, has the
    /// high bit; a borrow comes only from one that is less.
    private static func holdsNoBreak(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        guard index + 8 <= bytes.count else { return false }
        let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
        return (word | (word &- 0x2020_2020_2020_2020)) & 0x8080_8080_8080_8080 == 0
    }

    private static func endsLine(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        switch bytes[index] {
        case UInt8(ascii: "\n"): true
        case UInt8(ascii: "\r"): index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n")
        default: false
        }
    }
}

extension SourceFile: Hashable {
    /// Two files are equal when path and contents are.
    public static func == (lhs: SourceFile, rhs: SourceFile) -> Bool {
        lhs === rhs || (lhs.path == rhs.path && lhs.bytes == rhs.bytes)
    }

    /// Hashes the path alone: files of one path rarely differ.
    public func hash(into hasher: inout Hasher) { hasher.combine(path) }
}
