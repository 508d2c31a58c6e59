import OpenRouter

/// Keys of providers that the user brings along.
let byokCalls: [Call] = [
    .pages("byok.list") { $0.byok.listPages(offset: 0, limit: 1, workspaceID: workspace, provider: .openai) },
    .value("byok.create") {
        try await $0.byok.create(
            .init(
                allowedModels: .value(["openai/gpt-4"]), allowedUserIDs: .null, isFallback: false,
                key: "sk-proj-abc123", name: .value("Production OpenAI Key"), provider: .openai,
                workspaceID: workspace))
    },
    .value("byok.get") { try await $0.byok.get(id: id) },
    .value("byok.update") {
        try await $0.byok.update(id: id, body: .init(allowedModels: .value([]), disabled: false, name: .null))
    },
    .value("byok.delete") { try await $0.byok.delete(id: id) },
]

private let id = uuid("11111111-2222-3333-4444-555555555555")
