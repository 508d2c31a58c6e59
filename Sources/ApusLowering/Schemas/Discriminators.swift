import ApusDiagnostics
import ApusIR
import ApusOpenAPI

/// OpenAPI 3.1, Discriminator Object: values of a property to branches.
extension Builder {
    /// Gives each object branch its tag's values as far as the mapping says; the classifying pass finds the others.
    /// - Parameter branches: those of the variants, one by one.
    func apply(_ discriminator: DiscriminatorObject, _ branches: [Branch], to union: inout Union) {
        let key = discriminator.propertyName
        guard !key.isEmpty else { return }
        var values: [[Literal]] = Array(repeating: [], count: branches.count)
        let indices = BranchIndices(
            types: Dictionary(
                union.variants.enumerated().map { ($1.type, $0) }, uniquingKeysWith: { first, _ in first }),
            schemas: Dictionary(
                branches.enumerated().filter { !$1.isBase }.map { (ObjectIdentifier(resolved($1.schema)), $0) },
                uniquingKeysWith: { first, _ in first }))
        var inner: Set<ObjectIdentifier>?
        for entry in discriminator.mapping {
            guard let target = document.references.schema(entry.value) else { continue }
            if let index = index(of: target, indices) {
                values[index].append(.string(entry.key))
            } else {
                let known = inner ?? schemasInside(branches)
                inner = known
                guard !known.contains(ObjectIdentifier(resolved(target))) else { continue }
                warn(
                    "discriminator-mapping", "`\(entry.key)` is mapped to a schema that is not a branch; it is ignored",
                    at: entry.value.place, category: .document)
            }
        }
        let fallback = discriminator.defaultMapping.flatMap(document.references.schema)
            .flatMap { index(of: $0, indices) }
        union.rule = .discriminator
        for index in union.variants.indices {
            let isRest = index == fallback || branches[index].isBase
            let mapped = values[index].isEmpty ? impliedValues(branches[index], key) : values[index]
            // What has another value, or none, is the default's; the classifying pass asks for it last.
            union.variants[index].test = isRest ? .kind(.object) : .tag(key: key, values: mapped)
        }
    }

    /// The branch that a mapping means. It may name a schema that only uses the branch's.
    private func index(of target: Schema, _ indices: BranchIndices) -> Int? {
        indices.types[.named(typeID(of: target))] ?? indices.schemas[ObjectIdentifier(resolved(target))]
    }

    /// Without a mapping a branch goes by its schema's name; the classifying pass sees that of a type that is the schema's
    /// own, but not of one that properties beside the union were laid into.
    private func impliedValues(_ branch: Branch, _ key: String) -> [Literal] {
        guard case .shape(let shape) = branch.content, let target = plainTarget(of: shape.schema), isComponent(target)
        else { return [] }
        if let property = shape.property(key), constant(of: property) != nil { return [] }
        return [.string(target.place.path.token)]
    }

    /// The branches of branches, whose values the classifying pass finds there.
    private func schemasInside(_ branches: [Branch]) -> Set<ObjectIdentifier> {
        let inner = branches.flatMap { branch in
            let schema = resolved(branch.schema)
            return schema.keywords.oneOf ?? schema.keywords.anyOf ?? []
        }
        return Set(inner.map { ObjectIdentifier(resolved($0)) })
    }
}

/// The first branch of each type, and of each schema.
private struct BranchIndices {
    let types: [TypeReference: Int]
    let schemas: [ObjectIdentifier: Int]
}

extension Branch {
    /// Whether it is what a parent is besides its children.
    fileprivate var isBase: Bool {
        if case .shape(let shape) = content { shape.isBase } else { false }
    }
}
