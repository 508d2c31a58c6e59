import ApusIR
import ApusOpenAPI

/// Schema to type: what becomes a declaration of its own, and what is only a use of types.
extension Builder {
    /// The type of a value that the schema describes; makes declarations for what stands inline.
    func reference(to schema: Schema, at position: Position) -> TypeReference {
        if let mapped = mappings.primitive(schema), !isComponent(schema) {
            return withNull(.primitive(mapped), of: schema)
        }
        if let target = plainTarget(of: schema) { return withNull(.named(typeID(of: target)), of: schema) }
        // One schema in the text is one type, however many ways lead to it: shared responses, parts of `allOf`,
        // properties beside a `oneOf`. Without this, properties that stand in one another would double at each level.
        if let known = inlineTypes[ObjectIdentifier(schema)] { return known }
        // A `$ref` leads right here.
        if let known = typeIDs[ObjectIdentifier(schema)], !awaited.contains(known) {
            return withNull(.named(known), of: schema)
        }
        let shape = flatten(schema)
        let type = withNull(use(plan(for: shape), shape, at: position, as: schema), of: schema)
        inlineTypes[ObjectIdentifier(schema)] = type
        return type
    }

    /// A plan carried out where the schema stands.
    /// - Parameter schema: the schema that the shape is all of.
    func use(_ plan: Plan, _ shape: Shape, at position: Position, as schema: Schema? = nil) -> TypeReference {
        switch plan {
        case .same(let same): return reference(to: same, at: position)
        case .map: return .map(mapValue(shape, at: position))
        case .array: return .array(element(shape, at: position))
        // JSON has no bytes: a text is kept as it is. Bodies and files, which have, do not come here.
        case .primitive(let primitive): return .primitive(primitive == .binary ? .string : primitive)
        case .record, .enumeration, .union, .tuple:
            let id = schema.flatMap(awaitedID) ?? uniqueID(position.base + position.step)
            let slot = reserve(id, position.name, shape.schema)
            if let schema {
                // Whatever refers to this place means this type.
                typeIDs[ObjectIdentifier(schema)] = id
                slots[id] = slot
            }
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
        case .tuple: .tuple(tuple(shape, id: id))
        case .same, .map, .array, .primitive: nil
        }
    }

    private func element(_ shape: Shape, at position: Position) -> TypeReference {
        shape.items.map { reference(to: $0, at: position.element) } ?? .primitive(.any)
    }

    private func mapValue(_ shape: Shape, at position: Position) -> TypeReference {
        otherMembers(shape, at: position.value)
    }

    /// The type of the members that are no fields: of those whose keys fit a pattern, and of the rest. Where the patterns
    /// have types and nothing is said of the rest, keys that fit none are not expected.
    func otherMembers(_ shape: Shape, at position: Position) -> TypeReference {
        var schemas = shape.patternProperties
        if let rest = shape.additionalProperties {
            if rest.boolean == nil { schemas.append(rest) }
            if rest.boolean == true { return .primitive(.any) }
        }
        let types = schemas.map { reference(to: $0, at: position) }
        guard let type = types.first else { return .primitive(.any) }
        if types.allSatisfy({ $0 == type }) { return type }
        // A key is not looked at: its value is one of what all patterns say.
        let either = use(plan(forOneOf: schemas), Shape(schemas[0]), at: position)
        return schemas.contains { acceptsNull($0) } ? either.orNull : either
    }
}
