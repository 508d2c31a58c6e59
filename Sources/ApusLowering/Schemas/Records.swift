import ApusIR
import ApusOpenAPI

/// Objects with known fields.
extension Builder {
    func record(_ shape: Shape, id: TypeID) -> Record {
        // Fields are large: a loop with room for all of them moves each once, and leaves it where it is.
        var fields: [Field] = []
        fields.reserveCapacity(shape.properties.count)
        for property in shape.properties {
            let isRequired = shape.isRequired(property.key)
            if !isRequired, isIgnored(property.schema) { continue }
            fields.append(field(property, isRequired: isRequired, of: id))
        }
        return Record(fields: fields, additional: additional(shape, id: id))
    }

    /// Whether an extension on the property or on the type that it uses says to leave it out.
    func isIgnored(_ schema: Schema) -> Bool {
        guard !options.keepsIgnored else { return false }
        return schema.isIgnored || plainTarget(of: schema)?.isIgnored == true
    }

    /// - Parameter given: the type, where it is not the schema's.
    func field(
        _ property: Shape.Property, isRequired: Bool, of id: TypeID, as given: TypeReference? = nil
    ) -> Field {
        let schema = property.schema
        var notes = annotations(of: schema)
        for part in property.notes { notes.add(part) }
        // A type that the user chose is one for any value.
        let isPlain = given == nil && mappings.primitive(schema) == nil && property.choices.isEmpty
        let constant = isPlain ? constant(of: schema) : nil
        let position = Position(in: id, .property(property.key))
        let type =
            given ?? constant.map(Self.type(of:))
            ?? conditional(property, at: position)
            ?? merged(property, at: position)
            ?? reference(to: schema, at: position)
        return Field(
            key: property.key, nameOverride: notes.nameOverride, type: type, isRequired: isRequired,
            constant: constant, defaultValue: defaultValue(notes, of: type, at: schema.place),
            access: access(of: property),
            documentation: notes.documentation, deprecation: notes.deprecation, origin: schema.place.origin)
    }

    /// The type of a property that conditions give several.
    private func conditional(_ property: Shape.Property, at position: Position) -> TypeReference? {
        guard let plan = conditionalPlan(property) else { return nil }
        let type = use(plan, Shape(property.schema), at: position)
        return ([property.schema] + property.choices).contains { acceptsNull($0) } ? type.orNull : type
    }

    /// The type of a property that several parts describe as an object: all their members together. What a later part
    /// says of anything else replaces what an earlier one said.
    private func merged(_ property: Shape.Property, at position: Position) -> TypeReference? {
        let schema = property.schema
        let earlier = property.earlier.filter { resolved($0) !== resolved(schema) }
        guard !earlier.isEmpty, flatten(schema).isPlainObject, earlier.allSatisfy({ flatten($0).isPlainObject }) else {
            return nil
        }
        var shape = Shape(schema)
        for part in earlier { add(part, to: &shape) }
        add(schema, to: &shape)
        return withNull(use(plan(for: shape), shape, at: position), of: schema)
    }

    private func additional(_ shape: Shape, id: TypeID) -> AdditionalMembers {
        if shape.patternProperties.isEmpty, shape.additionalProperties?.boolean == false { return .forbidden }
        let type = otherMembers(
            shape, at: Position(base: id.rawValue, step: "/{}", name: .nested(parent: id, role: .value)))
        return type == .primitive(.any) ? .untyped : .typed(type)
    }

    /// The only value that a schema allows, null aside: `const`, or an `enum` of one value, here or behind a `$ref`.
    func constant(of schema: Schema) -> Literal? {
        let end = resolved(schema)
        // Null alone is a constant, null beside a value is not.
        if end.isNull, end.keywords.constant != nil { return .null }
        guard end.keywords.constant != nil || end.keywords.enumeration?.count == 1, !acceptsNull(schema) else {
            return nil
        }
        guard let node = end.keywords.constant ?? end.keywords.enumeration?.first else { return nil }
        return Literals.literal(node, as: end.keywords.types)
    }

    private static func type(of constant: Literal) -> TypeReference {
        switch constant {
        case .string: .primitive(.string)
        case .boolean: .primitive(.boolean)
        case .number(let text): .primitive(Literals.isInteger(text) ? .integer : .double)
        case .null, .array, .object: .primitive(.any)
        }
    }
}
