import ApusIR
import ApusOpenAPI

/// Schema to type: what becomes a declaration of its own, and what is only a use of types.
extension Builder {
    /// The type of a value that the schema describes; makes declarations for what stands inline.
    func reference(to schema: Schema, at position: Position) -> TypeReference {
        if let target = plainTarget(of: schema) { return withNull(.named(typeID(of: target)), of: schema) }
        // One schema in the text is one type, however many ways lead to it: shared responses, parts of `allOf`,
        // properties beside a `oneOf`. Without this, properties that stand in one another would double at each level.
        if let known = inlineTypes[ObjectIdentifier(schema)] { return known }
        let shape = flatten(schema)
        let type = withNull(use(plan(for: shape), shape, at: position), of: schema)
        inlineTypes[ObjectIdentifier(schema)] = type
        return type
    }

    /// A plan carried out where the schema stands.
    func use(_ plan: Plan, _ shape: Shape, at position: Position) -> TypeReference {
        switch plan {
        case .same(let schema): return reference(to: schema, at: position)
        case .map: return .map(mapValue(shape, at: position))
        case .array: return .array(element(shape, at: position))
        case .primitive(let primitive): return .primitive(primitive)
        case .record, .enumeration, .union:
            let id = uniqueID(position.base + position.step)
            let slot = reserve(id, position.name, shape.schema)
            if let kind = declaration(plan, shape, id: id) { types[slot].kind = kind }
            return .named(id)
        }
    }

    /// A plan carried out as the declaration with this ID; `nil` when it needs none.
    func declaration(_ plan: Plan, _ shape: Shape, id: TypeID) -> TypeKind? {
        switch plan {
        case .record: .record(record(shape, id: id))
        case .enumeration(let enumeration): .enumeration(enumeration)
        case .union(let branches, let discriminator): .union(union(branches, discriminator, id: id))
        case .same, .map, .array, .primitive: nil
        }
    }

    private func element(_ shape: Shape, at position: Position) -> TypeReference {
        if shape.prefixItems != nil {
            warn(
                "tuple", "a sequence whose items differ by position is read as a sequence of any values",
                at: shape.schema.place)
            return .primitive(.any)
        }
        return shape.items.map { reference(to: $0, at: position.element) } ?? .primitive(.any)
    }

    private func mapValue(_ shape: Shape, at position: Position) -> TypeReference {
        if let schema = shape.additionalProperties, schema.boolean == nil {
            return reference(to: schema, at: position.value)
        }
        // Several patterns, or other keys beside them, have no common type.
        guard shape.patternProperties.count == 1, shape.additionalProperties?.boolean == false else {
            return .primitive(.any)
        }
        return reference(to: shape.patternProperties[0], at: position.value)
    }
}
