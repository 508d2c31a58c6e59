import ApusDiagnostics
import ApusYAML

/// What can be said of a schema's keywords together.
enum SchemaChecks {
    static func check(_ schema: Schema, _ reader: ObjectReader) {
        if reader.context.version == .v30 { reportMissingItems(schema, reader) }
        if schema.keywords.enumeration != nil { reportStrangers(schema, reader) }
        if let xml = reader.mapping["xml"] { reportXML(xml, reader) }
    }

    /// OpenAPI 3.0.4, Schema Object: `items` must be there where `type` is `array`.
    private static func reportMissingItems(_ schema: Schema, _ reader: ObjectReader) {
        let keywords = schema.keywords
        guard keywords.types == .array, keywords.items == nil, keywords.prefixItems == nil else { return }
        reader.reportMissing("items", hint: "Its items are of any kind until something is said of them.")
    }

    /// Values of an enumeration that the schema's own `type` forbids. Null is often listed and forgotten there, and text
    /// may stand without quotes.
    private static func reportStrangers(_ schema: Schema, _ reader: ObjectReader) {
        let types = schema.keywords.types
        guard !types.isEmpty, types != .null, let pair = reader.mapping.pair("enum") else { return }
        let stranger = schema.keywords.enumeration?.enumerated().first { !isAllowed($0.element, types) }
        guard let (index, value) = stranger else { return }
        reader.context.report(
            .warning(
                "enum-type", "\(value.kindName) among the values of `enum` is not of the schema's `type`; it is kept",
                at: value.range,
                pointer: reader.place.path.appending(pair.key).appending(String(index)).pointer,
                hint: "Write the values as their type is written, or change `type`.", category: .document))
    }

    private static func isAllowed(_ value: YAMLNode, _ types: SchemaTypes) -> Bool {
        switch value.content {
        case .sequence: return types.contains(.array)
        case .mapping: return types.contains(.object)
        case .scalar(let scalar):
            switch scalar.kind {
            case .null: return true
            case .string: return types.contains(.string)
            case .boolean: return types.contains(.boolean) || types.contains(.string)
            case .integer, .float:
                return types.contains(.integer) || types.contains(.number) || types.contains(.string)
            }
        }
    }

    /// OpenAPI 3.2, XML Object: `nodeType` stands for the two older keys.
    private static func reportXML(_ xml: YAMLNode, _ reader: ObjectReader) {
        guard xml["nodeType"] != nil else { return }
        for key in ["attribute", "wrapped"] {
            guard let pair = xml.mapping?.pair(key) else { continue }
            reader.context.report(
                .warning(
                    "exclusive-keys", "`nodeType` and `\(key)` exclude each other", at: pair.keyRange,
                    pointer: reader.place.path.appending("xml").appending(key).pointer, category: .document))
        }
    }
}
