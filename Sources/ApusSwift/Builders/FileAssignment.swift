import ApusIR

/// Decides which file a type is declared in: that of the first group that reaches it, errors in a file of their own.
struct FileAssignment {
    /// Files in the order of groups, each with the types of the root and those inside them, in the IR's order.
    let models: [(fileName: String, types: [TypeDefinition])]
    /// Types inside the request types, by group.
    let requestTypes: [String: [TypeDefinition]]
    /// Types inside the webhooks.
    let webhookTypes: [TypeDefinition]

    init(_ api: API, names: NameTable, index: TypeIndex) {
        var owner: [String?] = Array(repeating: nil, count: index.types.count)
        func claim(_ roots: [TypeReference], for file: String) {
            index.reach(from: roots) { type in
                // What has an owner has claimed all that it reaches.
                guard owner[type] == nil else { return false }
                owner[type] = file
                return true
            }
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
                files[Self.root(of: type, index).flatMap { owner[$0] } ?? "Other", default: []].append(type)
            }
        }
        var seen: Set<String> = []
        models = order.filter { seen.insert($0).inserted && files[$0] != nil }.map { ($0, files[$0] ?? []) }
        requestTypes = inRequests
        webhookTypes = inWebhooks
    }

    /// The type that holds it, and is held by none itself.
    private static func root(of type: TypeDefinition, _ index: TypeIndex) -> Int? {
        guard var current = index.number(of: type.id) else { return nil }
        while case .nested(let parent, _) = index.types[current].name, let holder = index.number(of: parent) {
            current = holder
        }
        return current
    }

    /// The types that an operation mentions, its errors aside.
    private static func roots(_ operation: Operation) -> [TypeReference] {
        operation.success.types + (operation.requestBody?.contents ?? []).map(\.type)
            + operation.parameters.map(\.type)
    }
}
