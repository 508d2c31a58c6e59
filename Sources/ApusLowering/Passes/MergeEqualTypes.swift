import ApusDiagnostics
import ApusIR

/// An inline type that equals another type is that type: the same named schema written out in place, or the same object
/// in two responses. Named schemas stay types of their own, equal or not, since users know them by name.
///
/// Words for people do not count in the comparison; constants do, since they are what tells many types apart.
enum MergeEqualTypes {
    static func run(_ api: consuming API) -> Checked<API> {
        let names = merges(api.types)
        guard !names.isEmpty else { return Checked(api) }
        api.types.removeAll { names[$0.id] != nil }
        for index in api.types.indices {
            let renamed = api.types[index].kind.renamed(names)
            api.types[index].kind = renamed
            api.types[index].name = api.types[index].name.renamed(names)
        }
        renameUses(&api, names)
        return Checked(api)
    }

    /// Which types are which others. Types are compared from the innermost outwards, so that two that hold equal inline
    /// types are equal in turn; one walk over all types.
    private static func merges(_ types: [TypeDefinition]) -> [TypeID: TypeID] {
        let heights = heights(types)
        var levels: [[Int]] = Array(repeating: [], count: (heights.max() ?? 0) + 1)
        for index in types.indices { levels[heights[index]].append(index) }
        var names: [TypeID: TypeID] = [:]
        var known = Dictionary<StructuralSignature, TypeID>(minimumCapacity: types.count)
        for level in levels {
            let (named, inline) = (level.filter { types[$0].isNamed }, level.filter { !types[$0].isNamed })
            for index in named + inline {
                let signature = StructuralSignature(of: types[index].kind, names)
                if let equal = known[signature] {
                    if !types[index].isNamed { names[types[index].id] = equal }
                } else {
                    known[signature] = types[index].id
                }
            }
        }
        return names
    }

    /// How many levels of inline types each type holds.
    private static func heights(_ types: [TypeDefinition]) -> [Int] {
        let index = types.positions
        var heights: [Int?] = Array(repeating: nil, count: types.count)
        // What stands inline nests no deeper than the text does; what a reference leads to is not looked into.
        func height(_ position: Int) -> Int {
            if let known = heights[position] { return known }
            heights[position] = 0
            var own = 0
            types[position].kind.forEachReference { reference in
                guard let target = reference.namedID.flatMap({ index[$0] }) else { return }
                guard !types[target].hasNameOfItsOwn else { return }
                own = max(own, height(target) + 1)
            }
            heights[position] = own
            return own
        }
        return types.indices.map(height)
    }

    private static func renameUses(_ api: inout API, _ names: [TypeID: TypeID]) {
        for index in api.globals.indices { api.globals[index].type = api.globals[index].type.renamed(names) }
        for index in api.operations.indices { rename(&api.operations[index], names) }
        for index in api.webhooks.indices { rename(&api.webhooks[index], names) }
        renameErrors(&api, names)
    }

    private static func rename(_ webhook: inout Webhook, _ names: [TypeID: TypeID]) {
        if let type = webhook.payload?.type { webhook.payload?.type = type.renamed(names) }
        if let type = webhook.answer.payload?.type { webhook.answer.payload?.type = type.renamed(names) }
    }

    private static func rename(_ operation: inout Operation, _ names: [TypeID: TypeID]) {
        for index in operation.parameters.indices {
            operation.parameters[index].type = operation.parameters[index].type.renamed(names)
        }
        if var body = operation.requestBody {
            for index in body.contents.indices { body.contents[index].type = body.contents[index].type.renamed(names) }
            body.unite()
            operation.requestBody = body
        }
        if let type = operation.success.payload?.type { operation.success.payload?.type = type.renamed(names) }
        for (index, one) in operation.success.alternatives.enumerated() {
            if let type = one.payload?.type {
                operation.success.alternatives[index].payload?.type = type.renamed(names)
            }
        }
        rename(&operation.success.headers, names)
        if !operation.success.alternatives.isEmpty { operation.success.unite() }
    }

    private static func rename(_ headers: inout [ResponseHeader], _ names: [TypeID: TypeID]) {
        for index in headers.indices { headers[index].type = headers[index].type.renamed(names) }
    }

    /// Errors of one status whose types became one are one error.
    private static func renameErrors(_ api: inout API, _ names: [TypeID: TypeID]) {
        var ids: [ErrorID: ErrorID] = [:]
        var seen: Set<ErrorID> = []
        api.errors = api.errors.compactMap { error in
            var error = error
            rename(&error.headers, names)
            if let payload = error.payload, payload.type.renamed(names) != payload.type {
                let type = payload.type.renamed(names)
                let text = error.id.rawValue.replacing(payload.type.description, with: type.description)
                ids[error.id] = ErrorID(rawValue: text)
                error.id = ErrorID(rawValue: text)
                error.payload?.type = type
            }
            return seen.insert(error.id).inserted ? error : nil
        }
        for index in api.operations.indices {
            for position in api.operations[index].errors.indices {
                let id = api.operations[index].errors[position].id
                api.operations[index].errors[position].id = ids[id] ?? id
            }
        }
    }
}

extension TypeDefinition {
    /// Whether a reference led to it.
    fileprivate var hasNameOfItsOwn: Bool {
        name.schemaName != nil
    }

    /// Whether it is a named schema. The target of a reference deep into one has a word for a name, but is inline there.
    fileprivate var isNamed: Bool {
        hasNameOfItsOwn
            && (id.rawValue.utf8.starts(with: "schemas/".utf8) || id.rawValue.utf8.starts(with: "files/".utf8))
    }
}

extension TypeName {
    fileprivate func renamed(_ names: [TypeID: TypeID]) -> TypeName {
        guard case .nested(let parent, let role) = self, let new = names[parent] else { return self }
        return .nested(parent: new, role: role)
    }
}
