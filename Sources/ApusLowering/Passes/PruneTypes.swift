import ApusDiagnostics
import ApusIR

/// Leaves out the types that no operation needs.
enum PruneTypes {
    static func run(_ api: consuming API, keepsAll: Bool) -> Checked<API> {
        guard !keepsAll else { return Checked(api) }
        let needed = needed(api)
        api.types.removeAll { !needed.contains($0.id) }
        adoptOrphans(&api)
        return Checked(api)
    }

    /// A form has the members of a schema whose own type may not be needed: inline types of these members then stand in the
    /// first form that uses them.
    private static func adoptOrphans(_ api: inout API) {
        let index = api.types.positions
        for form in api.types {
            guard case .form = form.kind else { continue }
            form.kind.forEachReference { reference in
                guard let id = reference.namedID, let position = index[id],
                    case .nested(let parent, let role) = api.types[position].name, index[parent] == nil
                else { return }
                api.types[position].name = .nested(parent: form.id, role: role)
            }
        }
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
