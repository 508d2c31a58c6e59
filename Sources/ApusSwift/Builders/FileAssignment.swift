import ApusIR

/// Decides which file a type is declared in: that of the first group that reaches it, errors in a file of their own.
struct FileAssignment {
    /// Files in the order of groups, each with the types of the root and those inside them, in the IR's order.
    let models: [(fileName: String, types: [TypeDefinition])]
    /// Types inside the request types, by group.
    let requestTypes: [String: [TypeDefinition]]
    /// Types inside the webhooks.
    let webhookTypes: [TypeDefinition]

    init(_ api: API, names: NameTable) {
        let types = Dictionary(api.types.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var owner: [TypeID: String] = [:]
        func claim(_ roots: [TypeReference], for file: String) {
            // What has an owner has claimed all that it reaches.
            for id in TypeUsage.reachable(from: roots, types: types, besides: owner) { owner[id] = file }
        }
        let grouped = Dictionary(grouping: api.operations, by: \.group)
        for group in api.groups {
            claim((grouped[group.name] ?? []).flatMap(Self.roots), for: names.groupTypes[group.name] ?? "General")
        }
        claim(api.errors.flatMap(\.types), for: "Error")
        claim(api.webhooks.flatMap { [$0.payload?.type, $0.answer.payload?.type].compactMap(\.self) }, for: "Webhook")

        let order = api.groups.map { names.groupTypes[$0.name] ?? "General" } + ["Error", "Webhook", "Other"]
        var files: [String: [TypeDefinition]] = [:]
        var inRequests: [String: [TypeDefinition]] = [:]
        var inWebhooks: [TypeDefinition] = []
        let requests = Dictionary(
            api.operations.map { (names.requests[$0.id] ?? "", $0.group) }, uniquingKeysWith: { first, _ in first })
        for type in api.types {
            // A type stands in the file of the type that holds it, wherever it is used first.
            let root = names.types[type.id]?.first
            if let group = root.flatMap({ requests[$0] }) {
                inRequests[group, default: []].append(type)
            } else if let root, root == names.webhookNamespace {
                inWebhooks.append(type)
            } else {
                files[owner[Self.root(of: type, types: types)] ?? "Other", default: []].append(type)
            }
        }
        var seen: Set<String> = []
        models = order.filter { seen.insert($0).inserted && files[$0] != nil }.map { ($0, files[$0] ?? []) }
        requestTypes = inRequests
        webhookTypes = inWebhooks
    }

    private static func root(of type: TypeDefinition, types: [TypeID: TypeDefinition]) -> TypeID {
        var current = type
        while case .nested(let parent, _) = current.name, let holder = types[parent] { current = holder }
        return current.id
    }

    /// The types that an operation mentions, its errors aside.
    private static func roots(_ operation: Operation) -> [TypeReference] {
        operation.success.types + (operation.requestBody?.contents ?? []).map(\.type)
            + operation.parameters.map(\.type)
    }
}
