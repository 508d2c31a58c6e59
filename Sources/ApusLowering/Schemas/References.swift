import ApusIR
import ApusOpenAPI

/// Schemas that are nothing but the use of another one.
extension Builder {
    /// The schema that this one merely uses: a `$ref`, or an `allOf` of one `$ref`, with nothing but annotations
    /// beside it. Nullability is no matter of shape and is looked at elsewhere.
    func plainTarget(of schema: Schema) -> Schema? {
        let keywords = schema.keywords
        if let reference = keywords.reference {
            return keywords.allOf == nil && !keywords.hasShapeOfItsOwn ? document.references.schema(reference) : nil
        }
        guard let parts = keywords.allOf, !keywords.hasShapeOfItsOwn else { return nil }
        var target: Schema?
        for part in parts where !part.isAnnotationOnly {
            guard target == nil, part.keywords.reference != nil, !part.keywords.hasShapeOfItsOwn else { return nil }
            target = part
        }
        return target?.keywords.reference.flatMap { document.references.schema($0) }
    }

    /// Follows bare uses to the schema that says something. The reference table has no circles of `$ref`s, but one may
    /// lead through an `allOf`: it ends where it closes.
    func resolved(_ schema: Schema) -> Schema {
        var current = schema
        var path: Set<ObjectIdentifier> = []
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
}

extension SchemaKeywords {
    /// Whether something beside `$ref` and `allOf` shapes values. A bare `type: object` or a `nullable` beside them is
    /// common and adds nothing.
    fileprivate var hasShapeOfItsOwn: Bool {
        enumeration != nil || constant != nil || format != nil || items != nil || properties != nil
            || patternProperties != nil || additionalProperties != nil || !required.isEmpty || prefixItems != nil
            || anyOf != nil || oneOf != nil || contentEncoding != nil
    }
}
