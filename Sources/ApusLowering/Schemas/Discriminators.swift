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
        for entry in discriminator.mapping {
            guard let target = document.references.schema(entry.value) else { continue }
            if let index = index(of: target, branches, union) {
                values[index].append(.string(entry.key))
            } else if !isInside(target, branches) {
                warn(
                    "discriminator-mapping", "`\(entry.key)` is mapped to a schema that is not a branch; it is ignored",
                    at: entry.value.place, category: .document)
            }
        }
        let fallback = discriminator.defaultMapping.flatMap(document.references.schema)
            .flatMap { index(of: $0, branches, union) }
        union.rule = .discriminator
        for index in union.variants.indices {
            let isRest = index == fallback || branches[index].isBase
            let mapped = values[index].isEmpty ? impliedValues(branches[index], key) : values[index]
            // What has another value, or none, is the default's; the classifying pass asks for it last.
            union.variants[index].test = isRest ? .kind(.object) : .tag(key: key, values: mapped)
        }
    }

    /// The branch that a mapping means. It may name a schema that only uses the branch's.
    private func index(of target: Schema, _ branches: [Branch], _ union: Union) -> Int? {
        let type = TypeReference.named(typeID(of: target))
        if let index = union.variants.firstIndex(where: { $0.type == type }) { return index }
        return branches.firstIndex { !$0.isBase && resolved($0.schema) === resolved(target) }
    }

    /// Without a mapping a branch goes by its schema's name; the classifying pass sees that of a type that is the schema's
    /// own, but not of one that properties beside the union were laid into.
    private func impliedValues(_ branch: Branch, _ key: String) -> [Literal] {
        guard case .shape(let shape) = branch.content, let target = plainTarget(of: shape.schema), isComponent(target)
        else { return [] }
        if let property = shape.property(key), constant(of: property) != nil { return [] }
        return [.string(target.place.path.token)]
    }

    /// Whether a schema is a branch of a branch, whose values the classifying pass finds there.
    private func isInside(_ target: Schema, _ branches: [Branch]) -> Bool {
        branches.contains { branch in
            let schema = resolved(branch.schema)
            return (schema.keywords.oneOf ?? schema.keywords.anyOf ?? []).contains { resolved($0) === resolved(target) }
        }
    }
}

extension Branch {
    /// Whether it is what a parent is besides its children.
    fileprivate var isBase: Bool {
        if case .shape(let shape) = content { shape.isBase } else { false }
    }
}
