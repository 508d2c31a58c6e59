import ApusDiagnostics
import ApusIR

/// Leaves out the types that no operation needs.
enum PruneTypes {
    static func run(_ api: consuming API, keepsAll: Bool) -> Checked<API> {
        guard !keepsAll else { return Checked(api) }
        let needed = needed(api)
        api.types.removeAll { !needed.contains($0.id) }
        return Checked(api)
    }

    private static func needed(_ api: API) -> Set<TypeID> {
        let index = api.types.positions
        var needed: Set<TypeID> = []
        var open = roots(api)
        while let id = open.popLast() {
            guard needed.insert(id).inserted, let position = index[id] else { continue }
            api.types[position].kind.forEachReference { reference in
                if let next = reference.namedID { open.append(next) }
            }
        }
        return needed
    }

    private static func roots(_ api: API) -> [TypeID] {
        var references = api.globals.map(\.type) + api.errors.flatMap(\.types)
        for operation in api.operations {
            references += operation.parameters.map(\.type)
            references += (operation.requestBody?.contents ?? []).map(\.type) + operation.success.types
        }
        for webhook in api.webhooks {
            references += [webhook.payload, webhook.answer.payload].compactMap { $0?.type }
        }
        return references.compactMap(\.namedID)
    }
}
