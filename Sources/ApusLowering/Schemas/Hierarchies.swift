import ApusIR
import ApusOpenAPI

/// Hierarchies: a named schema with a `discriminator` and no alternatives, which other named schemas have as a part.
///
/// Where the parent is used a value of any child can stand, so that the parent is a union of its children, and of an object
/// of its own for values that name none. As a part of a child it is only its properties.
extension Builder {
    /// The plan for a parent; `nil` for every other shape.
    func children(of shape: Shape) -> Plan? {
        guard !shape.isBase, let discriminator = shape.schema.keywords.discriminator, isComponent(shape.schema),
            let children = childrenByParent[ObjectIdentifier(shape.schema)]
        else { return nil }
        var base = shape
        base.isBase = true
        return .union(
            children.map { Branch(content: .schema($0)) } + [Branch(content: .shape(base))],
            discriminator: discriminator)
    }

    /// Whether a schema is one of the document's named ones.
    func isComponent(_ schema: Schema) -> Bool {
        typeIDs[ObjectIdentifier(schema)]?.rawValue.utf8.starts(with: "schemas/".utf8) ?? false
    }

    /// In document order, children of children included.
    func findChildren() -> [ObjectIdentifier: [Schema]] {
        var children: [ObjectIdentifier: [Schema]] = [:]
        for entry in document.components.schemas where entry.value.keywords.allOf != nil {
            var ancestors: Set<ObjectIdentifier> = []
            var open = [entry.value]
            while let schema = open.popLast() {
                for part in schema.keywords.allOf ?? [] {
                    guard let parent = target(of: part), parent !== entry.value else { continue }
                    guard ancestors.insert(ObjectIdentifier(parent)).inserted else { continue }
                    open.append(parent)
                    guard parent.keywords.discriminator != nil else { continue }
                    guard parent.keywords.oneOf == nil, parent.keywords.anyOf == nil else { continue }
                    children[ObjectIdentifier(parent), default: []].append(entry.value)
                }
            }
        }
        return children
    }
}
