public import OpenRouter

extension ChatResult {
    /// The first choice's message; `nil` when there is no choice.
    public var message: ChatAssistantMessage? { choices.first?.message }
    /// The first choice's text; empty when it has none.
    public var text: String { message?.text ?? "" }
    /// The calls of tools that the first choice asks for.
    public var toolCalls: [ChatToolCall] { message?.toolCalls ?? [] }
    /// Why the first choice ended.
    public var finishReason: ChatFinishReasonEnum? { choices.first?.finishReason }
}

extension ChatAssistantMessage {
    /// The text, its parts joined; empty when there is none.
    public var text: String {
        switch content.valueOrNil {
        case .string(let text): text
        case .array(let parts):
            parts.map { part in if case .chatContentText(let text) = part { text.text } else { "" } }.joined()
        case .unknown, nil: ""
        }
    }
}
