import ApusDiagnostics
import ApusOpenAPI
import ApusYAML

/// `allOf` and `$ref` with siblings: the parts are laid over each other, later ones on top.
extension Builder {
    func flatten(_ schema: Schema) -> Shape {
        var shape = Shape(schema)
        add(schema, to: &shape)
        return shape
    }

    /// Lays a schema over a shape.
    func add(_ schema: Schema, to shape: inout Shape) {
        // Most schemas have no parts: for them nothing has to be remembered.
        let hasParts = schema.keywords.reference != nil || schema.keywords.allOf != nil
        guard hasParts || partsLeft <= 0 else { return addOwn(schema, to: &shape, schema) }
        var walk = Walk(root: schema)
        add(schema, to: &shape, &walk, depth: 0)
    }

    /// What one flattening has seen. A part that comes again adds nothing, which also keeps parts of parts that double
    /// at every level from growing without end.
    private struct Walk {
        let root: Schema
        var isOpen: [ObjectIdentifier: Bool] = [:]
    }

    private func add(_ schema: Schema, to shape: inout Shape, _ walk: inout Walk, depth: Int) {
        let key = ObjectIdentifier(schema)
        if let isOpen = walk.isOpen[key] {
            if isOpen { reportCycle(schema) }
            return
        }
        guard depth < Limits.depth, partsLeft > 0 else { return reportTooMany(schema, depth) }
        if depth > 0 { partsLeft -= 1 }
        walk.isOpen[key] = true
        if let target = target(of: schema) { add(target, to: &shape, &walk, depth: depth + 1) }
        for part in schema.keywords.allOf ?? [] { add(part, to: &shape, &walk, depth: depth + 1) }
        addOwn(schema, to: &shape, walk.root)
        walk.isOpen[key] = false
    }

    /// The document is refused, so that no more time is spent on its parts.
    private func reportTooMany(_ schema: Schema, _ depth: Int) {
        guard partsLeft >= 0 else { return }
        let isDeep = depth >= Limits.depth
        partsLeft = -1
        fail(
            "allof-limit",
            isDeep
                ? "`allOf` is nested more than \(Limits.depth) levels deep"
                : "`allOf` brings together more than \(Limits.parts) schemas", at: schema.place)
    }

    private func reportCycle(_ schema: Schema) {
        warn(
            "allof-cycle", "`allOf` leads back to the schema that it is a part of; that part is left out",
            at: schema.place,
            hint: "A schema can hold itself in a property or an array, but cannot be a part of itself.",
            category: .document)
    }

    /// The keywords are asked one by one and only what is there is laid down: they are many, most are absent, and this
    /// runs for every schema several times.
    private func addOwn(_ schema: Schema, to shape: inout Shape, _ root: Schema) {
        let types = schema.keywords.types.subtracting(.null)
        if !types.isEmpty {
            if !types.canMeet(shape.types) { reportConflict(types, shape.types, "the parts of `allOf`", schema.place) }
            shape.types = types.narrowing(shape.types)
        }
        if let format = schema.keywords.format { shape.format = format }
        if let encoding = schema.keywords.contentEncoding { shape.contentEncoding = encoding }
        if let values = schema.keywords.enumeration {
            shape.enumeration = values
            shape.enumerationOwner = schema
        }
        if let constant = schema.keywords.constant { shape.constant = constant }
        addMembers(schema, to: &shape)
        if let items = schema.keywords.items { shape.items = items }
        if let items = schema.keywords.prefixItems {
            shape.prefixItems = items
            shape.minimumItems = schema.keywords.limits.first { $0.keyword == "minItems" }
                .flatMap { $0.value.scalar?.text }.flatMap { Int($0) }
        }
        if let branches = schema.keywords.oneOf { addAlternatives(branches, of: schema, to: &shape, root) }
        if let branches = schema.keywords.anyOf { addAlternatives(branches, of: schema, to: &shape, root) }
        if schema.hasConditionalProperties { addConditional(schema, to: &shape) }
    }

    private func addMembers(_ schema: Schema, to shape: inout Shape) {
        if let properties = schema.keywords.properties {
            let entries = properties.entries
            shape.reserve(entries.count)
            for index in entries.indices {
                let (key, property) = (entries[index].key, entries[index].value)
                if let known = shape.property(key), known !== property {
                    reportConflict(property.plainTypes, known.plainTypes, "`\(key)`", property.place)
                }
                shape.add(key, property)
            }
        }
        for name in schema.keywords.required { _ = shape.required.insert(name) }
        if let rest = schema.keywords.additionalProperties ?? schema.keywords.unevaluatedProperties {
            shape.additionalProperties = rest
        }
        if let patterns = schema.keywords.patternProperties {
            for entry in patterns { shape.patternProperties.append(entry.value) }
        }
    }

    /// No value is of two types; the later part holds.
    private func reportConflict(_ types: SchemaTypes, _ earlier: SchemaTypes, _ subject: String, _ place: Place) {
        guard !types.canMeet(earlier) else { return }
        let words = { (types: SchemaTypes) in
            SchemaTypes.names.filter { types.contains($0.type) }.map { "`\($0.name)`" }.joined(separator: ", ")
        }
        let verb = subject.hasPrefix("the") ? "are" : "is"
        warn(
            "all-of-conflict",
            "\(subject) \(verb) \(words(earlier)) in one part of `allOf` and \(words(types)) in a later one, which holds",
            at: place, hint: "No value can be both: leave one of them out.", category: .document)
    }

    /// A base schema often lists its children, each of which has the base as a part: seen from a child, that list says
    /// nothing.
    private func addAlternatives(_ branches: [Schema], of schema: Schema, to shape: inout Shape, _ root: Schema) {
        if schema !== root, branches.contains(where: { resolved($0) === root }) { return }
        // Branches that only require or forbid some properties limit values and shape no type.
        if branches.allSatisfy(\.isConstraint) { return }
        shape.alternatives.append(
            .init(branches: branches, discriminator: schema.keywords.discriminator, place: schema.place))
    }
}

extension SchemaTypes {
    /// Whether a value may be of both; what says nothing allows all.
    fileprivate func canMeet(_ other: SchemaTypes) -> Bool {
        let wide = { (types: SchemaTypes) in types.contains(.number) ? types.union(.integer) : types }
        return isEmpty || other.isEmpty || !wide(self).isDisjoint(with: wide(other))
    }

    /// What is left of the types that an earlier part allows; these alone where the parts contradict each other.
    fileprivate func narrowing(_ earlier: SchemaTypes) -> SchemaTypes {
        // An integer is a number.
        let wide = { (types: SchemaTypes) in types.contains(.number) ? types.union(.integer) : types }
        var common = wide(self).intersection(wide(earlier))
        if common.contains(.number) { common.remove(.integer) }
        return common.isEmpty ? self : common
    }
}

extension Schema {
    /// The types that the schema itself names, null left out.
    fileprivate var plainTypes: SchemaTypes { keywords.reference == nil ? keywords.types.subtracting(.null) : [] }

    /// Whether the schema only limits which objects are allowed.
    fileprivate var isConstraint: Bool {
        guard boolean == nil, keywords.reference == nil, keywords.types.subtracting(.object).isEmpty else {
            return false
        }
        let limitsSomething = !keywords.required.isEmpty || !keywords.limits.isEmpty || !keywords.others.isEmpty
        return limitsSomething && keywords.properties == nil && keywords.enumeration == nil && keywords.constant == nil
            && keywords.items == nil && keywords.allOf == nil && keywords.anyOf == nil && keywords.oneOf == nil
            && keywords.additionalProperties == nil && keywords.format == nil && keywords.title == nil
    }
}
