import ApusDiagnostics
import ApusYAML

/// The keywords of a schema: JSON Schema 2020-12, OpenAPI's own and those of 3.0's dialect.
enum SchemaKey: String, ObjectKey {
    case ref = "$ref", id = "$id", dialect = "$schema", anchor = "$anchor", dynamicRef = "$dynamicRef"
    case recursiveRef = "$recursiveRef", recursiveAnchor = "$recursiveAnchor"
    case dynamicAnchor = "$dynamicAnchor", vocabulary = "$vocabulary", comment = "$comment", defs = "$defs"
    case definitions, type, nullable, `enum`, const, format, title, description, `default`, example, examples
    case deprecated, readOnly, writeOnly, properties, patternProperties, additionalProperties, unevaluatedProperties
    case propertyNames, required, minProperties, maxProperties, dependentRequired, dependentSchemas, items, prefixItems
    case unevaluatedItems, contains, minContains, maxContains, minItems, maxItems, uniqueItems, allOf, anyOf, oneOf, not
    case `if`, then, `else`, discriminator, xml, externalDocs, contentEncoding, contentMediaType, contentSchema
    case multipleOf, maximum, exclusiveMaximum, minimum, exclusiveMinimum, maxLength, minLength, pattern

    static let table = makeTable()

    var since: OpenAPIDocument.Version {
        switch self {
        case .id, .dialect, .anchor, .dynamicRef, .dynamicAnchor, .vocabulary, .comment, .defs, .const, .examples,
            .patternProperties, .unevaluatedProperties, .propertyNames, .dependentRequired, .dependentSchemas,
            .prefixItems, .unevaluatedItems, .contains, .minContains, .maxContains, .if, .then, .else, .contentEncoding,
            .contentMediaType, .contentSchema:
            .v31
        default: .v30
        }
    }
}

extension Member {
    /// A schema, which in 3.1 may also be `true` or `false`. What is none at all is read as one that allows any value,
    /// so that what holds it stays.
    func schema() -> Schema {
        switch node.content {
        case .mapping(let mapping):
            let reader = ObjectReader(context: context, mapping: mapping, place: place, title: "a Schema Object")
            return SchemaDecoder.decode(reader)
        case .scalar(let scalar):
            if case .boolean(let value) = scalar.kind { return Schema(boolean: value, place: place) }
        case .sequence: break
        }
        warn(
            "wrong-type", "`\(key)` must be a schema (a mapping), not \(node.kindName); any value is taken there",
            hint: "Write a schema such as `{type: string}`, or `{}` for any value.")
        return Schema(boolean: true, place: place)
    }

    /// A list of schemas.
    func schemas() -> [Schema] { list { $0.schema() } }
}

/// Mapping to schema.
enum SchemaDecoder {
    static func decode(_ reader: ObjectReader) -> Schema {
        let context = reader.context
        let outer = (context.base, context.recursionRoot)
        context.enter(reader)
        defer { (context.base, context.recursionRoot) = outer }
        let schema = Schema(place: reader.place) { keywords in
            keywords.extensions = reader.read(SchemaKey.self) { decode($0, $1, into: &keywords) }
            if let items = reader.mapping.pair("items"), items.value.sequence != nil {
                readItemsList(Member(context: context, pair: items, parent: reader.place.path), into: &keywords)
            }
            if context.version == .v30, keywords.reference != nil { SchemaSiblings.drop(from: &keywords, reader) }
        }
        context.schemas.append(schema)
        SchemaChecks.check(schema, reader)
        return schema
    }

    /// JSON Schema had a list of schemas under `items` for tuples up to draft 7. Where nothing says that there is an array,
    /// authors mean that a value is one of them.
    private static func readItemsList(_ member: Member, into keywords: inout SchemaKeywords) {
        let isTuple = keywords.types.contains(.array)
        if !isTuple {
            keywords.anyOf = keywords.anyOf ?? keywords.prefixItems
            keywords.prefixItems = nil
        }
        member.warn(
            "items-list",
            "`items` must be one schema, not a list of them; it is read as \(isTuple ? "`prefixItems`" : "`anyOf`")",
            hint: isTuple
                ? "In 3.1 write `prefixItems`; in 3.0 and before there are no tuples."
                : "Write `anyOf`, or say `type: array`.")
    }

