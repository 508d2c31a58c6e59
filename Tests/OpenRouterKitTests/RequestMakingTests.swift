import OpenRouter
import OpenRouterKit
import Testing

/// What short forms stand for.
@Suite struct RequestMakingTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let given: JSONValue
        let want: JSONValue
        var testDescription: String { want.description }

        init(_ given: some JSONCodable, _ want: JSONValue) {
            self.given = (try? JSONValue(encoding: given)) ?? .null
            self.want = want
        }
    }

    static let name = "Ada"
    static let call = ChatToolCall(function: .init(arguments: "{}", name: "f"), id: "call-1")

    static let rows = [
        Row("Hello" as ChatMessages, ["role": "user", "content": "Hello"]),
        Row("Hello \(name)" as ChatMessages, ["role": "user", "content": "Hello Ada"]),
        Row(
            EmbeddingsRequest(input: "Hello \(name)", model: "m"),
            ["input": "Hello Ada", "model": "m"]),
        Row(EmbeddingsRequest(input: ["a", "b"], model: "m"), ["input": ["a", "b"], "model": "m"]),
        Row(ChatMessages.user("a", name: "n"), ["role": "user", "content": "a", "name": "n"]),
        Row(ChatMessages.system("a"), ["role": "system", "content": "a"]),
        Row(ChatMessages.developer("a"), ["role": "developer", "content": "a"]),
        Row(ChatMessages.assistant("a"), ["role": "assistant", "content": "a"]),
        Row(
            ChatMessages.assistant(ChatAssistantMessage(content: .null, toolCalls: [call])),
            [
                "role": "assistant", "content": nil,
                "tool_calls": [["id": "call-1", "type": "function", "function": ["name": "f", "arguments": "{}"]]],
            ]),
        Row(ChatMessages.tool("a", for: call), ["role": "tool", "content": "a", "tool_call_id": "call-1"]),
        Row(
            ChatMessages.user(["What is this?", .image(url: "https://a.b/c.png", detail: .high)]),
            [
                "role": "user",
                "content": [
                    ["type": "text", "text": "What is this?"],
                    ["type": "image_url", "image_url": ["url": "https://a.b/c.png", "detail": "high"]],
                ],
            ]),
        Row(
            ChatContentItems.image([1, 2, 3], mediaType: "image/png"),
            ["type": "image_url", "image_url": ["url": "data:image/png;base64,AQID"]]),
        Row(
            ChatContentItems.audio([1, 2, 3], format: "wav"),
            ["type": "input_audio", "input_audio": ["data": "AQID", "format": "wav"]]),
        Row(
            ChatContentItems.file([1, 2, 3], name: "a.pdf", mediaType: "application/pdf"),
            ["type": "file", "file": ["filename": "a.pdf", "file_data": "data:application/pdf;base64,AQID"]]),
        Row(
            ChatRequest(model: "openai/gpt-4o", messages: ["Hello"]),
            ["model": "openai/gpt-4o", "messages": [["role": "user", "content": "Hello"]]]),
        Row(
            ChatRequest(model: "m", messages: [.system("s"), "u"], temperature: 0.5, maxCompletionTokens: 9),
            [
                "model": "m", "temperature": 0.5, "max_completion_tokens": 9,
                "messages": [["role": "system", "content": "s"], ["role": "user", "content": "u"]],
            ]),
        Row(ResponsesRequest(model: "m", input: "Hello"), ["model": "m", "input": "Hello"]),
        Row(
            ResponsesRequest(model: "m", input: "Hello \(name)", instructions: "i"),
            ["model": "m", "input": "Hello Ada", "instructions": "i"]),
        Row(ChatToolChoice.auto, "auto"), Row(ChatToolChoice.required, "required"),
        Row(ChatToolChoice.function("f"), ["type": "function", "function": ["name": "f"]]),
    ]

    @Test(arguments: rows) func isWritten(row: Row) { #expect(row.given == row.want) }
}
