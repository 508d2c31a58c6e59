import ApusIR
import ApusOpenAPI

/// What a flattened schema becomes: the decision, before any type is made.
enum Plan {
    /// A declaration: an object with fields.
    case record
    /// A declaration: a set of values.
    case enumeration(Enumeration)
    /// A declaration: one of several shapes.
    case union([Branch], discriminator: DiscriminatorObject?)
    /// Whatever another schema is.
    case same(Schema)
    /// Text keys to values.
    case map
    /// A list.
    case array
    /// A declaration: a list whose items differ by position.
    case tuple
    /// Something without parts.
    case primitive(Primitive)
}

/// A branch of a union: a schema of the document, or something made of several.
struct Branch {
    /// What it looks like.
    enum Content {
        /// As the document has it.
        case schema(Schema)
        /// Laid together from the union's own properties and the branch's, or cut out of a list of types. Rare and large,
        /// so that it lies elsewhere.
        indirect case shape(Shape)
        /// Several sets of values put together.
        case enumeration(Enumeration, Schema)
    }

    let content: Content

    /// The document's schema that it stands for.
    var schema: Schema {
        switch content {
        case .schema(let schema), .enumeration(_, let schema): schema
        case .shape(let shape): shape.schema
        }
    }
}

extension Builder {
    /// Decides what a shape becomes, by the first of its features that says so.
    func plan(for shape: Shape) -> Plan {
        if let alternatives = shape.alternatives.first { return plan(alternatives, shape) }
        if let children = children(of: shape) { return children }
        if shape.constant != nil || shape.enumeration != nil, let values = planValues(shape) { return values }
        if let types = severalTypes(shape) { return .union(types, discriminator: nil) }
        if shape.isObject { return shape.hasFields ? .record : .map }
        if shape.isArray { return shape.prefixItems?.isEmpty == false ? .tuple : .array }
        return .primitive(primitive(shape))
    }

    /// `type: [string, integer]` is a union of the types, each with the keywords that go with it.
    private func severalTypes(_ shape: Shape) -> [Branch]? {
        guard shape.types.rawValue.nonzeroBitCount > 1 else { return nil }
        let types = SchemaTypes.names.filter { shape.types.contains($0.type) }
        // An integer is a number: naming both says no more than naming the wider.
        let distinct = types.filter { $0.type != .integer || !shape.types.contains(.number) }
        guard distinct.count > 1 else { return nil }
        return distinct.map { entry in
            var branch = shape
            branch.types = entry.type
            return Branch(content: .shape(branch))
        }
    }
}

extension Shape {
    /// Whether values are objects: said, or implied by a keyword that only objects have.
    var isObject: Bool {
        if !types.isEmpty { return types == .object }
        return !properties.isEmpty || additionalProperties != nil || !patternProperties.isEmpty || !required.isEmpty
    }

    /// Whether values are objects, and nothing else is said of them than which members they have.
    var isPlainObject: Bool { isObject && alternatives.isEmpty && enumeration == nil && constant == nil }

    /// Whether values are lists.
    var isArray: Bool { types.isEmpty ? items != nil || prefixItems != nil : types == .array }

    /// Whether an object of this shape is a record and not a map.
    var hasFields: Bool {
        !properties.isEmpty || (additionalProperties?.boolean == false && patternProperties.isEmpty)
    }
}
