import ApusIR
import ApusOpenAPI

/// Names for the branches of unions: hints, of which the naming stage makes identifiers.
extension Builder {
    /// A name for each branch; where two have the same, each gets a better one if there is any.
    func names(of branches: [Branch]) -> [String] {
        let names = branches.map { name(of: $0) }
        let counts = Dictionary(names.map { (ByteKey($0), 1) }, uniquingKeysWith: +)
        guard counts.count < names.count else { return names }
        let shapes = branches.map(shape(of:))
        let owners = Dictionary(
            shapes.flatMap { ($0?.properties ?? []).map { (ByteKey($0.key), 1) } }, uniquingKeysWith: +)
        return zip(names, shapes).map { name, shape in
            guard counts[ByteKey(name)] != 1, let shape else { return name }
            return distinctName(shape, owners) ?? name
        }
    }

    /// The word that tells a branch best: an extension's, a title, the schema's name, its constant, its kind.
    private func name(of branch: Branch) -> String {
        let schema = branch.schema
        if case .schema = branch.content {
            if let name = schema.nameOverride ?? schema.keywords.title { return name }
            if let target = plainTarget(of: schema) { return componentName(target) }
            if isComponent(schema) { return componentName(schema) }
        }
        switch branch.content {
        case .enumeration(let enumeration, _): return Self.kindName(enumeration)
        case .shape(let shape): return kindName(shape)
        case .schema: return kindName(flatten(schema))
        }
    }

    /// The branch's constant, or a key that it requires and no other branch has; for an array, what it holds.
    private func distinctName(_ shape: Shape, _ owners: [ByteKey: Int]) -> String? {
        if shape.isArray { return shape.items.map { "array of \(name(of: Branch(content: .schema($0))))" } }
        for property in shape.properties where shape.isRequired(property.key) {
            if case .string(let value)? = constant(of: property.schema) { return value }
            if owners[ByteKey(property.key)] == 1 { return property.key }
        }
        return nil
    }

    private func shape(of branch: Branch) -> Shape? {
        switch branch.content {
        case .schema(let schema): flatten(resolved(schema))
        case .shape(let shape): shape
        case .enumeration: nil
        }
    }

    private func componentName(_ schema: Schema) -> String {
        schema.nameOverride ?? schema.place.path.schemaName
    }

    /// What the values of a set are. Most sets are texts, which need no word of their own.
    private static func kindName(_ enumeration: Enumeration) -> String {
        switch enumeration.rawType {
        case .string: "value"
        case .integer, .number: "number"
        }
    }

    private func kindName(_ shape: Shape) -> String {
        if shape.isBase { return "other" }
        // What is laid together of several alternatives is not planned only to be named.
        if !shape.alternatives.isEmpty, !shape.properties.isEmpty { return constantName(shape) ?? "object" }
        switch plan(for: shape) {
        case .record: return constantName(shape) ?? "object"
        case .enumeration: return "value"
        case .union: return "choice"
        case .tuple: return "tuple"
        case .same(let schema): return name(of: Branch(content: .schema(schema)))
        case .map: return "map"
        case .array: return "array"
        case .primitive(let primitive): return primitive.rawValue
        }
    }

    /// The value of a constant property that tells what an object is.
    private func constantName(_ shape: Shape) -> String? {
        for property in shape.properties {
            if case .string(let value)? = constant(of: property.schema) { return value }
        }
        return nil
    }
}
