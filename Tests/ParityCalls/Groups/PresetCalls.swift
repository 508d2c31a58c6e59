import OpenRouter
import OpenRouterKit

/// Presets, made from chats, messages and responses too.
let presetCalls: [Call] = [
    .pages("presets.list") { $0.presets.listPages(offset: 0, limit: 1) },
    .value("presets.get") { try await $0.presets.get(slug: slug) },
    .value("presets.createFromChat") {
        try await $0.presets.createFromChat(
            slug: slug,
            body: .init(
                messages: [.system("You are a helpful assistant."), "What is the capital of France?"],
                model: "openai/gpt-5.4", stream: false, temperature: .value(0.7)))
    },
    .value("presets.createFromMessage") {
        try await $0.presets.createFromMessage(
            slug: slug,
            body: .init(
                maxTokens: 1024,
                messages: [
                    .init(content: .string("Hello!"), role: .user),
                    .init(content: .array([.anthropicTextBlockParam(.init(text: "Hello"))]), role: .assistant),
                ],
                model: "anthropic/claude-4.6-sonnet", stopSequences: ["END"],
                system: .string("You are a helpful assistant."), temperature: 1,
                thinking: .enabled(.init(budgetTokens: 2000))))
    },
    .value("presets.createFromResponse") {
        try await $0.presets.createFromResponse(
            slug: slug,
            body: .init(
                input: "Hello!", instructions: .value("You are a helpful assistant."), model: "openai/gpt-5.4",
                serviceTier: .value(.auto), store: false, stream: false))
    },
    .pages("presets.listVersions") { $0.presets.listVersionsPages(slug: slug, offset: 0, limit: 1) },
    .value("presets.getVersion") { try await $0.presets.getVersion(slug: slug, version: "1") },
]

private let slug = "my-preset"
