import ApusIR

/// Which types travel in requests, and which reach themselves without an array or a map between.
struct TypeUsage {
    /// Types that a request body can hold: there the difference between an absent member and null can matter.
    let inRequests: Set<TypeID>
    /// Types that travel to the API, and those that come from it.
    private let sent: Set<TypeID>
    private let received: Set<TypeID>
    /// For each type, its strongly connected component; types in one of more than one member, or that hold themselves,
    /// need indirection.
    private let cycles: [TypeID: Int]
    private let sizes: InlineSizes
    private let types: [TypeID: TypeDefinition]

    init(_ api: API) {
        let types = Dictionary(api.types.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let bodies =
            api.operations.flatMap { $0.requestBody?.contents.map(\.type) ?? [] }
            + api.webhooks.compactMap { $0.answer.payload?.type }
        self.types = types
        inRequests = Self.reachable(from: bodies, types: types)
        let parameters = api.globals.map(\.type) + api.operations.flatMap { $0.parameters.map(\.type) }
        sent = Self.reachable(from: bodies + parameters, types: types)
        received = Self.reachable(from: Self.responses(api), types: types)
        let cycles = InlineCycles(api.types).components
        self.cycles = cycles
        sizes = InlineSizes(api.types) { Self.closesCycle($0, in: $1, cycles) }
    }

    private static func responses(_ api: API) -> [TypeReference] {
        let successes = api.operations.flatMap { operation in
            [operation.success.payload] + operation.success.alternatives.map(\.payload)
        }
        let payloads = successes + api.errors.map(\.payload) + api.webhooks.map(\.payload)
        let headers = api.operations.flatMap(\.success.headers) + api.errors.flatMap(\.headers)
        return payloads.compactMap { $0?.type } + headers.map(\.type)
    }

    /// The one way that the type travels; `nil` for both.
    func direction(of id: TypeID) -> TypeDeclaration.Direction? {
        sent.contains(id) == received.contains(id) ? nil : sent.contains(id) ? .request : .response
    }

    /// Whether a property of the type is stored outside of its holder: because the holder would contain itself, or
    /// because it is large.
    func isIndirect(_ target: TypeReference, in holder: TypeID) -> Bool {
        Self.closesCycle(target, in: holder, cycles) || sizes.isLarge(target)
    }

    /// Whether a union's payloads are stored outside of it.
    func isIndirect(_ union: Union, _ id: TypeID) -> Bool {
        cycles[id] != nil || union.variants.contains { sizes.isLarge($0.type) }
    }

    /// Whether a value of `target` stored in `holder` would make `holder` contain itself.
    private static func closesCycle(_ target: TypeReference, in holder: TypeID, _ cycles: [TypeID: Int]) -> Bool {
        guard case .named(let id) = target.nonNull, let component = cycles[holder] else { return false }
        return cycles[id] == component
    }

    /// What a type is.
    func kind(of id: TypeID) -> TypeKind? { types[id]?.kind }

    /// Every type that a value of one of `roots` can hold.
    /// - Parameter known: types that are not looked at again.
    static func reachable(
        from roots: [TypeReference], types: [TypeID: TypeDefinition], besides known: [TypeID: String] = [:]
    ) -> Set<TypeID> {
        var found: Set<TypeID> = []
        var pending = roots.compactMap(leaf)
        while let id = pending.popLast() {
            guard known[id] == nil, found.insert(id).inserted, let type = types[id] else { continue }
            pending += references(of: type).compactMap(leaf)
        }
        return found
    }

    /// The types that a definition mentions, in document order.
    static func references(of type: TypeDefinition) -> [TypeReference] {
        switch type.kind {
        case .record(let record):
            var references = record.fields.map(\.type)
            if case .typed(let value) = record.additional { references.append(value) }
            return references
        case .union(let union): return union.variants.map(\.type)
        case .tuple(let tuple): return tuple.items.map(\.type) + [tuple.rest]
        case .form(let form):
            var references = form.parts.map(\.field.type)
            if case .typed(let value) = form.additional { references.append(value) }
            return references
        case .alias(let target): return [target]
        case .enumeration: return []
        }
    }

    /// The declared type at the bottom of arrays, maps and null.
    static func leaf(_ reference: TypeReference) -> TypeID? {
        switch reference {
        case .named(let id): id
        case .array(let inner), .map(let inner), .nullable(let inner): leaf(inner)
        case .primitive: nil
        }
    }
}
