import ApusDiagnostics
import ApusIR
import ApusOpenAPI

/// The types of components and of other targets of references.
extension Builder {
    /// Gives every component its ID before any schema is lowered, then makes them in document order.
    func defineComponents() {
        let schemas = document.components.schemas
        for entry in schemas {
            typeIDs[ObjectIdentifier(entry.value)] = uniqueID("schemas/" + Position.escaped(entry.key))
        }
        for entry in schemas {
            guard let id = typeIDs[ObjectIdentifier(entry.value)] else { continue }
            define(entry.value, id: id, name: entry.value.nameOverride ?? entry.key)
        }
    }

    /// Makes the types of targets that are no components; making one may bring another.
    func definePending() {
        var next = 0
        while next < pending.count {
            let (schema, id) = pending[next]
            define(schema, id: id, name: schema.nameOverride ?? schema.place.path.typeName)
            next += 1
        }
    }

    /// The ID of the type that a reference's target has or will have.
    func typeID(of schema: Schema) -> TypeID {
        if let known = typeIDs[ObjectIdentifier(schema)] { return known }
        let id = uniqueID("pointers" + schema.place.pointer.description)
        typeIDs[ObjectIdentifier(schema)] = id
        pending.append((schema, id))
        return id
    }

    /// An ID that no type has: two names that differ only in Unicode composition are equal as strings.
    func uniqueID(_ text: String) -> TypeID {
        var candidate = text
        while let count = usedTypeIDs[candidate] {
            // The next number is kept with the text, so that many equal names cost no more than unequal ones.
            usedTypeIDs[text] = (usedTypeIDs[text] ?? count) + 1
            candidate = "\(text)'\(usedTypeIDs[text] ?? 0)"
        }
        usedTypeIDs[candidate] = 1
        return TypeID(rawValue: candidate)
    }

    private func define(_ schema: Schema, id: TypeID, name: String) {
        let position = Position(base: id.rawValue, step: "", name: .named(name))
        let slot = reserve(id, position.name, schema)
        types[slot].kind = kind(of: schema, id: id, at: position)
    }

    /// The kind of a schema's own declaration. A union of one branch is that branch, however deep it stands.
    private func kind(of schema: Schema, id: TypeID, at position: Position) -> TypeKind {
        var schema = schema
        while true {
            if let target = plainTarget(of: schema) { return .alias(.named(typeID(of: target))) }
            let shape = flatten(schema)
            let plan = plan(for: shape)
            if case .same(let branch) = plan { schema = branch; continue }
            return declaration(plan, shape, id: id) ?? .alias(use(plan, shape, at: position).nonNull)
        }
    }

    /// Takes the next place in the list, to be filled when the kind is known.
    func reserve(_ id: TypeID, _ name: TypeName, _ schema: Schema) -> Int {
        let notes = annotations(of: schema)
        types.append(
            TypeDefinition(
                id: id, name: name, kind: .alias(.primitive(.any)), documentation: notes.documentation,
                deprecation: notes.deprecation, origin: schema.place.origin))
        return types.count - 1
    }
}

extension DocumentPath {
    /// The token that tells best what is there: not an index, nor one of the specification's own words.
    fileprivate var typeName: String {
        let words: Set<String> = ["schema", "items", "properties", "content", "allOf", "anyOf", "oneOf"]
        var current: DocumentPath = self
        while let parent = current.parent {
            if !words.contains(current.token), Int(current.token) == nil { return current.token }
            current = parent
        }
        return token
    }
}
