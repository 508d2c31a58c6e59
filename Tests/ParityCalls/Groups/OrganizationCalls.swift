import OpenRouter

/// Where logs go, and groups of the identity provider.
let organizationCalls: [Call] = [
    .pages("observability.listDestinations") {
        $0.observability.listDestinationsPages(offset: 0, limit: 1, workspaceID: exampleID)
    },
    .value("observability.createDestination") {
        try await $0.observability.createDestination(
            .init(
                apiKeyHashes: .null, broadcastGenerationCost: false, broadcastGenerationIdentity: true,
                broadcastGenerationRequestContext: false,
                config: [
                    "baseUrl": "https://us.cloud.langfuse.com", "publicKey": "pk-1", "secretKey": "sk-1",
                ],
                enabled: true,
                filterRules: .value(
                    .init(
                        enabled: true,
                        groups: [
                            .init(
                                logic: .and,
                                rules: [
                                    .init(field: .model, operator: .equals, value: .string("openai/gpt-4"))
                                ])
                        ])),
                name: "Production Langfuse", privacyMode: false, samplingRate: 0.25, type: .langfuse))
    },
    .value("observability.getDestination") { try await $0.observability.getDestination(id: destination) },
    .value("observability.updateDestination") {
        try await $0.observability.updateDestination(
            id: destination, body: .init(enabled: false, filterRules: .null, name: "Updated Langfuse"))
    },
    .value("observability.deleteDestination") { try await $0.observability.deleteDestination(id: destination) },
    .pages("scim.listMappings") { $0.scim.listMappingsPages(offset: 0, limit: 1) },
    .value("scim.createMapping") {
        try await $0.scim.createMapping(
            .init(
                role: .member, scimGroupID: exampleID, workspaceID: uuid("660e8400-e29b-41d4-a716-446655440000")))
    },
    .value("scim.getMapping") { try await $0.scim.getMapping(id: mapping) },
    .value("scim.updateMapping") { try await $0.scim.updateMapping(id: mapping, body: .init(role: .admin)) },
    .value("scim.deleteMapping") { try await $0.scim.deleteMapping(id: mapping, keepMembers: false) },
    .value("scim.deleteMapping, members kept") { try await $0.scim.deleteMapping(id: mapping, keepMembers: true) },
    .pages("scim.listGroups") { $0.scim.listGroupsPages(offset: 0, limit: 1) },
]

private let destination = uuid("99999999-aaaa-bbbb-cccc-dddddddddddd")
private let mapping = uuid("770e8400-e29b-41d4-a716-446655440000")
