/// Makes values of a stream's texts, by its rules.
struct StreamDecoding {
    private let head: HTTPResponse
    private let context: StreamContext
    private let rules: StreamRules

    init(_ reader: StreamReader) {
        head = reader.head
        context = reader.context
        rules = reader.rules
    }

    func decode<Value: JSONCodable>(_ item: StreamReader.Item) throws(CallFailure) -> Value {
        let value: Value
        do throws(JSONError) {
            value = try read(item)
        } catch {
            if let failure = inBandError(item) { throw failure }
            throw .decoding(DecodingFailure(response: context.response(head, item.data, nil), error: error))
        }
        if let failure = inBandError(item), Self.isUnknown(value) { throw failure }
        return value
    }

    private func read<Value: JSONCodable>(_ item: StreamReader.Item) throws(JSONError) -> Value {
        guard rules.content == .either else { return try read(item, asText: rules.content == .text) }
        do { return try read(item, asText: false) } catch { return try read(item, asText: true) }
    }

    private func read<Value: JSONCodable>(
        _ item: StreamReader.Item, asText: Bool
    ) throws(JSONError) -> Value {
        // Lines and sequences are JSON also where the data of events, which the same values can come as, is text.
        if item.event == nil, asText, let value = try? Value(jsonBytes: item.data, limits: context.jsonLimits) {
            return value
        }
        if rules.shape == .data, !asText { return try Value(jsonBytes: item.data, limits: context.jsonLimits) }
        let data: JSONValue =
            asText
            ? .string(String(decoding: item.data, as: UTF8.self))
            : try JSONValue(jsonBytes: item.data, limits: context.jsonLimits)
        guard rules.shape == .event, let event = item.event else { return try data.decode() }
        return try JSONValue.object(event.members(data: data)).decode()
    }

    /// The error that the text is by the API's habits: an event of type `error`, or JSON with the member `error`.
    private func inBandError(_ item: StreamReader.Item) -> CallFailure? {
        let kind = InBandError.find(in: item.data, context.operation)
        guard kind != nil || item.event?.event == "error" else { return nil }
        let found = kind ?? .unexpected(explanation: "an event of type `error`")
        return found.failure(head, item.data, context.trace, now: context.clock.unixSeconds)
    }

    /// Whether no branch of a union fitted: an error that the document lists among its events is a value like others.
    private static func isUnknown<Value>(_ value: Value) -> Bool {
        let mirror = Mirror(reflecting: value)
        return mirror.displayStyle == .enum && mirror.children.first?.label == "unknown"
    }
}

extension ServerSentEvent {
    /// The event as the object that documents describe: only what it sets.
    fileprivate func members(data: JSONValue) -> JSONObject {
        var members: JSONObject = ["data": data]
        if let event { members["event"] = .string(event) }
        if let id { members["id"] = .string(id) }
        if let retry { members["retry"] = .number(JSONNumber(retry)) }
        return members
    }
}
