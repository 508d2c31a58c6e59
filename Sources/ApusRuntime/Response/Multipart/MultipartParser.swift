/// Cuts a body of parts at its boundaries, as its pieces come (RFC 2046, section 5.1.1).
struct MultipartParser {
    private let delimiter: [UInt8]
    /// A boundary may be the first line: it then has no line break before it.
    private var buffer: [UInt8] = [0x0D, 0x0A]
    /// Before this index there is no delimiter.
    private var searched = 0
    private var hasBegun = false
    /// Whether the closing boundary was seen: what follows is no part.
    private(set) var isOver = false

    init(boundary: String) { delimiter = Array("\r\n--\(boundary)".utf8) }

    /// How many bytes are held of a part that is not whole.
    var held: Int { buffer.count }

    mutating func feed(_ bytes: [UInt8]) { if !isOver { buffer += bytes } }

    /// The next whole part.
    mutating func next() -> ResponsePart? {
        while !isOver, let start = delimiterStart() {
            let end: Int
            switch line(behind: start + delimiter.count) {
            case .ends(let index): end = index
            case .unfinished: return nil
            case .isText:
                // It begins like the boundary, but goes on.
                searched = start + 1
                continue
            }
            let content = buffer[..<start]
            let part = hasBegun ? Self.part(content) : nil
            buffer.removeSubrange(..<end)
            searched = 0
            hasBegun = true
            if let part { return part }
        }
        return nil
    }

    private mutating func delimiterStart() -> Int? {
        var index = searched
        while index + delimiter.count <= buffer.count {
            if buffer[index] == 0x0D, buffer[index...].starts(with: delimiter) {
                searched = index
                return index
            }
            index += 1
        }
        searched = index
        return nil
    }

    /// What stands behind a boundary on its line.
    private enum Line {
        /// Nothing, and where the line break is.
        case ends(Int)
        case isText
        /// That has not come yet.
        case unfinished
    }

    private mutating func line(behind index: Int) -> Line {
        if buffer[index...].starts(with: "--".utf8) {
            isOver = true
            return .ends(index + 2)
        }
        var end = index
        while end < buffer.count, buffer[end] == 0x20 || buffer[end] == 0x09 { end += 1 }
        guard end + 1 < buffer.count else { return .unfinished }
        // The line break stays: a part without header fields begins with it.
        return buffer[end] == 0x0D && buffer[end + 1] == 0x0A ? .ends(end) : .isText
    }

    private static func part(_ bytes: ArraySlice<UInt8>) -> ResponsePart {
        // The line break of the boundary's line, then header fields, then an empty line.
        let rest = bytes.dropFirst(2)
        var headers = HTTPFields()
        var line = rest.startIndex
        while let end = lineBreak(in: rest, from: line) {
            if end == line { return ResponsePart(headers: headers, body: Array(rest[(end + 2)...])) }
            add(rest[line..<end], to: &headers)
            line = end + 2
        }
        return ResponsePart(headers: headers, body: [])
    }

    private static func lineBreak(in bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
        var index = start
        while index + 1 < bytes.endIndex {
            if bytes[index] == 0x0D, bytes[index + 1] == 0x0A { return index }
            index += 1
        }
        return nil
    }

    private static func add(_ line: ArraySlice<UInt8>, to headers: inout HTTPFields) {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")),
            let name = HTTPField.Name(String(decoding: line[..<colon], as: UTF8.self))
        else { return }
        headers.append(HTTPField(name: name, value: String(decoding: line[(colon + 1)...], as: UTF8.self)))
    }
}
