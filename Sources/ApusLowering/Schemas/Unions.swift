import ApusIR
import ApusOpenAPI
import ApusYAML

/// `anyOf` and `oneOf`: what is left of the branches when null, doubles and values are put aside.
extension Builder {
    /// The plan for alternatives.
    func plan(_ alternatives: Shape.Alternatives, _ shape: Shape) -> Plan {
        let written = distinctBranches(spliced(alternatives.branches))
        if written.isEmpty { return .primitive(.any) }
        if shape.alternatives.count > 1, !canCombine(shape) {
            warn(
                "several-unions", "several of `anyOf` and `oneOf` together are read as any value",
                at: shape.schema.place, hint: "Write the combinations that are meant as branches of one `oneOf`.")
            return .primitive(.any)
        }
        if !shape.properties.isEmpty || shape.alternatives.count > 1, let branches = distribute(shape, over: written) {
            return .union(branches, discriminator: alternatives.discriminator)
        }
        return plan(mergingValueBranches(written.map { Branch(content: .schema($0)) }), alternatives.discriminator)
    }

    /// The plan for a value that one of several schemas describes.
    func plan(forOneOf schemas: [Schema]) -> Plan {
        let written = distinctBranches(spliced(schemas))
        if written.isEmpty { return .primitive(.any) }
        return plan(mergingValueBranches(written.map { Branch(content: .schema($0)) }), nil)
    }

    private func plan(_ branches: [Branch], _ discriminator: DiscriminatorObject?) -> Plan {
        guard branches.count == 1 else { return .union(branches, discriminator: discriminator) }
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

    /// The branches with those of a nameless union among them in its place: nobody would call that one by a name.
    private func spliced(_ branches: [Schema], depth: Int = 0) -> [Schema] {
        guard depth < 8, branches.contains(where: { $0.isNamelessUnion }) else { return branches }
        return branches.flatMap { branch in
            guard branch.isNamelessUnion else { return [branch] }
            return spliced(branch.keywords.oneOf ?? branch.keywords.anyOf ?? [], depth: depth + 1)
        }
    }

    /// Whether every combination of branches is an object, and there are not too many of them.
    private func canCombine(_ shape: Shape) -> Bool {
        var count = 1
        for alternatives in shape.alternatives {
            count *= max(1, alternatives.branches.count)
            guard count <= Limits.combinations else { return false }
        }
        guard combinationsLeft >= count else { return false }
        combinationsLeft -= count
        if !shape.properties.isEmpty { return true }
        return shape.alternatives.allSatisfy { $0.branches.allSatisfy { flatten($0).isObject } }
    }

    /// Properties beside the alternatives belong to every branch, and so does one choice of every other alternatives.
    /// `nil` when the branches have them already, as children
    /// that name the schema as their base do.
    private func distribute(_ shape: Shape, over branches: [Schema]) -> [Branch]? {
        var base = shape
        if let id = base.alternatives.first?.id { base.spent.insert(id) }
        base.alternatives.removeFirst()
        var hasAll = base.alternatives.isEmpty
        var laid: [Branch] = []
        for branch in branches {
            let own = flatten(branch)
            hasAll = hasAll && base.properties.allSatisfy { own.property($0.key) != nil }
            var both = base
            add(branch, to: &both)
            both = Shape(both, of: branch)
            // A branch that leads back to the union has nothing to add to itself.
            both.alternatives.removeAll { $0.id.map(base.spent.contains) ?? true }
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
    /// Whether the schema is nothing but alternatives, written in place.
    fileprivate var isNamelessUnion: Bool {
        guard boolean == nil, keywords.reference == nil, keywords.discriminator == nil, keywords.title == nil,
            keywords.description == nil, nameOverride == nil, keywords.allOf == nil, keywords.properties == nil,
            keywords.required.isEmpty, keywords.enumeration == nil, keywords.constant == nil,
            keywords.additionalProperties == nil, keywords.others.isEmpty, keywords.types.isEmpty
        else { return false }
        return (keywords.oneOf == nil) != (keywords.anyOf == nil)
    }

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
        var used: [Branch] = []
        var seen: Set<TypeReference> = []
        for (branch, name) in zip(branches, names(of: branches)) {
            let type = reference(to: branch, at: Position(in: id, .variant(name))).nonNull
            guard seen.insert(type).inserted else { continue }
            let words = branch.isInDocument ? annotations(of: branch.schema).documentation : .init()
            variants.append(.init(name: name, type: type, test: .decodes, documentation: words))
            used.append(branch)
        }
        var union = Union(variants: variants, rule: .bestMatch)
        if let discriminator { apply(discriminator, used, to: &union) }
        return union
    }

    private func reference(to branch: Branch, at position: Position) -> TypeReference {
        switch branch.content {
        case .schema(let schema) where isComponent(schema): return .named(typeID(of: schema))
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
