import ApusIR

/// The body of a response that is a sequence of values, for examples: the values as the server sends them.
enum StreamText {
    /// - Parameter value: one value of the sequence, or an array of several.
    static func of(_ value: Literal, _ form: Payload.StreamForm, _ contentType: String) -> String {
        let values = if case .array(let several) = value { several } else { [value] }
        let contentType = contentType.lowercased()
        if contentType.hasPrefix("text/event-stream") {
            return values.map { event($0, form) }.joined() + (form.sentinel.map { field("data", $0) + "\n" } ?? "")
        }
        // RFC 7464 begins each text with a record separator.
        let mark = contentType.contains("json-seq") ? "\u{1E}" : ""
        return values.map { mark + JSONText.compact($0) + "\n" }.joined()
    }

    private static func event(_ value: Literal, _ form: Payload.StreamForm) -> String {
        guard form.shape == .event, case .object(let members) = value else {
            return field("data", data(value, form)) + "\n"
        }
        return members.map { field($0.key, data($0.value, form)) }.joined() + "\n"
    }

    private static func data(_ value: Literal, _ form: Payload.StreamForm) -> String {
        if case .string(let text) = value, form.shape == .event || form.content != .json { return text }
        return JSONText.compact(value)
    }

    /// A field of an event; a text of several lines takes as many.
    private static func field(_ name: String, _ text: String) -> String {
        text.split(omittingEmptySubsequences: false) { $0.isNewline }.map { "\(name): \($0)\n" }.joined()
    }
}
