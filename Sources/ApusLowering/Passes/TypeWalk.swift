import ApusIR

/// Walking and rewriting the uses of types.
extension TypeReference {
    /// The declared type inside lists, maps and null.
    var namedID: TypeID? {
        switch self {
        case .named(let id): id
        case .primitive: nil
        case .array(let inner), .map(let inner), .nullable(let inner): inner.namedID
        }
    }

    /// The same use with other IDs.
    func renamed(_ names: [TypeID: TypeID]) -> TypeReference {
        switch self {
        case .named(let id): names[id].map { .named($0) } ?? self
        case .primitive: self
        case .array(let inner): .array(inner.renamed(names))
        case .map(let inner): .map(inner.renamed(names))
        case .nullable(let inner): .nullable(inner.renamed(names))
        }
    }
}

extension TypeName {
    /// The name of the schema that it is, or whose input it is.
    var schemaName: String? {
        switch self {
        case .named(let name), .input(let name): name
        case .nested, .operation, .webhook: nil
        }
    }
}

extension [TypeDefinition] {
    /// Where each type is in the list.
    var positions: [TypeID: Int] {
        var positions: [TypeID: Int] = [:]
        positions.reserveCapacity(count)
        // By index, so that no definition is copied on the way.
        for index in indices { positions[self[index].id] = index }
        return positions
    }
}

extension TypeKind {
    /// Walks over the uses of types in a declaration, in order.
    func forEachReference(_ body: (TypeReference) -> Void) {
        switch self {
        case .enumeration: return
        case .alias(let reference): body(reference)
        case .union(let union):
            for index in union.variants.indices { body(union.variants[index].type) }
        case .record(let record):
            // By index, so that the fields, which are large, are not copied.
            for index in record.fields.indices { body(record.fields[index].type) }
            if case .typed(let reference) = record.additional { body(reference) }
        case .tuple(let tuple):
            for index in tuple.items.indices { body(tuple.items[index].type) }
            body(tuple.rest)
        case .form(let form):
            for part in form.parts { body(part.field.type) }
            if case .typed(let reference) = form.additional { body(reference) }
        }
    }

    /// The same declaration with other IDs.
    func renamed(_ names: [TypeID: TypeID]) -> TypeKind {
        var isConcerned = false
        forEachReference { reference in
            if !isConcerned, let id = reference.namedID, names[id] != nil { isConcerned = true }
        }
        // Most are not, and a copy of their fields would be costly.
        guard isConcerned else { return self }
        switch self {
        case .enumeration: return self
        case .alias(let reference): return .alias(reference.renamed(names))
        case .union(var union):
            for index in union.variants.indices {
                union.variants[index].type = union.variants[index].type.renamed(names)
            }
            return .union(union)
        case .record(var record):
            for index in record.fields.indices { record.fields[index].type = record.fields[index].type.renamed(names) }
            if case .typed(let reference) = record.additional { record.additional = .typed(reference.renamed(names)) }
            return .record(record)
        case .tuple(var tuple):
            for index in tuple.items.indices { tuple.items[index].type = tuple.items[index].type.renamed(names) }
            tuple.rest = tuple.rest.renamed(names)
            return .tuple(tuple)
        case .form(var form):
            for index in form.parts.indices {
                form.parts[index].field.type = form.parts[index].field.type.renamed(names)
            }
            if case .typed(let reference) = form.additional { form.additional = .typed(reference.renamed(names)) }
            return .form(form)
        }
    }
}
