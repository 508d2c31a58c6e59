import OpenRouter

/// Makes schemas of types by decoding made-up values into them.
///
/// Each kind of type has its own way: leaves by a table, containers by their elements, enumerations by their cases, and
/// the others by a ``RecordingDecoder`` that they read from. A type that comes up inside of itself is referred to.
final class SchemaRecorder {
    let isStrict: Bool
    /// The first failure: an `init(from:)` that goes on after an error must not hide it.
    private var failure: SchemaError?
    private var path: [String] = []
    private var open: [ObjectIdentifier] = []
    private var names: [ObjectIdentifier: String] = [:]
    private var definitions = JSONObject()

    init(strict: Bool) { isStrict = strict }

    /// The whole schema of a type.
    func root<Value: Decodable>(_ type: Value.Type) throws(SchemaError) -> JSONObject {
        let schema: JSONValue
        do {
            schema = try at("\(type)") { try record(type).schema }
        } catch {
            throw failure ?? SchemaError(path: ["\(type)"], message: "\(error)")
        }
        if let failure { throw failure }
        var members = schema.object ?? [:]
        if !definitions.isEmpty { members["$defs"] = .object(definitions) }
        return members
    }

    /// A type's schema where no value is needed.
    func schema<Value: Decodable>(of type: Value.Type) throws -> JSONValue {
        guard let place = open.firstIndex(of: ObjectIdentifier(type)) else { return try record(type).schema }
        if place == 0 { return ["$ref": "#"] }
        return reference(to: type)
    }

    /// A type's schema and a made-up value.
    func record<Value: Decodable>(_ type: Value.Type) throws -> (schema: JSONValue, value: Value) {
        if let leaf = SchemaLeaf.of(type, self), let value = try leaf.value() as? Value { return (leaf.schema, value) }
        if let described = type as? any SchemaDescribing.Type, let schema = described.jsonSchema {
            return (schema, try sample(type, described))
        }
        if let container = type as? any SchemaContainer.Type {
            let recorded = try container.recorded(by: self)
            if let value = recorded.value as? Value { return (recorded.schema, value) }
        }
        if let cases = EnumerationCases(type), let value = cases.first as? Value {
            return (cases.schema(of: type), value)
        }
        return try decoded(type)
    }

    /// Runs a step further down in the value.
    func at<Result>(_ step: String, _ body: () throws -> Result) rethrows -> Result {
        path.append(step)
        defer { path.removeLast() }
        return try body()
    }

    /// Notes a failure here, the first one to be told in the end.
    func fail(_ message: String) -> SchemaError {
        let error = SchemaError(path: path, message: message)
        if failure == nil { failure = error }
        return error
    }

    private func decoded<Value: Decodable>(_ type: Value.Type) throws -> (schema: JSONValue, value: Value) {
        let id = ObjectIdentifier(type)
        if open.contains(id) { throw fail("it holds itself, neither optionally nor in an array") }
        open.append(id)
        defer { open.removeLast() }
        let record = RecordedValue()
        let value: Value
        do {
            value = try Value(from: RecordingDecoder(recorder: self, record: record))
        } catch {
            throw failure ?? fail(Self.refusal(of: type, error))
        }
        let schema = try described(type, record.schema(strict: isStrict))
        guard let name = names[id] else { return (schema, value) }
        definitions[name] = schema
        return (reference(to: type), value)
    }

    private static func refusal(of type: Any.Type, _ error: any Error) -> String {
        if type is any RawRepresentable.Type {
            return "its values cannot be listed; make it `CaseIterable`, or give it a schema with `SchemaDescribing`"
        }
        return "it refuses made-up values (\(error)); give it a schema with `SchemaDescribing`"
    }

    private func sample<Value: Decodable>(_ type: Value.Type, _ described: any SchemaDescribing.Type) throws -> Value {
        if let sample = described.schemaSample as? Value { return sample }
        // A value alone is wanted: a recorder of its own keeps what this one knows clean.
        let other = SchemaRecorder(strict: false)
        guard let value = try? Value(from: RecordingDecoder(recorder: other, record: RecordedValue())) else {
            throw fail("it has a schema of its own and refuses made-up values; give it a `schemaSample` as well")
        }
        return value
    }

    /// The schema with the type's own words.
    private func described(_ type: any Decodable.Type, _ schema: JSONValue) throws -> JSONValue {
        guard let described = type as? any SchemaDescribing.Type, var members = schema.object else { return schema }
        if let text = described.schemaDescription { members["description"] = .string(text) }
        var properties = members["properties"]?.object ?? [:]
        for (name, text) in described.schemaDescriptions.sorted(by: { $0.key < $1.key }) {
            guard var property = properties[name]?.object else {
                let known = properties.keys.joined(separator: ", ")
                throw fail("`schemaDescriptions` has `\(name)`, which the type does not read; it reads: \(known)")
            }
            property["description"] = .string(text)
            properties[name] = .object(property)
        }
        if !properties.isEmpty { members["properties"] = .object(properties) }
        return .object(members)
    }

    private func reference(to type: Any.Type) -> JSONValue {
        let id = ObjectIdentifier(type)
        let name = names[id] ?? freeName("\(type)".schemaName)
        names[id] = name
        return ["$ref": .string("#/$defs/\(name)")]
    }

    private func freeName(_ name: String) -> String {
        let taken = Set(names.values)
        if !taken.contains(name) { return name }
        return (2...).lazy.map { "\(name)\($0)" }.first { !taken.contains($0) } ?? name
    }
}

extension String {
    /// At most 64 letters, digits and underscores, as names of schemas must be.
    var schemaName: String {
        String(prefix(64).map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") ? $0 : "_" })
    }
}
