public import OpenRouter

extension OpenResponsesResult {
    /// The messages' text, joined; empty when there is none.
    public var messageText: String {
        var text = ""
        for case .outputMessageItem(let message) in output {
            for case .responseOutputText(let part) in message.content { text += part.text }
        }
        return text
    }

    /// The calls of functions that the model asks for.
    public var functionCalls: [OutputFunctionCallItem] {
        output.compactMap { item in if case .outputFunctionCallItem(let call) = item { call } else { nil } }
    }
}
