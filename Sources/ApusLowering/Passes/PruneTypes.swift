import ApusDiagnostics
import ApusIR

/// Leaves out the types that no operation needs.
enum PruneTypes {
    static func run(_ api: API, keepsAll: Bool) -> Checked<API> {
        guard !keepsAll else { return Checked(api) }
        var api = api
        let needed = needed(api)
        api.types.removeAll { !needed.contains($0.id) }
        return Checked(api)
    }

    private static func needed(_ api: API) -> Set<TypeID> {
        let index = Dictionary(uniqueKeysWithValues: api.types.enumerated().map { ($1.id, $0) })
        var needed: Set<TypeID> = []
        var open = roots(api)
        while let id = open.popLast() {
            guard needed.insert(id).inserted, let position = index[id] else { continue }
            open += api.types[position].kind.references.compactMap(\.namedID)
        }
        return needed
    }

    private static func roots(_ api: API) -> [TypeID] {
        var references = api.globals.map(\.type) + api.errors.compactMap { $0.payload?.type }
        for operation in api.operations {
            references += operation.parameters.map(\.type)
            references += [operation.requestBody, operation.success.payload].compactMap { $0?.type }
        }
        return references.compactMap(\.namedID)
    }
}
