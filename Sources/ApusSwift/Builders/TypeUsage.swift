import ApusIR

/// Which types travel in requests, and which reach themselves without an array or a map between.
struct TypeUsage {
    /// Types that a request body can hold: there the difference between an absent member and null can matter.
    let inRequests: TypeSet
    /// The types by number.
    let index: TypeIndex
    /// Types that travel to the API, and those that come from it.
    private let sent: TypeSet
    private let received: TypeSet
    /// Types that hold themselves in place need indirection.
    private let cycles: InlineCycles
    private let sizes: InlineSizes

    init(_ api: API) {
        let index = TypeIndex(api.types)
        let bodies =
            api.operations.flatMap { $0.requestBody?.contents.map(\.type) ?? [] }
            + api.webhooks.compactMap { $0.answer.payload?.type }
        let parameters = api.globals.map(\.type) + api.operations.flatMap { $0.parameters.map(\.type) }
        self.index = index
        inRequests = index.reachable(from: bodies)
        sent = index.reachable(from: bodies + parameters)
        received = index.reachable(from: Self.responses(api))
        cycles = InlineCycles(index)
        sizes = InlineSizes(index, cycles)
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
        guard let type = inline(target) else { return false }
        return sizes.isLarge(type) || index.number(of: holder).map { cycles.closes(type, in: $0) } ?? false
    }

    /// Whether a union's payloads are stored outside of it.
    func isIndirect(_ union: Union, _ id: TypeID) -> Bool {
        index.number(of: id).map(cycles.contains) ?? false
            || union.variants.contains { inline($0.type).map(sizes.isLarge) ?? false }
    }

    /// The declared type that a value is, null aside.
    private func inline(_ reference: TypeReference) -> Int? {
        guard case .named(let id) = reference.nonNull else { return nil }
        return index.number(of: id)
    }

    /// What a type is.
    func kind(of id: TypeID) -> TypeKind? { index.kind(of: id) }

    /// The types that a definition mentions, in document order.
    static func references(of kind: TypeKind) -> [TypeReference] {
        switch kind {
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
