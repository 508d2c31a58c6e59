import ApusDiagnostics
import ApusOpenAPI

/// `allOf` and `$ref` with siblings: the parts are laid over each other, later ones on top.
extension Builder {
    func flatten(_ schema: Schema) -> Shape {
        var shape = Shape(schema)
        add(schema, to: &shape)
        return shape
    }

    /// Lays a schema over a shape.
    func add(_ schema: Schema, to shape: inout Shape) {
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
        let keywords = schema.keywords
        if let target = keywords.reference.flatMap({ document.references.schema($0) }) {
            add(target, to: &shape, &walk, depth: depth + 1)
        }
        for part in keywords.allOf ?? [] { add(part, to: &shape, &walk, depth: depth + 1) }
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
        fail(
            "allof-cycle", "`allOf` leads back to the schema that it is a part of", at: schema.place,
            hint: "A schema can hold itself in a property or an array, but cannot be a part of itself.")
    }

    private func addOwn(_ schema: Schema, to shape: inout Shape, _ root: Schema) {
        let keywords = schema.keywords
        let types = keywords.types.subtracting(.null)
        if !types.isEmpty { shape.types = types }
        shape.format = keywords.format ?? shape.format
        shape.contentEncoding = keywords.contentEncoding ?? shape.contentEncoding
        shape.contentMediaType = keywords.contentMediaType ?? shape.contentMediaType
        if let values = keywords.enumeration {
            shape.enumeration = values
            shape.enumerationOwner = keywords
        }
        shape.constant = keywords.constant ?? shape.constant
        for entry in keywords.properties ?? .init() { shape.add(entry.key, entry.value) }
        for name in keywords.required { shape.required.insert(ByteKey(name)) }
        shape.additionalProperties =
            keywords.additionalProperties ?? keywords.unevaluatedProperties ?? shape.additionalProperties
        for entry in keywords.patternProperties ?? .init() { shape.patternProperties.append(entry.value) }
        shape.items = keywords.items ?? shape.items
        shape.prefixItems = keywords.prefixItems ?? shape.prefixItems
        for branches in [keywords.oneOf, keywords.anyOf].compactMap({ $0 }) {
            addAlternatives(branches, of: schema, to: &shape, root)
        }
        reportUnread(schema)
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

    /// Keywords that could shape a type but are not read as such.
    private func reportUnread(_ schema: Schema) {
        for keyword in schema.keywords.others where ["then", "else", "dependentSchemas"].contains(keyword.keyword) {
            guard keyword.schemas.contains(where: { $0.keywords.properties != nil }) else { continue }
            warn(
                "conditional-left-out", "the properties under `\(keyword.keyword)` are left out",
                at: schema.place.appending(keyword.keyword))
        }
    }
}

extension Schema {
    /// Whether the schema only limits which objects are allowed.
    fileprivate var isConstraint: Bool {
        let keywords = keywords
        guard boolean == nil, keywords.reference == nil, keywords.types.subtracting(.object).isEmpty else {
            return false
        }
        let limitsSomething = !keywords.required.isEmpty || !keywords.limits.isEmpty || !keywords.others.isEmpty
        return limitsSomething && keywords.properties == nil && keywords.enumeration == nil && keywords.constant == nil
            && keywords.items == nil && keywords.allOf == nil && keywords.anyOf == nil && keywords.oneOf == nil
            && keywords.additionalProperties == nil && keywords.format == nil && keywords.title == nil
    }
}
