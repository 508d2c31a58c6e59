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
        }
        switch branch.content {
        case .enumeration: return "value"
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
        schema.nameOverride ?? schema.place.path.token
    }

    private func kindName(_ shape: Shape) -> String {
        switch plan(for: shape) {
        case .record: constantName(shape) ?? "object"
        case .enumeration: "value"
        case .union: "choice"
        case .same(let schema): name(of: Branch(content: .schema(schema)))
        case .map: "map"
        case .array: "array"
        case .primitive(let primitive): primitive.rawValue
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
