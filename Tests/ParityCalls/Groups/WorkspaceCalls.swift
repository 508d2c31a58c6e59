import OpenRouter

/// Workspaces, their members and budgets.
let workspaceCalls: [Call] =
    budgetCalls + [
        .pages("workspaces.list") { $0.workspaces.listPages(offset: 0, limit: 1) },
        .value("workspaces.list, nothing given") { try await $0.workspaces.list() },
        .value("workspaces.create") {
            try await $0.workspaces.create(
                .init(
                    defaultImageModel: .value("openai/dall-e-3"), defaultProviderSort: .value("price"),
                    defaultTextModel: .value("openai/gpt-4o"), description: .null,
                    ioLoggingAPIKeyIDs: .value([1, 2]), ioLoggingSamplingRate: 0.5,
                    isDataDiscountLoggingEnabled: true, name: "Production", slug: "production"))
        },
        .value("workspaces.create, refused") {
            try await $0.workspaces.create(.init(name: "Production", slug: "production"))
        },
        .value("workspaces.get") { try await $0.workspaces.get(id: id) },
        .value("workspaces.update") {
            try await $0.workspaces.update(
                id: id,
                body: .init(ioLoggingAPIKeyIDs: .null, name: "Updated Workspace", slug: "updated-workspace"))
        },
        .value("workspaces.delete") { try await $0.workspaces.delete(id: id) },
        .pages("workspaces.listMembers") { $0.workspaces.listMembersPages(id: id, offset: 0, limit: 1) },
        .value("workspaces.addMembers") {
            try await $0.workspaces.addMembers(id: id, body: .init(userIDs: ["user_abc123", "user_def456"]))
        },
        .value("workspaces.removeMembers") {
            try await $0.workspaces.removeMembers(id: id, body: .init(userIDs: ["user_abc123"]))
        },
    ]

private let id = "production"

private let budgetCalls: [Call] = [
    .value("workspaces.listBudgets") { try await $0.workspaces.listBudgets(id: id) },
    .value("workspaces.getBudget") { try await $0.workspaces.getBudget(id: id, interval: .monthly) },
    .value("workspaces.setBudget") {
        try await $0.workspaces.setBudget(
            id: id, interval: .monthly, body: .init(includeBYOKInBudgets: true, limitUSD: 100))
    },
    .value("workspaces.deleteBudget") { try await $0.workspaces.deleteBudget(id: id, interval: .monthly) },
]
