import ApusDiagnostics
import ApusIR
import ApusOpenAPI

/// Multipart bodies whose parts the document describes.
extension Builder {
    /// Whether the parts are known, so that they can be the members of a type.
    func hasParts(_ media: MediaTypeObject) -> Bool {
        if positionalParts(media) != nil { return true }
        guard let members = media.schema.flatMap({ formMembers($0) }) else { return false }
        return !members.all.isEmpty || members.typedRest != nil
    }

    /// Declares the form, and gives its use. A form is never the type that its schema is in JSON: files are no text there,
    /// and the rules of `encoding` are the media type's.
    func form(_ media: MediaTypeObject, _ essence: String, at position: Position) -> TypeReference {
        guard let schema = media.schema ?? media.itemSchema else { return .primitive(.binary) }
        let id = uniqueID(position.base + position.step)
        let slot = reserve(id, position.name, schema)
        let rules = PartRules(isForm: essence == "multipart/form-data", version: document.version)
        types[slot].kind = .form(positionalForm(media, rules, id: id) ?? namedForm(schema, media, rules, id: id))
        return .named(id)
    }

    /// What the media type allows its parts.
    struct PartRules {
        let isForm: Bool
        let version: OpenAPIDocument.Version

        /// OpenAPI 3.0 has styles for URL-encoded forms alone, 3.1 also for `multipart/form-data`.
        var hasStyles: Bool { isForm && version != .v30 }
        /// From 3.1 on a schema without a type is raw bytes in a part.
        var untypedIsFile: Bool { version != .v30 }
    }

    private func namedForm(
        _ schema: Schema, _ media: MediaTypeObject, _ rules: PartRules, id: TypeID
    ) -> MultipartForm {
        guard let members = formMembers(schema) else { return MultipartForm(parts: []) }
        if members.isLoose {
            warn(
                "form-alternatives",
                "the alternatives of a multipart body are taken together: parts of each are optional",
                at: schema.place, hint: "Which parts go together is not checked.")
        }
        reportUnknownEncodings(media, members)
        let parts = members.all.compactMap { member -> FormPart? in
            let property = member.property
            if access(of: property) == .readOnly { return nil }
            if !member.isRequired, isIgnored(property.schema) { return nil }
            return part(member, media.encoding[property.key], rules, id: id)
        }
        return MultipartForm(parts: parts, additional: additionalParts(members, rules, id: id))
    }

    private func additionalParts(_ members: FormMembers, _ rules: PartRules, id: TypeID) -> AdditionalMembers {
        guard let rest = members.typedRest else { return members.isClosed ? .forbidden : .untyped }
        if let file = fileType(of: rest, nil, rules) { return .typed(file) }
        return .typed(reference(to: rest, at: Position(in: id, .value)))
    }

    /// `encoding` for a part that the schema does not name says nothing.
    private func reportUnknownEncodings(_ media: MediaTypeObject, _ members: FormMembers) {
        let known = Set(members.all.map(\.property.key))
        for entry in media.encoding where !known.contains(entry.key) {
            warn(
                "unknown-encoding", "`encoding` names `\(entry.key)`, which is no property of the body; it is ignored",
                at: entry.value.place, category: .document)
        }
    }

    /// The parts by their positions: OpenAPI 3.2, other multipart types than `multipart/form-data`.
    private func positionalParts(_ media: MediaTypeObject) -> (prefix: [Schema], rest: Schema?)? {
        if let item = media.itemSchema { return ([], item) }
        guard let schema = media.schema else { return nil }
        let shape = flatten(schema)
        guard shape.isArray, shape.alternatives.isEmpty else { return nil }
        let rest = shape.items.flatMap { $0.boolean == nil ? $0 : nil }
        let prefix = shape.prefixItems ?? []
        return prefix.isEmpty && rest == nil ? nil : (prefix, rest)
    }

    private func positionalForm(_ media: MediaTypeObject, _ rules: PartRules, id: TypeID) -> MultipartForm? {
        guard !rules.isForm, let positions = positionalParts(media) else { return nil }
        var parts = positions.prefix.enumerated().map { index, schema -> FormPart in
            let encoding = index < media.prefixEncoding.count ? media.prefixEncoding[index] : media.itemEncoding
            let property = Shape.Property(key: positionalName(schema) ?? "item \(index)", schema: schema)
            return part(FormMember(property, isRequired: true), encoding, rules, id: id)
        }
        if let rest = positions.rest {
            let member = FormMember(Shape.Property(key: "items", schema: rest), isRequired: false)
            var last = part(member, media.itemEncoding, rules, id: id)
            last.field.type = .array(last.field.type.nonNull)
            parts.append(last)
        }
        for index in parts.indices { parts[index].isNamed = false }
        return MultipartForm(parts: parts)
    }

    /// What a part without a name is called: by its title, or the schema that it uses.
    private func positionalName(_ schema: Schema) -> String? {
        if let title = schema.keywords.title { return title }
        return plainTarget(of: schema)?.place.path.typeName
    }
}

/// A member of a form, with the schemas that different alternatives have for it.
struct FormMember {
    var property: Shape.Property
    var others: [Schema] = []
    var isRequired: Bool

    init(_ property: Shape.Property, isRequired: Bool) {
        self.property = property
        self.isRequired = isRequired
    }
}

/// The members of a form, of whichever alternative.
struct FormMembers {
    var all: [FormMember] = []
    /// The schema of further parts.
    var typedRest: Schema?
    /// Whether further parts are forbidden.
    var isClosed = false
    /// Whether they are those of several alternatives together.
    var isLoose = false

    fileprivate init(_ shape: Shape) {
        all = shape.properties.map { FormMember($0, isRequired: shape.isRequired($0.key)) }
        let rest = shape.additionalProperties ?? shape.patternProperties.first
        typedRest = rest.flatMap { $0.boolean == nil ? $0 : nil }
        isClosed = rest?.boolean == false
    }

    /// Takes the members of another alternative in.
    fileprivate mutating func add(_ alternative: FormMembers) {
        isLoose = true
        isClosed = isClosed && alternative.isClosed
        typedRest = typedRest ?? alternative.typedRest
        let theirs = Set(alternative.all.filter(\.isRequired).map(\.property.key))
        for index in all.indices where !theirs.contains(all[index].property.key) { all[index].isRequired = false }
        for member in alternative.all {
            if let index = all.firstIndex(where: { $0.property.key == member.property.key }) {
                if all[index].property.schema !== member.property.schema {
                    all[index].others.append(member.property.schema)
                }
            } else {
                var member = member
                member.isRequired = false
                all.append(member)
            }
        }
    }
}

extension Builder {
    /// The members of an object, or of all alternatives; `nil` for what is no object.
    fileprivate func formMembers(_ schema: Schema, depth: Int = 0) -> FormMembers? {
        formMembers(flatten(schema), depth: depth)
    }

    private func formMembers(_ shape: Shape, depth: Int) -> FormMembers? {
        guard depth < 8 else { return nil }
        switch plan(for: shape) {
        case .record, .map: return FormMembers(shape)
        case .same(let schema): return formMembers(schema, depth: depth + 1)
        case .union(let branches, _):
            let alternatives = branches.compactMap { branch -> FormMembers? in
                if case .shape(let laid) = branch.content { return formMembers(laid, depth: depth + 1) }
                return formMembers(branch.schema, depth: depth + 1)
            }
            guard var members = alternatives.first else { return nil }
            for alternative in alternatives.dropFirst() { members.add(alternative) }
            return members
        case .enumeration, .array, .tuple, .primitive: return nil
        }
    }
}
