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
        adoptFiles()
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
            next += 1
            guard awaited.remove(id) != nil else { continue }
            define(schema, id: id, name: schema.nameOverride ?? schema.place.path.typeName)
        }
        qualifyFileNames()
    }

    /// The ID of the type that a reference's target has or will have.
    func typeID(of schema: Schema) -> TypeID {
        if let known = typeIDs[ObjectIdentifier(schema)] { return known }
        let id = uniqueID(schema.place.path.typeID)
        typeIDs[ObjectIdentifier(schema)] = id
        pending.append((schema, id))
        awaited.insert(id)
        return id
    }

    /// The ID that references have given to a schema before its own place came up, where its name is better than one
    /// that is made of the pointer.
    func awaitedID(of schema: Schema) -> TypeID? {
        typeIDs[ObjectIdentifier(schema)].flatMap { awaited.remove($0) }
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
        slots[id] = slot
        types[slot].kind = kind(of: schema, id: id, at: position)
    }

    /// The kind of a schema's own declaration. A union of one branch is that branch, however deep it stands.
    private func kind(of schema: Schema, id: TypeID, at position: Position) -> TypeKind {
        if let mapped = mappings.primitive(schema) { return .alias(.primitive(mapped)) }
        var schema = schema
        var walked: Set<ObjectIdentifier> = []
        // A union whose only branch leads back to it is nothing; that is told when circles of names are broken.
        while walked.insert(ObjectIdentifier(schema)).inserted {
            if let target = plainTarget(of: schema) {
                let known = typeID(of: target)
                if known == id, target !== schema { schema = target; continue }
                return .alias(.named(known))
            }
            let shape = flatten(schema)
            let plan = plan(for: shape)
            if case .same(let branch) = plan { schema = branch; continue }
            return declaration(plan, shape, id: id) ?? .alias(use(plan, shape, at: position).nonNull)
        }
        return .alias(.named(id))
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
