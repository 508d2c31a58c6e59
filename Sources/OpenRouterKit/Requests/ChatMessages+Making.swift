public import OpenRouter

extension ChatMessages: ExpressibleByStringInterpolation {
    /// A text is a message of the user.
    public init(stringLiteral value: String) { self = .user(value) }

    /// A message of the user.
    public static func user(_ text: String, name: String? = nil) -> ChatMessages {
        .chatUserMessage(ChatUserMessage(content: .string(text), name: name))
    }

    /// A message of the user, of texts, pictures, sound and files.
    public static func user(_ parts: [ChatContentItems], name: String? = nil) -> ChatMessages {
        .chatUserMessage(ChatUserMessage(content: .array(parts), name: name))
    }

    /// What the model shall keep to.
    public static func system(_ text: String) -> ChatMessages {
        .chatSystemMessage(ChatSystemMessage(content: .string(text)))
    }

    /// What the model shall keep to, for models that tell developers from the system.
    public static func developer(_ text: String) -> ChatMessages {
        .chatDeveloperMessage(ChatDeveloperMessage(content: .string(text)))
    }

    /// What the model said.
    public static func assistant(_ text: String) -> ChatMessages {
        .chatAssistantMessage(ChatAssistantMessage(content: .value(.string(text))))
    }

    /// What the model said, as it came: with its calls of tools and its reasoning.
    public static func assistant(_ message: ChatAssistantMessage) -> ChatMessages { .chatAssistantMessage(message) }

    /// What came of a tool's call.
    public static func tool(_ result: String, callID: String) -> ChatMessages {
        .chatToolMessage(ChatToolMessage(content: .string(result), toolCallID: callID))
    }

    /// What came of a tool's call.
    public static func tool(_ result: String, for call: ChatToolCall) -> ChatMessages { .tool(result, callID: call.id) }
}
