import ApusDiagnostics
import ApusIR
import ApusOpenAPI

/// One part of a multipart body: file or value, and how it is written.
extension Builder {
    func part(_ member: FormMember, _ encoding: EncodingObject?, _ rules: PartRules, id: TypeID) -> FormPart {
        let schema = member.property.schema
        let file = fileType(of: schema, encoding, rules)
        let style = file == nil ? self.style(encoding, rules) : nil
        let type = file ?? textOfOtherMedia(schema, encoding, style) ?? commonType(member, id: id)
        let field = field(member.property, isRequired: member.isRequired, of: id, as: type)
        reportFile(schema, encoding, isFile: file != nil)
        return FormPart(
            field: field, contentType: style == nil ? contentType(of: schema, encoding, isFile: file != nil) : nil,
            style: style?.rawValue, explode: style == nil ? nil : encoding?.explode, headers: headers(encoding))
    }

    /// The type of a part that is a file, or several; `nil` for a value.
    func fileType(
        of schema: Schema, _ encoding: EncodingObject?, _ rules: PartRules, depth: Int = 0
    ) -> TypeReference? {
        guard depth < 8 else { return nil }
        if encoding.map(isNested) == true { return withNull(.primitive(.binary), of: schema) }
        let shape = flatten(schema)
        switch plan(for: shape) {
        case .primitive(let primitive):
            return isFile(primitive, shape, schema, encoding, rules) ? withNull(.primitive(.binary), of: schema) : nil
        case .array:
            let item = shape.items.flatMap { fileType(of: $0, encoding, rules, depth: depth + 1) }
            return item.map { withNull(.array($0.nonNull.isList ? .primitive(.binary) : $0.nonNull), of: schema) }
        case .same(let same):
            let inner = fileType(of: same, encoding, rules, depth: depth + 1)
            return inner.map { withNull($0, of: schema) }
        case .union(let branches, _):
            let files = branches.compactMap { fileType(of: $0.schema, encoding, rules, depth: depth + 1) }
            guard let first = files.first else { return nil }
            return withNull((files.first { $0.nonNull.isList } ?? first).nonNull, of: schema)
        case .record, .enumeration, .map, .tuple: return nil
        }
    }

    private func isFile(
        _ primitive: Primitive, _ shape: Shape, _ schema: Schema, _ encoding: EncodingObject?, _ rules: PartRules
    ) -> Bool {
        let isBinary = primitive == .binary || shape.contentEncoding?.lowercased() == "binary"
        if isBinary { return true }
        let media = encoding?.contentType ?? resolved(schema).keywords.contentMediaType
        switch primitive {
        case .string where shape.contentEncoding == nil: return media.map(Self.isBytes) ?? false
        case .any where shape.types.isEmpty && shape.alternatives.isEmpty:
            return media.map(Self.isBytes) ?? rules.untypedIsFile
        default: return false
        }
    }

    /// Whether every media type of a list is one of bytes rather than text.
    private static func isBytes(_ list: String) -> Bool {
        list.split(separator: ",").allSatisfy { entry in
            let type = essence(String(entry.drop { $0 == " " }))
            return !type.hasPrefix("text/") && !isJSON(type) && !isXML(type) && type != formType && type != "*/*"
        }
    }

    /// Structure that is to be written in another syntax than JSON is given as text.
    private func textOfOtherMedia(
        _ schema: Schema, _ encoding: EncodingObject?, _ style: ParameterObject.Style?
    ) -> TypeReference? {
        guard style == nil, let media = encoding?.contentType else { return nil }
        let types = media.split(separator: ",").map { Self.essence(String($0.drop { $0 == " " })) }
        guard !types.contains(where: { Self.isJSON($0) || Self.isRange($0) }) else { return nil }
        let shape = flatten(schema)
        var type = TypeReference.primitive(.string)
        switch plan(for: shape) {
        case .record, .map, .union, .tuple: break
        case .array:
            guard let items = shape.items, textOfOtherMedia(items, encoding, nil) != nil else { return nil }
            type = .array(type)
        case .same(let same): return textOfOtherMedia(same, encoding, nil)
        case .enumeration, .primitive: return nil
        }
        warn(
            "part-as-text", "a part in the syntax of `\(media)` is given as text", at: encoding?.place ?? schema.place,
            hint: "Write the text yourself, with the coder of your choice.")
        return withNull(type, of: schema)
    }

    /// The one type of all alternatives' schemas: text where all are texts, else any value. `nil` for a single schema.
    private func commonType(_ member: FormMember, id: TypeID) -> TypeReference? {
        guard !member.others.isEmpty else { return nil }
        let schemas = [member.property.schema] + member.others
        let types = schemas.map { reference(to: $0, at: Position(in: id, .property(member.property.key))) }
        if types.allSatisfy({ $0 == types[0] }), schemas.allSatisfy({ constant(of: $0) == nil }) { return types[0] }
        let areTexts = schemas.allSatisfy { flatten($0).types == .string && !acceptsNull($0) }
        return .primitive(areTexts ? .string : .any)
    }

    private func style(_ encoding: EncodingObject?, _ rules: PartRules) -> ParameterObject.Style? {
        guard let encoding, encoding.style != nil || encoding.explode != nil else { return nil }
        if rules.hasStyles { return encoding.style ?? .form }
        warn(
            "ignored-part-style",
            "`style` and `explode` say nothing of the parts of this media type in this version; they are ignored",
            at: encoding.place, category: .document)
        return nil
    }

    private func reportFile(_ schema: Schema, _ encoding: EncodingObject?, isFile: Bool) {
        guard let encoding, isFile else { return }
        if encoding.style != nil || encoding.explode != nil {
            warn(
                "ignored-part-style", "`style` and `explode` say nothing of a file; they are ignored",
                at: encoding.place, category: .document)
        }
        if isNested(encoding) {
            warn(
                "nested-parts", "parts inside of a part are given as one body", at: encoding.place,
                hint: "Give its bytes, and its media type with the boundary.")
        }
    }

    /// Whether the part is a multipart body itself.
    private func isNested(_ encoding: EncodingObject) -> Bool {
        !encoding.encoding.isEmpty || !encoding.prefixEncoding.isEmpty || !encoding.itemEncodings.isEmpty
            || encoding.contentType?.hasPrefix("multipart/") == true
    }

    /// What is sent as the part's media type. Of a file it is a list to choose from; of a value the one in JSON's syntax,
    /// else the first; nothing where text is the default.
    private func contentType(of schema: Schema, _ encoding: EncodingObject?, isFile: Bool) -> String? {
        let keywords = resolved(schema).keywords
        let isEncoded = document.version != .v30 && keywords.contentEncoding != nil && !isFile
        let list = encoding?.contentType ?? keywords.contentMediaType ?? (isEncoded ? "application/octet-stream" : nil)
        guard let list, !isFile else { return list }
        let types = list.split(separator: ",").map { String($0.drop { $0 == " " }) }.filter { !Self.isRange($0) }
        return types.first { Self.isJSON(Self.essence($0)) } ?? types.first
    }

    /// `Content-Type` is said by `contentType`.
    private func headers(_ encoding: EncodingObject?) -> [PartHeader] {
        guard let encoding else { return [] }
        return encoding.headers.compactMap { entry in
            guard entry.key.lowercased() != "content-type", let header = document.references.resolve(entry.value) else {
                return nil
            }
            return PartHeader(name: entry.key, documentation: Documentation(description: header.value.description))
        }
    }
}

extension TypeReference {
    fileprivate var isList: Bool { if case .array = self { true } else { false } }
}
