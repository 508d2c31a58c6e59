import OpenRouter
import OpenRouterKit

/// The Responses API, whole and streamed.
let responsesCalls: [Call] = [
    .value("responses.send") { try await $0.responses.send(.init(model: "openai/gpt-4o", input: "Tell me a joke")) },
    .value("responses.send, defaults given") {
        try await $0.responses.send(
            .init(
                input: "Tell me a joke", instructions: .value("Be brief."), maxOutputTokens: .null,
                metadata: .value(["a": "b"]), model: "openai/gpt-4o", serviceTier: .value(.auto), store: false,
                stream: false))
    },
    .value("responses.send, items and tools") {
        try await $0.responses.send(
            .init(
                input: .array([
                    .easyInputMessage(
                        .init(content: .value(.string("Hello")), role: .user, type: "message"))
                ]),
                model: "openai/gpt-4o",
                reasoning: .value(.init(effort: .value(.low), summary: .value(.auto))), serviceTier: .value(.auto),
                store: false, stream: false,
                tools: [
                    .function(.init(name: "weather", parameters: ["type": "object"], strict: .null))
                ],
                truncation: .value(.auto)))
    },
    .events("responses.stream") { try await $0.responses.stream(hello) },
    .events("responses.stream, an error inside") { try await $0.responses.stream(hello) },
]

private let hello = ResponsesRequest(
    input: "Hello", model: "openai/gpt-4o", serviceTier: .value(.auto), store: false)
