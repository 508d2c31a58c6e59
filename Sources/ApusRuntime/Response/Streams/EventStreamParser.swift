/// Cuts a `text/event-stream` into events (WHATWG HTML, 9.2.6), however its bytes are cut into pieces.
struct EventStreamParser {
    /// The ID that the last event with one set: it stays until another comes.
    private(set) var lastEventID = ""
    private var input: [UInt8] = []
    private var index = 0
    /// The line that has begun.
    private var line: [UInt8] = []
    private var endedWithCR = false
    private var isFirstLine = true
    private var event = Pending()

    /// The fields of an event that has begun.
    private struct Pending {
        var type: String?
        var data: [UInt8] = []
        var hasData = false
        var id: String?
        var retry: Int?
    }

    /// How many bytes of an event are held that is not whole.
    var held: Int { line.count + event.data.count }

    mutating func feed(_ bytes: [UInt8]) {
        input = index == input.count ? bytes : Array(input[index...]) + bytes
        index = 0
    }

    /// The next whole event, `nil` when more bytes are needed.
    mutating func next() -> ServerSentEvent? {
        while readLine() {
            let line = takeLine()
            if line.isEmpty {
                if let event = dispatch() { return event }
            } else {
                readField(line[...])
            }
        }
        return nil
    }

    /// The data of the event that the stream's end cut off, and whether there is such an event: a comment that is not whole
    /// is no loss.
    mutating func unfinished() -> (data: [UInt8], isCut: Bool) {
        let rest = takeLine()
        readField(rest[...])
        let isCut = event.hasData || event.type != nil || !(rest.isEmpty || rest.first == UInt8(ascii: ":"))
        return (event.hasData ? event.data.dropLast() : [], isCut)
    }

    /// Moves bytes into ``line`` up to the next line's end. A line feed behind a carriage return is part of its end, even
    /// if it comes in another piece.
    private mutating func readLine() -> Bool {
        if endedWithCR, index < input.count {
            if input[index] == Self.lineFeed { index += 1 }
            endedWithCR = false
        }
        guard let end = input[index...].firstIndex(where: { $0 == Self.lineFeed || $0 == Self.carriageReturn }) else {
            line += input[index...]
            index = input.count
            return false
        }
        line += input[index..<end]
        endedWithCR = input[end] == Self.carriageReturn
        index = end + 1
        return true
    }

    private mutating func takeLine() -> [UInt8] {
        defer {
            line = []
            isFirstLine = false
        }
        let hasMark = isFirstLine && line.starts(with: [0xEF, 0xBB, 0xBF])
        return hasMark ? Array(line.dropFirst(3)) : line
    }

    private mutating func readField(_ line: ArraySlice<UInt8>) {
        let end = line.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
        var value = line[end...].dropFirst()
        if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
        switch String(decoding: line[..<end], as: UTF8.self) {
        case "event": event.type = String(decoding: value, as: UTF8.self)
        case "data":
            event.data += value
            event.data.append(Self.lineFeed)
            event.hasData = true
        case "id":
            guard !value.contains(0) else { return }
            event.id = String(decoding: value, as: UTF8.self)
            lastEventID = event.id ?? ""
        case "retry":
            guard value.allSatisfy({ (0x30...0x39).contains($0) }) else { return }
            event.retry = Int(String(decoding: value, as: UTF8.self))
        default: return
        }
    }

    /// The event that an empty line ends; `nil` where it has no data.
    private mutating func dispatch() -> ServerSentEvent? {
        defer { event = Pending() }
        guard event.hasData else { return nil }
        return ServerSentEvent(
            event: event.type.flatMap { $0.isEmpty ? nil : $0 },
            data: String(decoding: event.data.dropLast(), as: UTF8.self), id: event.id, retry: event.retry)
    }

    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")
}
