import ApusDiagnostics
import ApusYAML

/// Parameter, Header and Items Objects: what they say of their values becomes a schema.
extension SwaggerUpgrade {
    /// What a parameter is.
    enum ParameterPlace { case body, form, other }

    func place(_ parameter: SwaggerNode) -> ParameterPlace {
        switch parameter["in"]?.text {
        case "body"?: .body
        case "formData"?: .form
        default: .other
        }
    }

    /// Whether a parameter, or what its reference leads to, is a body or part of one.
    func isPayload(_ written: SwaggerNode) -> Bool { target(of: written).map(place) ?? .other != .other }

    /// The parameters that stay parameters.
    func parameters(_ source: SwaggerNode) -> UpgradedNode {
        if source.reference != nil { return upgraded(source, as: .list(.parameter)) }
        guard source.node.sequence != nil else { return UpgradedNode(source) }
        return UpgradedNode(source.items.filter { !isPayload($0) }.map { upgraded($0, as: .parameter) }, at: source)
    }

    func parameter(_ source: SwaggerNode) -> UpgradedNode {
        guard source.node.mapping != nil, place(source) == .other else { return body(apart: source) }
        if let schema = source.pair("schema") {
            later(schema.value, "schema", of: "a Parameter Object")
            let pairs = source.pairs.filter { !Self.schemaKeys.contains($0.key) && $0.key != "collectionFormat" }
            return UpgradedNode(
                pairs.map { $0.key == "schema" ? $0.with(self.schema($0.value)) : $0.same }, at: source)
        }
        var pairs = source.pairs.filter { !Self.schemaKeys.contains($0.key) && $0.key != "collectionFormat" }.map(
            \.same)
        pairs += style(of: source, in: source["in"]?.text ?? "")
        if let schema = valueSchema(source) { pairs.append(schema) }
        return UpgradedNode(pairs, at: source)
    }

    /// A body that stands by itself in another file: who refers to it takes its schema.
    private func body(apart source: SwaggerNode) -> UpgradedNode {
        guard let schema = source.pair("schema") else { return UpgradedNode(source) }
        return UpgradedNode(
            source.pairs.map { $0.key == "schema" ? $0.with(self.schema(schema.value)) : $0.same }, at: source)
    }

    func header(_ source: SwaggerNode) -> UpgradedNode {
        guard source.node.mapping != nil, source["schema"] == nil else { return UpgradedNode(source) }
        var pairs = source.pairs.filter { !Self.schemaKeys.contains($0.key) && $0.key != "collectionFormat" }.map(
            \.same)
        pairs += style(of: source, in: "header")
        if let schema = valueSchema(source) { pairs.append(schema) }
        return UpgradedNode(pairs, at: source)
    }

    /// The schema of what an object says of its value; `nil` where it says nothing.
    private func valueSchema(_ source: SwaggerNode) -> UpgradedNode.Pair? {
        let pairs = schemaPairs(source)
        guard let first = pairs.first else { return nil }
        return .init(key: "schema", keyRange: first.keyRange, value: UpgradedNode(around: source, pairs))
    }

    /// The keys of a schema among those of a parameter, a header or items.
    func schemaPairs(_ source: SwaggerNode, isForm: Bool = false) -> [UpgradedNode.Pair] {
        source.pairs.flatMap { pair -> [UpgradedNode.Pair] in
            switch pair.key {
            case "items": return [pair.with(items(pair.value))]
            case "type" where pair.value.text == "file": return file(pair, isAllowed: isForm)
            case "x-nullable":
                return [.init(key: "nullable", keyRange: pair.keyRange, value: UpgradedNode(pair.value).copy)]
            case _ where Self.schemaKeys.contains(pair.key): return [pair.same]
            // What names the values of an enumeration belongs to them.
            case _ where pair.key.isExtensionKey && pair.key.lowercased().contains("enum"):
                return [pair.with(UpgradedNode(pair.value).copy)]
            default: return []
            }
        }
    }

    private func items(_ source: SwaggerNode) -> UpgradedNode {
        guard source.node.mapping != nil, source.reference == nil else { return schema(source) }
        if let format = source["collectionFormat"], source["type"]?.text == "array" {
            warn(
                "nested-collection", "OpenAPI 3 has no `collectionFormat` for lists in lists; it is ignored",
                at: format,
                category: .limitation)
        }
        return UpgradedNode(schemaPairs(source), at: source)
    }

    /// `type: file` (2.0, Parameter and Response Objects): bytes.
    func file(_ pair: SwaggerNode.Pair, isAllowed: Bool) -> [UpgradedNode.Pair] {
        if !isAllowed {
            warn(
                "misplaced-file", "`type: file` is for form parameters and responses alone; it is read as bytes",
                at: pair.value, hint: "Write `type: string` and `format: binary`.")
        }
        return [
            .init(key: "type", keyRange: pair.keyRange, value: UpgradedNode("string", for: pair.value)),
            .init(key: "format", keyRange: pair.keyRange, value: UpgradedNode("binary", for: pair.value)),
        ]
    }

    /// `collectionFormat` as `style` and `explode`, of which the defaults differ.
    func style(of source: SwaggerNode, in place: String) -> [UpgradedNode.Pair] {
        guard source["type"]?.text == "array" else { return [] }
        let pair = source.pair("collectionFormat") ?? source.pair("type")
        guard let pair else { return [] }
        let format = source["collectionFormat"]?.text ?? "csv"
        guard let (style, isExploded) = Self.styles(format, pair.value, in: place, self) else { return [] }
        return [
            .init(key: "style", keyRange: pair.keyRange, value: UpgradedNode(style, for: pair.value)),
            .init(
                key: "explode", keyRange: pair.keyRange,
                value: UpgradedNode(isExploded ? "true" : "false", .boolean(isExploded), for: pair.value)),
        ]
    }

    private static func styles(
        _ format: String, _ source: SwaggerNode, in place: String, _ upgrade: SwaggerUpgrade
    ) -> (style: String, isExploded: Bool)? {
        let hasPairs = place == "query" || place == "formData"
        let commas = hasPairs ? "form" : "simple"
        switch format {
        case "csv": return (commas, false)
        case "multi" where hasPairs: return ("form", true)
        case "ssv" where hasPairs: return ("spaceDelimited", false)
        case "pipes" where hasPairs: return ("pipeDelimited", false)
        case "tsv", "ssv", "pipes":
            upgrade.warn(
                "collection-format", "OpenAPI 3 has no style for `\(format)` here; the values are divided by commas",
                at: source, category: .limitation)
        case "multi":
            upgrade.warn(
                "collection-format",
                "`multi` is for queries and forms alone; the values are divided by commas", at: source)
        default:
            upgrade.warn(
                "unknown-value", "`\(format)` is not a value of `collectionFormat`, and is ignored", at: source,
                hint: "Known are `csv`, `ssv`, `tsv`, `pipes`, `multi`.")
        }
        return (commas, false)
    }

    /// The keys that a schema has too.
    static let schemaKeys: Set<String> = [
        "type", "format", "items", "default", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength",
        "minLength", "pattern", "maxItems", "minItems", "uniqueItems", "enum", "multipleOf", "nullable", "x-nullable",
    ]
}
