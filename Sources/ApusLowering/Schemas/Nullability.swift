import ApusIR
import ApusOpenAPI
import ApusYAML

/// Where null is a legal value: the one question behind every spelling of it.
extension Builder {
    /// Whether the schema names null among its values, itself or through what it is made of. A schema that allows any
    /// value does not name it.
    func acceptsNull(_ schema: Schema, depth: Int = 0) -> Bool {
        let key = ObjectIdentifier(schema)
        if let known = nullability[key] { return known }
        guard depth < Limits.depth else { return false }
        // A recursive schema is asked about itself on the way; its other parts decide.
        nullability[key] = false
        let answer = askNull(schema, depth + 1)
        nullability[key] = answer
        return answer
    }

    private func askNull(_ schema: Schema, _ depth: Int) -> Bool {
        if schema.keywords.isNullable || schema.keywords.constant?.scalar?.kind == .null { return true }
        // Null that is listed is meant, also where `type` forgets it.
        if schema.keywords.enumeration?.contains(where: { $0.scalar?.kind == .null }) == true { return true }
        if schema.keywords.reference != nil {
            return target(of: schema).map { acceptsNull($0, depth: depth) } ?? false
        }
        if let branches = schema.keywords.anyOf ?? schema.keywords.oneOf {
            return branches.contains { acceptsNull($0, depth: depth) }
        }
        guard let parts = schema.keywords.allOf, !schema.keywords.hasType else { return false }
        let shaping = parts.filter { !$0.isAnnotationOnly || $0.keywords.isNullable }
        return !shaping.isEmpty && shaping.allSatisfy { acceptsNull($0, depth: depth) }
    }

    /// The type with null, when the schema names it. Of a schema that has no other value a missing member is null too.
    func withNull(_ type: TypeReference, of schema: Schema) -> TypeReference {
        guard acceptsNull(schema) else { return type }
        return type == .primitive(.any) && resolved(schema).isNull ? .nullable(type) : type.orNull
    }
}

extension TypeReference {
    /// The type or null. Any value includes null already.
    var orNull: TypeReference {
        switch self {
        case .nullable, .primitive(.any): self
        default: .nullable(self)
        }
    }
}
