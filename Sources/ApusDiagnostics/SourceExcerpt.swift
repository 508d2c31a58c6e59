/// The line that a range begins on, and a line of carets to go below it.
///
/// A long line is cut to a window around the range; the work is bounded by that window, but for finding the column.
struct SourceExcerpt {
    let source: String
    let carets: String

    static let maximumColumns = 160
    /// What is kept of a long line before the range.
    private static let columnsBefore = 60
    /// Scalars looked at on either side: marks take no columns, so columns alone would not bound the work.
    private static let maximumScalars = 480

    /// `nil` when the line is empty or not in the file.
    init?(_ range: SourceRange) {
        let line = range.file.bytes(ofLine: range.start.line)
        guard !line.isEmpty else { return nil }
        let start = Self.offset(ofColumn: range.start.column, in: line)
        let endsHere = range.end.line == range.start.line
        let end = endsHere ? Self.offset(ofColumn: range.end.column, in: line) : line.endIndex
        let before = Self.cells(line[..<start].suffix(Self.maximumScalars * 4))
        let marked = Self.cells(line[start..<max(start, end)].prefix(Self.maximumScalars * 4))
        let after = Self.cells(line[max(start, end)...].prefix(Self.maximumScalars * 4))
        let isShort = line.count <= Self.maximumScalars * 4
        self.init(before, marked, after, isShort: isShort)
    }

    private init(_ before: [Cell], _ marked: [Cell], _ after: [Cell], isShort: Bool) {
        let isWhole = isShort && (before + marked + after).columns <= Self.maximumColumns
        let head = isWhole ? before : before.last(columns: Self.columnsBefore)
        var room = isWhole ? .max : Self.maximumColumns - head.columns
        let middle = marked.first(columns: room)
        room -= isWhole ? 0 : middle.columns
        let tail = middle.count == marked.count ? after.first(columns: room) : []
        let isCutBefore = !isWhole && head.count < before.count
        let isCutAfter = !isWhole && middle.count + tail.count < marked.count + after.count

        source = (isCutBefore ? "…" : "") + (head + middle + tail).map(\.text).joined() + (isCutAfter ? "…" : "")
        let padding = head.map { $0.text == "\t" ? "\t" : String(repeating: " ", count: $0.columns) }.joined()
        carets =
            (isCutBefore ? " " : "") + padding + "^" + String(repeating: "~", count: max(0, middle.columns - 1))
    }

    /// The index of a 1-based column, which counts Unicode scalars; the line's end when it has no such column.
    private static func offset(ofColumn column: Int, in line: ArraySlice<UInt8>) -> Int {
        var left = column
        for index in line.indices where line[index] & 0xC0 != 0x80 {
            left -= 1
            if left <= 0 { return index }
        }
        return line.endIndex
    }

    private static func cells(_ bytes: ArraySlice<UInt8>) -> [Cell] {
        String(decoding: bytes, as: UTF8.self).unicodeScalars.map(Cell.init)
    }
}

/// A scalar as a terminal shows it.
private struct Cell {
    let text: String
    let columns: Int

    init(_ scalar: Unicode.Scalar) {
        if scalar == "\t" {
            (text, columns) = ("\t", 1)
        } else if scalar.isHidden {
            text = scalar.codePoint
            columns = text.utf8.count
        } else {
            (text, columns) = (String(scalar), scalar.columns)
        }
    }
}

extension [Cell] {
    fileprivate var columns: Int { reduce(0) { $0 + $1.columns } }

    /// As many cells of the beginning as have room.
    fileprivate func first(columns room: Int) -> [Cell] {
        var left = room
        return Array(
            prefix { cell in
                left -= cell.columns
                return left >= 0
            })
    }

    /// As many cells of the end as have room.
    fileprivate func last(columns room: Int) -> [Cell] { Array(reversed()).first(columns: room).reversed() }
}

extension SourceFile {
    /// The bytes of a line, without its line break; empty when the file has no such line.
    fileprivate func bytes(ofLine number: Int) -> ArraySlice<UInt8> {
        guard lineStarts.indices.contains(number - 1) else { return [] }
        let start = lineStarts[number - 1]
        var end = number < lineStarts.count ? lineStarts[number] : bytes.count
        while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return bytes[start..<end]
    }
}
