import OpenRouter
import OpenRouterKit

/// Chats, whole and streamed.
let chatCalls: [Call] =
    responsesCalls + [
        .value("chat.send") {
            try await $0.chat.send(
                .init(
                    maxTokens: .value(150),
                    messages: [.system("You are a helpful assistant."), "What is the capital of France?"],
                    model: "openai/gpt-4", temperature: .value(0.7)))
        },
        .value("chat.send, stream given") { try await $0.chat.send(hello(stream: false)) },
        .value("chat.send, with a tool") { try await $0.chat.send(withATool) },
        .value("chat.send, with a picture") {
            try await $0.chat.send(
                .init(
                    maxTokens: .null,
                    messages: [
                        .user(["What is this?", .image(url: "https://example.com/cat.png", detail: .low)])
                    ],
                    model: "openai/gpt-4o", stream: false, topP: .null))
        },
        .value("chat.send, routed") { try await $0.chat.send(routed) },
        .value("chat.send, with headers") {
            try await $0.chat.send(
                hello(stream: false), metadataLevel: .enabled, httpReferer: "https://my.app", appTitle: "My App",
                appCategories: "cli-agent")
        },
        .value("chat.send, too many") { try await $0.chat.send(hello(stream: false)) },
        .events("chat.stream") { try await $0.chat.stream(hello()) },
        .events("chat.stream, usage asked for") {
            var request = hello()
            request.streamOptions = .value(.init(includeUsage: true))
            return try await $0.chat.stream(request)
        },
        .events("chat.stream, an error inside") { try await $0.chat.stream(hello()) },
        .events("chat.stream, refused") { try await $0.chat.stream(hello()) },
    ]

private func hello(stream: Bool? = nil) -> ChatRequest {
    ChatRequest(messages: ["Hello"], model: "openai/gpt-4", stream: stream)
}

private let withATool = ChatRequest(
    logitBias: .value(["50256": -100]), messages: ["Hello"], model: "openai/gpt-4", parallelToolCalls: .value(false),
    seed: .value(-7), stop: .value(.array(["END", "\n"])), stream: false,
    toolChoice: .chatNamedToolChoice(.init(function: .init(name: "weather"))),
    tools: [
        .function(
            .init(
                function: .init(
                    description: "Tells the weather.", name: "weather",
                    parameters: [
                        "type": "object", "properties": ["city": ["type": "string"]], "required": ["city"],
                    ],
                    strict: .value(true))))
    ])

private let routed = ChatRequest(
    messages: ["Hello"], models: ["openai/gpt-4", "anthropic/claude-sonnet-4"],
    plugins: [.webSearchPlugin(.init(maxResults: 3))],
    provider: .value(
        .init(
            allowFallbacks: .value(false), order: .value([.openAI, .anthropic]),
            sort: .value(.providerSort(.price)), zdr: .value(true))),
    reasoning: .init(effort: .value(.high)),
    responseFormat: .chatFormatJSONSchemaConfig(
        .init(jsonSchema: .init(name: "answer", schema: ["type": "object"], strict: .value(true)))),
    sessionID: "s-1", stream: false, trace: .init(traceID: "t-1"), user: "user-7")