    private static func decode(_ key: SchemaKey, _ member: Member, into keywords: inout SchemaKeywords) {
        switch key {
        case .ref: keywords.reference = member.reference(.schemas)
        case .dynamicRef: if keywords.reference == nil { keywords.reference = member.dynamicReference() }
        case .recursiveRef: if keywords.reference == nil { keywords.reference = member.recursiveReference() }
        case .type: decodeType(member, into: &keywords)
        case .nullable: decodeNullable(member, into: &keywords)
        case .enum: keywords.enumeration = decodeEnumeration(member)
        case .const: keywords.constant = member.node
        case .format: keywords.format = member.string()
        case .title: keywords.title = member.string()
        case .description: keywords.description = member.string()
        case .default: keywords.defaultValue = member.node
        case .example: keywords.examples.insert(member.node, at: 0)
        case .examples: keywords.examples += decodeExamples(member)
        case .deprecated: keywords.isDeprecated = member.boolean() ?? false
        case .readOnly: keywords.isReadOnly = member.boolean() ?? false
        case .writeOnly: keywords.isWriteOnly = member.boolean() ?? false
        case .discriminator: keywords.discriminator = member.discriminator()
        case .contentEncoding: keywords.contentEncoding = member.string()
        case .contentMediaType: keywords.contentMediaType = member.string()
        default: decodeStructure(key, member, into: &keywords)
        }
    }

    /// The keywords that hold schemas.
    private static func decodeStructure(_ key: SchemaKey, _ member: Member, into keywords: inout SchemaKeywords) {
        switch key {
        case .properties: keywords.properties = member.map { $0.schema() }
        case .patternProperties: keywords.patternProperties = member.map { $0.schema() }
        case .additionalProperties: keywords.additionalProperties = member.schema()
        case .unevaluatedProperties: keywords.unevaluatedProperties = member.schema()
        case .required: keywords.required = decodeRequired(member)
        case .items where member.node.sequence != nil: keywords.prefixItems = member.schemas()
        case .items: keywords.items = member.schema()
        case .prefixItems: keywords.prefixItems = member.schemas()
        case .allOf: keywords.allOf = member.branches()
        case .anyOf: keywords.anyOf = member.branches()
        case .oneOf: keywords.oneOf = member.branches()
        case .not, .if, .then, .else, .contains, .propertyNames, .unevaluatedItems, .contentSchema:
            keywords.others.append(.init(keyword: key.rawValue, schemas: [member.schema()]))
        case .defs, .definitions, .dependentSchemas:
            let schemas = member.map { $0.schema() }
            keywords.others.append(.init(keyword: key.rawValue, schemas: schemas.map(\.value)))
        default: decodeRest(key, member, into: &keywords)
        }
    }

    /// Limits of values, and words about the schema.
    private static func decodeRest(_ key: SchemaKey, _ member: Member, into keywords: inout SchemaKeywords) {
        if SchemaLimits.check(key, member) {
            keywords.limits.append(.init(keyword: key.rawValue, value: member.node))
        } else if !SchemaLimits.isLimit(key) {
            let entry = OrderedMap<YAMLNode>.Entry(key: member.key, keyRange: member.keyRange, value: member.node)
            keywords.annotations = OrderedMap(keywords.annotations.entries + [entry])
        }
    }

    private static func decodeType(_ member: Member, into keywords: inout SchemaKeywords) {
        keywords.hasType = true
        if member.node.sequence == nil {
            keywords.types = decodeTypeName(member, into: &keywords)
        } else {
            reportTypeList(member)
            for name in member.items() { keywords.types.formUnion(decodeTypeName(name, into: &keywords)) }
        }
        guard keywords.types.contains(.null) else { return }
        keywords.isNullable = true
        if keywords.types != .null { keywords.types.remove(.null) }
    }

    private static func reportTypeList(_ member: Member) {
        guard member.context.version == .v30 else { return }
        member.warn(
            "type-list", "a list of types belongs to OpenAPI 3.1; it is read as there",
            hint: "In 3.0 write one type, and `nullable: true` for null.")
    }

    private static func decodeTypeName(_ member: Member, into keywords: inout SchemaKeywords) -> SchemaTypes {
        // `type: null` without quotes is YAML's null; what the author means is plain.
        if member.node.scalar?.kind == .null { return .null }
        guard let text = member.string() else { return [] }
        if let known = SchemaTypes(name: text) { return known }
        return ForeignTypes.read(text, member, into: &keywords)
    }

