import ApusIR
import ApusOpenAPI
import ApusYAML

/// `anyOf` and `oneOf`: what is left of the branches when null, doubles and values are put aside.
extension Builder {
    /// The plan for alternatives.
    func plan(_ alternatives: Shape.Alternatives, _ shape: Shape) -> Plan {
        if shape.alternatives.count > 1 {
            warn(
                "several-unions", "several of `anyOf` and `oneOf` together are read as any value",
                at: shape.schema.place, hint: "Write the combinations that are meant as branches of one `oneOf`.")
            return .primitive(.any)
        }
        let written = distinctBranches(alternatives.branches)
        if written.isEmpty { return .primitive(.any) }
        if !shape.properties.isEmpty, let branches = distribute(shape, over: written) {
            return .union(branches, discriminator: alternatives.discriminator)
        }
        let branches = mergingValueBranches(written.map { Branch(content: .schema($0)) })
        guard branches.count == 1 else { return .union(branches, discriminator: alternatives.discriminator) }
        switch branches[0].content {
        case .schema(let schema): return .same(schema)
        case .enumeration(let enumeration, _): return .enumeration(enumeration)
        case .shape(let shape): return plan(for: shape)
        }
    }

    /// The branches without null, and without those that use the same schema again.
    private func distinctBranches(_ branches: [Schema]) -> [Schema] {
        var seen: Set<ObjectIdentifier> = []
        return branches.filter { !$0.isNull && seen.insert(ObjectIdentifier(resolved($0))).inserted }
    }

    /// Properties beside the alternatives belong to every branch. `nil` when the branches have them already, as children
    /// that name the schema as their base do.
    private func distribute(_ shape: Shape, over branches: [Schema]) -> [Branch]? {
        var base = shape
        base.alternatives = []
        var hasAll = true
        var laid: [Branch] = []
        for branch in branches {
            let own = flatten(branch)
            hasAll = hasAll && base.properties.allSatisfy { own.property($0.key) != nil }
            var both = base
            add(branch, to: &both)
            both = Shape(both, of: branch)
            if !both.alternatives.isEmpty {
                warn(
                    "nested-union",
                    "the alternatives inside this branch are left out, since properties stand beside them",
                    at: branch.place)
                both.alternatives = []
            }
            laid.append(Branch(content: .shape(both)))
        }
        return hasAll ? nil : laid
    }
}

extension Shape {
    /// The same shape, told to be another schema's.
    fileprivate init(_ shape: Shape, of schema: Schema) {
        self = shape
        self.schema = schema
    }
}

extension Schema {
    /// Whether null is the only value.
    var isNull: Bool {
        if keywords.types == .null || keywords.constant?.scalar?.kind == .null { return true }
        return keywords.enumeration?.allSatisfy { $0.scalar?.kind == .null } ?? false
    }
}

extension Builder {
    /// The union of branches. How they are told apart is a later pass's work, except for what the discriminator says.
    func union(_ branches: [Branch], _ discriminator: DiscriminatorObject?, id: TypeID) -> Union {
        var variants: [Union.Variant] = []
        var seen: Set<TypeReference> = []
        for (branch, name) in zip(branches, names(of: branches)) {
            let type = reference(to: branch, at: Position(in: id, .variant(name))).nonNull
            guard seen.insert(type).inserted else { continue }
            let words = branch.isInDocument ? annotations(of: branch.schema).documentation : .init()
            variants.append(.init(name: name, type: type, test: .decodes, documentation: words))
        }
        var union = Union(variants: variants, rule: .firstMatch)
        if let discriminator { apply(discriminator, branches, to: &union) }
        return union
    }

    private func reference(to branch: Branch, at position: Position) -> TypeReference {
        switch branch.content {
        case .schema(let schema): return reference(to: schema, at: position)
        case .shape(let shape): return use(plan(for: shape), shape, at: position)
        case .enumeration(let enumeration, let schema):
            return use(.enumeration(enumeration), Shape(schema), at: position)
        }
    }
}

extension Branch {
    /// Whether it is one schema of the document, so that its words are the branch's.
    fileprivate var isInDocument: Bool {
        if case .schema = content { true } else { false }
    }
}
