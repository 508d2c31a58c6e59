import OpenRouter

/// Guardrails and whom they bind.
let guardrailCalls: [Call] = [
    .pages("guardrails.list") { $0.guardrails.listPages(offset: 0, limit: 1, workspaceID: workspace) },
    .value("guardrails.create") {
        try await $0.guardrails.create(
            .init(
                allowedModels: .null, allowedProviders: .value(["openai", "anthropic"]),
                contentFilters: .value([
                    .init(action: .redact, label: .value("[API_KEY]"), pattern: #"\b(sk-[a-zA-Z0-9]{48})\b"#)
                ]),
                description: .value("A guardrail for limiting API usage"), enforceZdrAnthropic: .value(true),
                enforceZdrGoogle: .value(false), ignoredModels: .null, limitUSD: .value(50),
                name: "My New Guardrail", resetInterval: .value(.monthly)))
    },
    .value("guardrails.get") { try await $0.guardrails.get(id: exampleID) },
    .value("guardrails.update") {
        try await $0.guardrails.update(
            id: exampleID,
            body: .init(
                description: .value("Updated description"), limitUSD: .value(75), name: "Updated Guardrail Name",
                resetInterval: .value(.weekly)))
    },
    .value("guardrails.update, emptied") {
        try await $0.guardrails.update(
            id: exampleID, body: .init(allowedModels: .value([]), description: .null, limitUSD: .null))
    },
    .value("guardrails.delete") { try await $0.guardrails.delete(id: exampleID) },
    .pages("guardrails.listKeys") { $0.guardrails.listKeysPages(id: exampleID, offset: 0, limit: 1) },
    .value("guardrails.assignKeys") {
        try await $0.guardrails.assignKeys(id: exampleID, body: .init(keyHashes: [keyHash]))
    },
    .value("guardrails.unassignKeys") {
        try await $0.guardrails.unassignKeys(id: exampleID, body: .init(keyHashes: [keyHash]))
    },
    .pages("guardrails.listMembers") { $0.guardrails.listMembersPages(id: exampleID, offset: 0, limit: 1) },
    .value("guardrails.assignMembers") {
        try await $0.guardrails.assignMembers(
            id: exampleID, body: .init(memberUserIDs: ["user_abc123", "user_def456"]))
    },
    .value("guardrails.unassignMembers") {
        try await $0.guardrails.unassignMembers(id: exampleID, body: .init(memberUserIDs: ["user_abc123"]))
    },
    .pages("guardrails.listKeyAssignments") { $0.guardrails.listKeyAssignmentsPages(offset: 0, limit: 1) },
    .pages("guardrails.listMemberAssignments") { $0.guardrails.listMemberAssignmentsPages(offset: 0, limit: 1) },
]

private let keyHash = "c56454edb818d6b14bc0d61c46025f1450b0f4012d12304ab40aacb519fcbc93"
