import ApusIR
import ApusOpenAPI

/// Schemas that are nothing but the use of another one.
extension Builder {
    /// The schema that this one merely uses: a `$ref`, or an `allOf` of one `$ref`, with nothing but annotations
    /// beside it. Nullability is no matter of shape and is looked at elsewhere.
    func plainTarget(of schema: Schema) -> Schema? {
        if schema.keywords.reference != nil {
            return schema.keywords.allOf == nil && !schema.hasShapeOfItsOwn ? target(of: schema) : nil
        }
        guard let parts = schema.keywords.allOf, !schema.hasShapeOfItsOwn else { return nil }
        var part: Schema?
        for candidate in parts where !candidate.isAnnotationOnly {
            guard part == nil, candidate.keywords.reference != nil, !candidate.hasShapeOfItsOwn else { return nil }
            part = candidate
        }
        return part.flatMap(target(of:))
    }

    /// What the schema's own `$ref` leads to. References are looked up by their text once for each schema, since the
    /// texts are long and each schema is asked several times.
    func target(of schema: Schema) -> Schema? {
        guard schema.keywords.reference != nil else { return nil }
        let key = ObjectIdentifier(schema)
        if let known = targets[key] { return known }
        let target = schema.keywords.reference.flatMap { document.references.schema($0) }
        targets[key] = .some(target)
        return target
    }

    /// Follows bare uses to the schema that says something. The reference table has no circles of `$ref`s, but one may
    /// lead through an `allOf`: it ends where it closes.
    func resolved(_ schema: Schema) -> Schema {
        if let known = ends[ObjectIdentifier(schema)] { return known }
        guard var current = plainTarget(of: schema) else { return schema }
        if let known = ends[ObjectIdentifier(current)] { current = known }
        var path: Set<ObjectIdentifier> = [ObjectIdentifier(schema)]
        while let next = plainTarget(of: current), path.insert(ObjectIdentifier(current)).inserted {
            current = ends[ObjectIdentifier(next)] ?? next
        }
        // Every schema on the way ends where this one does, so that long chains are walked once.
        for key in path { ends[key] = current }
        return current
    }
}

/// Budgets on what a document can make the lowering do.
enum Limits {
    /// Parts of parts that an `allOf` may have.
    static let depth = 200
    /// Parts of `allOf` in a whole document, counted where they are used.
    static let parts = 500_000
    /// Combinations of branches where several alternatives stand together.
    static let combinations = 64
}

extension Schema {
    /// Whether something beside `$ref` and `allOf` shapes values. A bare `type: object` or a `nullable` beside them is
    /// common and adds nothing.
    fileprivate var hasShapeOfItsOwn: Bool {
        keywords.enumeration != nil || keywords.constant != nil || keywords.format != nil || keywords.items != nil
            || keywords.properties != nil || keywords.patternProperties != nil || keywords.additionalProperties != nil
            || !keywords.required.isEmpty || keywords.prefixItems != nil || keywords.anyOf != nil
            || keywords.oneOf != nil || keywords.contentEncoding != nil || hasConditionalProperties
    }
}
