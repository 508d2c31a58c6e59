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

extension TypeKind {
    /// The uses of types in a declaration, in order.
    var references: [TypeReference] {
        switch self {
        case .enumeration: return []
        case .alias(let reference): return [reference]
        case .union(let union): return union.variants.map(\.type)
        case .record(let record):
            var references = record.fields.map(\.type)
            if case .typed(let reference) = record.additional { references.append(reference) }
            return references
        }
    }

    /// The same declaration with other IDs.
    func renamed(_ names: [TypeID: TypeID]) -> TypeKind {
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
        }
    }
}
