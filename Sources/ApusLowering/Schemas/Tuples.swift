import ApusIR
import ApusOpenAPI

/// `prefixItems`: lists whose items differ by position.
extension Builder {
    /// Nearly every document means that all items are there, also where it does not say `minItems`.
    func tuple(_ shape: Shape, id: TypeID) -> Tuple {
        let schemas = shape.prefixItems ?? []
        let required = shape.minimumItems ?? schemas.count
        let items = schemas.enumerated().map { index, schema in
            let notes = annotations(of: schema)
            let name = notes.nameOverride ?? schema.keywords.title
            return Tuple.Item(
                name: name, type: reference(to: schema, at: Position(in: id, .property(name ?? "item \(index)"))),
                isRequired: index < required, documentation: notes.documentation)
        }
        let rest = shape.items.flatMap { $0.boolean == nil ? reference(to: $0, at: Position(in: id, .element)) : nil }
        return Tuple(items: items, rest: rest ?? .primitive(.any))
    }
}
