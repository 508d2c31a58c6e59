import ApusIR
import ApusOpenAPI

/// OpenAPI 3.1, Discriminator Object: values of a property to branches.
extension Builder {
    /// Gives each object branch its tag's values as far as the mapping says; the classifying pass finds the others.
    func apply(_ discriminator: DiscriminatorObject, _ branches: [Branch], to union: inout Union) {
        let key = discriminator.propertyName
        guard !key.isEmpty else { return }
        let types = Set(union.variants.map(\.type))
        var values: [TypeReference: [Literal]] = [:]
        for entry in discriminator.mapping {
            guard let target = document.references.schema(entry.value) else { continue }
            // A mapping may name a schema that only uses the branch's.
            let type = TypeReference.named(
                typeID(of: types.contains(.named(typeID(of: target))) ? target : resolved(target)))
            if types.contains(type) {
                values[type, default: []].append(.string(entry.key))
            } else if !isInside(target, branches) {
                warn(
                    "discriminator-mapping", "`\(entry.key)` is mapped to a schema that is not a branch; it is ignored",
                    at: entry.value.place)
            }
        }
        union.rule = .discriminator
        for index in union.variants.indices {
            union.variants[index].test = .tag(key: key, values: values[union.variants[index].type] ?? [])
        }
    }

    /// Whether a schema is a branch of a branch, whose values the classifying pass finds there.
    private func isInside(_ target: Schema, _ branches: [Branch]) -> Bool {
        branches.contains { branch in
            let schema = resolved(branch.schema)
            return (schema.keywords.oneOf ?? schema.keywords.anyOf ?? []).contains { resolved($0) === resolved(target) }
        }
    }
}
