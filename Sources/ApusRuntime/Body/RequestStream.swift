/// Values that a request sends one after the other: from a list, or from a sequence as they come.
///
/// ```swift
/// body: [first, second]                       // at hand
/// body: .stream { readings() }                // a factory: called at each attempt, and read as fast as the server is
/// body: .once(readings)                       // cannot be sent a second time
/// ```
public struct RequestStream<Item: JSONCodable & Sendable>: Sendable {
    private let make: @Sendable (StreamFraming) throws(RequestProblem) -> RequestBody

    private init(make: @escaping @Sendable (StreamFraming) throws(RequestProblem) -> RequestBody) { self.make = make }

    /// Values at hand.
    public init(_ items: [Item]) {
        make = { framing throws(RequestProblem) in
            var all: [UInt8] = []
            for item in items { all += try framing.bytes(item) }
            return .bytes(all)
        }
    }

    /// The sequence that the function makes anew for each attempt: it must have the same values each time.
    public static func stream<Items: AsyncSequence & Sendable>(
        _ make: @escaping @Sendable () throws -> Items
    ) -> RequestStream where Items.Element == Item {
        RequestStream(make: { framing in .stream { try make().map { item in try Self.piece(item, framing) } } })
    }

    /// A sequence that can be read once only: as soon as its first value is asked for, the call is not tried again.
    public static func once<Items: AsyncSequence & Sendable>(_ items: Items) -> RequestStream
    where Items.Element == Item {
        RequestStream(make: { framing in .once(items.map { item in try Self.piece(item, framing) }) })
    }

    func body(_ framing: StreamFraming) throws(RequestProblem) -> RequestBody { try make(framing) }

    private static func piece(_ item: Item, _ framing: StreamFraming) throws -> [UInt8] {
        do { return try framing.bytes(item) } catch { throw RequestBodyError(error.message) }
    }
}

extension RequestStream: ExpressibleByArrayLiteral {
    /// Values at hand.
    public init(arrayLiteral elements: Item...) { self.init(elements) }
}

/// How one value of a stream is written.
struct StreamFraming: Sendable {
    private enum Kind {
        case lines, sequence, events
    }

    private let kind: Kind
    private let rules: StreamRules

    init(contentType: String, rules: StreamRules) {
        self.rules = rules
        let type = MediaType(contentType)
        if type?.subtype == "event-stream" {
            kind = .events
        } else {
            kind = type?.subtype.hasSuffix("json-seq") == true ? .sequence : .lines
        }
    }

    func bytes<T: JSONCodable>(_ item: T) throws(RequestProblem) -> [UInt8] {
        switch kind {
        case .lines: return try json(item) + [0x0A]
        case .sequence: return [0x1E] + (try json(item)) + [0x0A]
        case .events: return Array(try event(RequestBuilder.json(item, "item")).utf8)
        }
    }

    private func json<T: JSONCodable>(_ item: T) throws(RequestProblem) -> [UInt8] {
        try RequestBuilder.bytes(item, "an item of the request body")
    }

    /// WHATWG HTML, section 9.2.5: a field a line, and an empty line behind each event.
    private func event(_ item: JSONValue) throws(RequestProblem) -> String {
        guard rules.shape == .event, case .object(let members) = item else { return try data(item) + "\n" }
        var text = ""
        for key in ["event", "id", "retry"] {
            guard let value = members[key].flatMap(ParameterShape.scalar) else { continue }
            guard !value.contains(where: \.isNewline), !value.unicodeScalars.contains("\0") else {
                throw RequestProblem(.parameter, "the field `\(key)` of an event cannot have line breaks")
            }
            text += "\(key): \(value)\n"
        }
        if let value = members["data"], value != .null { text += try data(value) }
        return text + "\n"
    }

    private func data(_ value: JSONValue) throws(RequestProblem) -> String {
        var text = String(decoding: try json(value), as: UTF8.self)
        if rules.content != .json, case .string(let plain) = value { text = plain }
        return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .map { "data: \($0)\n" }.joined()
    }
}
