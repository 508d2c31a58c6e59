import OpenRouter

/// Calls of tools, as far as they have come: fragments carry the call's index, the first one its ID and name, and each a
/// piece of the arguments.
struct ToolCallParts: Sendable {
    private var calls: [ChatToolCall] = []
    /// Where the latest call of an index stands in `calls`.
    private var places: [Int: Int] = [:]

    mutating func add(_ fragment: ChatStreamToolCall) {
        let place = place(of: fragment)
        if let id = fragment.id, !id.isEmpty { calls[place].id = id }
        // Some services repeat the name in every fragment.
        if let name = fragment.function?.name, !name.isEmpty { calls[place].function.name = name }
        calls[place].function.arguments += fragment.function?.arguments ?? ""
        calls[place].unknownFields.take(fragment.unknownFields)
        calls[place].function.unknownFields.take(fragment.function?.unknownFields ?? [:])
    }

    /// Another ID under the same index is another call: there are providers that number every call 0.
    private mutating func place(of fragment: ChatStreamToolCall) -> Int {
        if let place = places[fragment.index] {
            let known = calls[place].id
            guard let id = fragment.id, !id.isEmpty, !known.isEmpty, id != known else { return place }
        }
        calls.append(ChatToolCall(function: .init(arguments: "", name: ""), id: ""))
        places[fragment.index] = calls.count - 1
        return calls.count - 1
    }

    /// The calls in the order in which they began; `nil` when there are none, as in an answer that is not streamed.
    var whole: [ChatToolCall]? { calls.isEmpty ? nil : calls }
}
