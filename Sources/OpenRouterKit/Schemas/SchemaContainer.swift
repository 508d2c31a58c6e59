import OpenRouter

/// A type that is known by what it holds.
protocol SchemaContainer {
    /// Its schema and a value that holds nothing.
    static func recorded(by recorder: SchemaRecorder) throws -> (schema: JSONValue, value: Self)
}

extension JSONValue {
    /// A schema that also allows null.
    var orNull: JSONValue { ["anyOf": [self, ["type": "null"]]] }
}

extension Optional: SchemaContainer where Wrapped: Decodable {
    static func recorded(by recorder: SchemaRecorder) throws -> (schema: JSONValue, value: Wrapped?) {
        (try recorder.schema(of: Wrapped.self).orNull, nil)
    }
}

extension Array: SchemaContainer where Element: Decodable {
    static func recorded(by recorder: SchemaRecorder) throws -> (schema: JSONValue, value: [Element]) {
        (["type": "array", "items": try recorder.at("[]") { try recorder.schema(of: Element.self) }], [])
    }
}

extension Set: SchemaContainer where Element: Decodable {
    static func recorded(by recorder: SchemaRecorder) throws -> (schema: JSONValue, value: Set<Element>) {
        var schema = try [Element].recorded(by: recorder).schema.object ?? [:]
        // Models cannot be held to it.
        if !recorder.isStrict { schema["uniqueItems"] = true }
        return (.object(schema), [])
    }
}

extension Dictionary: SchemaContainer where Key: Decodable, Value: Decodable {
    static func recorded(by recorder: SchemaRecorder) throws -> (schema: JSONValue, value: [Key: Value]) {
        // Dictionaries with other keys are read from arrays of keys and values in turn.
        guard Key.self == String.self || Key.self == Int.self || Key.self is any CodingKeyRepresentable.Type else {
            throw recorder.fail("`\(Key.self)` cannot be the name of a member; make it `CodingKeyRepresentable`")
        }
        _ = try recorder.loose("a dictionary has names that are not known beforehand", ())
        let schema = try recorder.at("[]") { try recorder.schema(of: Value.self) }
        return (["type": "object", "additionalProperties": schema], [:])
    }
}