    private static func decodeNullable(_ member: Member, into keywords: inout SchemaKeywords) {
        guard let value = member.boolean() else { return }
        if value { keywords.isNullable = true }
        guard member.context.version != .v30 else { return }
        member.warn(
            "nullable-keyword", "`nullable` belongs to OpenAPI 3.0; it is read as there",
            hint: "In 3.1 write `type: [string, 'null']`.")
    }

    private static func decodeEnumeration(_ member: Member) -> [YAMLNode]? {
        guard let values = member.node.sequence else { return member.wrongType("a sequence of values") }
        reportDoubles(member)
        if values.isEmpty {
            member.warn("empty-enum", "`enum` has no values and is ignored")
            return nil
        }
        return values
    }

    /// JSON Schema 2020-12 Validation, section 6.1.2: the values should be distinct. The first of each is taken.
    private static func reportDoubles(_ member: Member) {
        var seen: Set<ListedValue> = []
        for item in member.items() where item.node.scalar.map({ seen.insert(.init($0)).inserted }) == false {
            item.warn("duplicate-enum-value", "the value `\(item.node.scalar?.text ?? "")` is listed twice")
        }
    }

    /// A value of `enum`, told apart byte for byte: texts that differ only in how Unicode composes them are two.
    private struct ListedValue: Hashable {
        private let scalar: YAMLScalar
        private let bytes: ByteKey

        init(_ scalar: YAMLScalar) {
            self.scalar = scalar
            bytes = ByteKey(scalar.text)
        }
    }

    private static func decodeExamples(_ member: Member) -> [YAMLNode] {
        if let values = member.node.sequence { return values }
        // Not legal in any version, but common: the map of Example Objects that other objects have.
        guard let mapping = member.node.mapping else { return member.wrongType("a sequence of values") ?? [] }
        member.warn("schema-examples", "`examples` of a schema must be a sequence; a mapping's values are read")
        return mapping.pairs.map { $0.value["value"] ?? $0.value }
    }

    /// Draft 4's boolean `required` is a property's own claim, which later versions know nothing of.
    private static func decodeRequired(_ member: Member) -> [String] {
        if case .boolean = member.node.scalar?.kind {
            member.warn(
                "boolean-required", "`required` of a schema must be a list of property names; a boolean is ignored",
                hint: "Name the property in the `required` of the schema that holds it.")
            return []
        }
        return member.strings()
    }
}

extension Member {
    /// The branches of a composition, of which there must be some.
    fileprivate func branches() -> [Schema]? {
        let schemas = schemas()
        if schemas.isEmpty, node.sequence != nil { warn("empty-composition", "`\(key)` has no schemas and is ignored") }
        return schemas.isEmpty ? nil : schemas
    }

    fileprivate func discriminator() -> DiscriminatorObject? {
        // A few documents name the property alone, as Swagger 2.0 did.
        if let text = node.scalar, text.kind == .string {
            warn(
                "discriminator-string", "`discriminator` must be a mapping; `\(text.text)` is read as its propertyName")
            var object = DiscriminatorObject(place: place)
            object.propertyName = text.text
            return object
        }
        return object(DiscriminatorObject.self)
    }
}

extension YAMLNode {
    /// The value of a key, when the node is a mapping that has it.
    subscript(key: String) -> YAMLNode? { mapping?[key] }
}

extension DiscriminatorObject: DecodableObject {
    static let title = "a Discriminator Object"

    enum Key: String, ObjectKey {
        case propertyName, mapping, defaultMapping
        static let table = makeTable()

        var since: OpenAPIDocument.Version {
            switch self {
            case .defaultMapping: .v32
            default: .v30
            }
        }
    }

    var isUsable: Bool { !propertyName.isEmpty }

    static func decode(_ reader: ObjectReader) -> DiscriminatorObject {
        var object = DiscriminatorObject(place: reader.place)
        object.extensions = reader.read(Key.self, required: [.propertyName]) { key, member in
            switch key {
            case .propertyName: object.propertyName = member.string() ?? ""
            case .mapping: object.mapping = member.map { $0.reference(.schemas, isMapping: true) }
            case .defaultMapping: object.defaultMapping = member.reference(.schemas, isMapping: true)
            }
        }
        return object
    }
}
