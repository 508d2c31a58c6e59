import ApusDiagnostics
import ApusYAML

extension DecodingContext {
    /// Steps into a schema, which may change what the references in it mean.
    func enter(_ schema: ObjectReader) {
        let path = schema.place.path
        if recursionRoot == nil { recursionRoot = path }
        for pair in schema.mapping.pairs where pair.key.utf8.first == UInt8(ascii: "$") {
            if pair.key == "$recursiveAnchor", pair.value.scalar?.kind == .boolean(true) {
                recursionRoot = path
            } else if pair.key == "$id", let id = schema.mapping.resourceID {
                base = ReferenceBase(base, resource: path.tokens, id: id)
                recursionRoot = path
            }
        }
    }
}

extension Member {
    /// The value of a `$dynamicRef`, read as a `$ref`: which of several anchors of one name is meant depends on the way
    /// on which a validator came (JSON Schema 2020-12, 8.2.3.2), and a type has no such way.
    func dynamicReference() -> Reference? { reference(.schemas, isDynamic: true) }

    /// The value of a `$recursiveRef` (JSON Schema 2019-09, 8.2.4.2.1), which is always `#`: the schema that this one
    /// belongs to. In an OpenAPI document that is not the document.
    func recursiveReference() -> Reference? {
        guard let text = string() else { return nil }
        guard text == "#", let root = context.recursionRoot else { return reference(.schemas) }
        // The pointer becomes part of a URI, in which `%` escapes.
        let pointer = JSONPointer(root.tokens).description.split(separator: "%", omittingEmptySubsequences: false)
        return context.within(context.base.file) {
            reference(.schemas, text: "#" + pointer.joined(separator: "%25"))
        }
    }
}

/// OpenAPI 3.0 ignores what stands beside a schema's `$ref`. Words and `nullable` are taken all the same, since nobody who
/// writes them means to be ignored, and they shape nothing.
enum SchemaSiblings {
    static func drop(from keywords: inout SchemaKeywords, _ reader: ObjectReader) {
        for pair in reader.mapping.pairs {
            guard let key = SchemaKey.table[pair.key], clear(key, &keywords) else { continue }
            reader.context.report(
                .warning(
                    "ignored-sibling", "OpenAPI 3.0 ignores `\(pair.key)` beside `$ref`", at: pair.keyRange,
                    pointer: reader.place.path.appending(pair.key).pointer,
                    hint: "Put both into an `allOf`, as in `allOf: [{$ref: …}, {…}]`."))
        }
    }

    /// - Returns: `false` for a keyword that may stay.
    private static func clear(_ key: SchemaKey, _ keywords: inout SchemaKeywords) -> Bool {
        switch key {
        case .properties: keywords.properties = nil
        case .patternProperties: keywords.patternProperties = nil
        case .additionalProperties: keywords.additionalProperties = nil
        case .required: keywords.required = []
        case .items: keywords.items = nil
        case .prefixItems: keywords.prefixItems = nil
        case .enum: keywords.enumeration = nil
        case .const: keywords.constant = nil
        case .format: keywords.format = nil
        case .allOf: keywords.allOf = nil
        case .anyOf: keywords.anyOf = nil
        case .oneOf: keywords.oneOf = nil
        default: return false
        }
        return true
    }
}
