/// Pulls the texts of a stream, one at a time: nothing is read ahead of the caller but the piece that a text came in.
actor StreamReader {
    /// One text of the stream, with the fields of its event where it has some.
    struct Item: Sendable {
        var data: [UInt8]
        var event: ServerSentEvent?
    }

    nonisolated let head: HTTPResponse
    nonisolated let context: StreamContext
    nonisolated let rules: StreamRules
    /// `nil` as soon as nothing more is to be read: letting go of a body ends its exchange.
    private var body: ResponseBody?
    private var parser: Parser
    private var hasSeenSentinel = false
    /// What is thrown behind the last value.
    private var leftOver: CallFailure?

    private enum Parser {
        case events(EventStreamParser)
        case records(RecordParser)
        /// While one of them is changed in place.
        case none

        /// How many bytes are held of a text that is not whole.
        var held: Int {
            switch self {
            case .events(let parser): parser.held
            case .records(let parser): parser.held
            case .none: 0
            }
        }

        mutating func feed(_ bytes: [UInt8]) {
            switch self {
            case .events(var parser):
                self = .none
                parser.feed(bytes)
                self = .events(parser)
            case .records(var parser):
                self = .none
                parser.feed(bytes)
                self = .records(parser)
            case .none: return
            }
        }

        mutating func next() -> Item? {
            switch self {
            case .events(var parser):
                self = .none
                defer { self = .events(parser) }
                return parser.next().map { Item(data: Array($0.data.utf8), event: $0) }
            case .records(var parser):
                self = .none
                defer { self = .records(parser) }
                return parser.next().map { Item(data: $0) }
            case .none: return nil
            }
        }
    }

    init(_ streamed: StreamedBody) {
        head = streamed.head
        context = streamed.context
        body = streamed.body
        if case .stream(let rules) = context.operation.delivery { self.rules = rules } else { rules = StreamRules() }
        let type = MediaType(head.headerFields[.contentType])
        switch type?.subtype {
        case "event-stream": parser = .events(EventStreamParser())
        case let subtype? where subtype.hasSuffix("json-seq"):
            parser = .records(RecordParser(separator: RecordParser.recordSeparator))
        default: parser = .records(RecordParser(separator: UInt8(ascii: "\n")))
        }
    }

    /// The next text; `nil` behind the last one.
    func next() async throws(CallFailure) -> Item? {
        if let failure = leftOver {
            leftOver = nil
            throw failure
        }
        while body != nil {
            if let item = parser.next() {
                // A piece of the body may hold more than the limit.
                guard item.data.count <= context.maximumEventBytes else { throw tooLarge() }
                guard rules.ends(item.data) else { return item }
                hasSeenSentinel = true
                body = nil
                return nil
            }
            if try await !readPiece() { return try last() }
        }
        return nil
    }

    /// Feeds the parser; `false` at the body's end.
    private func readPiece() async throws(CallFailure) -> Bool {
        guard parser.held <= context.maximumEventBytes else { throw tooLarge() }
        do {
            guard let piece = try await body?.next() else { return false }
            parser.feed(piece)
            return true
        } catch {
            body = nil
            throw context.broken(error, head)
        }
    }

    /// What the body's end leaves: the last of the lines, or an event that was cut off.
    private func last() throws(CallFailure) -> Item? {
        body = nil
        var item: Item?
        switch parser {
        case .events(var events):
            let (data, isCut) = events.unfinished()
            hasSeenSentinel = rules.ends(data)
            if isCut, !hasSeenSentinel { throw cutOff("in the middle of an event") }
        case .records(var records):
            if let (text, isCut) = records.last() {
                if isCut { throw cutOff("in the middle of a value") }
                if rules.ends(text) { hasSeenSentinel = true } else { item = Item(data: text) }
            }
        case .none: return nil
        }
        guard let sentinel = rules.sentinel, !hasSeenSentinel, head.status.code != 204 else { return item }
        let failure = cutOff("before `\(sentinel)`")
        guard let item else { throw failure }
        leftOver = failure
        return item
    }

    private func tooLarge() -> CallFailure {
        body = nil
        let limit = context.maximumEventBytes
        return .unexpectedStatus(
            context.response(head, [], "an event is larger than the limit of \(limit) bytes (`maximumEventBytes`)"))
    }

    private func cutOff(_ place: String) -> CallFailure {
        context.broken(TransportError(.connectionLost, .maybeSent, "the stream ended \(place)"), head)
    }
}
