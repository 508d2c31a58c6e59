import ApusDiagnostics
import ApusJSON
import ApusYAML
import Foundation

/// Values of the golden document's schemas, made from its text alone: nothing of the generator's reading has a say.
/// It knows the few keywords that this document has, and stops at others.
struct Instances {
    private let schemas: YAMLMapping

    init() throws {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../GoldenTests/Cases/client/openapi.yaml").path
        let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: path)))
        let root = YAMLReader.read(SourceFile(path: path, bytes: bytes)).value
        schemas = try found(root?.mapping?["components"]?.mapping?["schemas"]?.mapping, "components/schemas")
    }

    /// Which members an object has.
    enum Members: CaseIterable { case all, required, unknownOnesToo }

    /// A value that is spoilt, and the place of its error; none where it has to be kept as it is.
    typealias Fault = (value: JSONValue, place: String?)

    /// Values of a component: each of its alternatives, each value of its sets.
    func values(of name: String, _ members: Members) throws -> [JSONValue] { try values(schema(name), members) }

    /// A value of a component with one member missing or of another type, for each of them.
    func faults(of name: String, in value: JSONValue) throws -> [Fault] { try faults(schema(name), value) }

    private func schema(_ name: String) throws -> YAMLMapping { try found(schemas[name]?.mapping, name) }

    private func resolved(_ node: YAMLNode) throws -> YAMLMapping {
        let schema = try found(node.mapping, "a schema")
        guard let reference = schema["$ref"]?.scalar?.text else { return schema }
        return try self.schema(String(reference.dropFirst("#/components/schemas/".count)))
    }

    // Values

    private func values(_ schema: YAMLMapping, _ members: Members) throws -> [JSONValue] {
        if let constant = schema["const"]?.scalar { return [.string(constant.text)] }
        if let set = schema["enum"]?.sequence {
            let listed = set.compactMap(\.scalar).map { JSONValue.string($0.text) }
            return members == .unknownOnesToo ? listed + ["not listed"] : listed
        }
        if let branches = schema["oneOf"]?.sequence {
            let unknown: [JSONValue] = members == .unknownOnesToo ? [["kind": "new", "x": 1], 7, []] : []
            return try branches.flatMap { try values(resolved($0), members) } + unknown
        }
        return try types(of: schema).flatMap { try values(type: $0, schema, members) }
    }

    private func values(type: String, _ schema: YAMLMapping, _ members: Members) throws -> [JSONValue] {
        switch type {
        case "null": return [.null]
        case "integer": return [0, -7, .number(JSONNumber(Int.max))]
        case "string":
            return schema["format"]?.scalar?.text == "date" ? ["2024-02-29"] : ["Grüße \"\\\n\u{0} 👩‍🚀", ""]
        case "array":
            let items = try values(resolved(found(schema["items"], "items")), members)
            return [.array([]), .array(items)]
        case "object": return try objects(schema, members)
        default: throw Unreadable(what: type)
        }
    }

    /// As many objects as some member has values.
    private func objects(_ schema: YAMLMapping, _ members: Members) throws -> [JSONValue] {
        let required = required(schema)
        let pairs = try found(schema["properties"]?.mapping, "properties").pairs
        let kept = pairs.filter { members != .required || required.contains($0.key) }
        let choices = try kept.map { ($0.key, try values(resolved($0.value), members)) }
        return (0..<(choices.map(\.1.count).max() ?? 1)).map { number in
            var object = JSONObject(choices.map { (key: $0.0, value: $0.1[number % $0.1.count]) })
            if members == .unknownOnesToo { object["x-new é"] = ["a": [1.25, .null]] }
            return .object(object)
        }
    }

    private func required(_ schema: YAMLMapping) -> [String] {
        schema["required"]?.sequence?.compactMap { $0.scalar?.text } ?? []
    }

    private func types(of schema: YAMLMapping) throws -> [String] {
        let type = try found(schema["type"], "a type")
        return type.sequence?.compactMap { $0.scalar?.text } ?? type.scalar.map { [$0.text] } ?? []
    }

    // Faults

    private func faults(_ schema: YAMLMapping, _ value: JSONValue) throws -> [Fault] {
        if let items = schema["items"], let elements = value.array {
            let inner = try resolved(items)
            return try elements.indices.flatMap { index in
                try faults(inner, elements[index]).map { fault in
                    var spoilt = elements
                    spoilt[index] = fault.value
                    return (.array(spoilt), fault.place.map { "[\(index)]\($0)" })
                }
            }
        }
        guard let object = value.object, let properties = schema["properties"]?.mapping else { return [] }
        return try properties.pairs.filter { object[$0.key] != nil }.flatMap { pair in
            try faults(of: pair, in: object, isRequired: required(schema).contains(pair.key))
        }
    }

    private func faults(of pair: YAMLMapping.Pair, in object: JSONObject, isRequired: Bool) throws -> [Fault] {
        let (key, schema) = try (pair.key, resolved(pair.value))
        func put(_ value: JSONValue?) -> JSONValue {
            var spoilt = object
            spoilt[key] = value
            return .object(spoilt)
        }
        let wrong: JSONValue = try schema["oneOf"] == nil && types(ofAny: schema).contains("string") ? 1 : "wrong"
        // A constant that drifted and a value of no branch are kept.
        if schema["const"] != nil || schema["oneOf"] != nil { return [(put(wrong), nil)] }
        let inner = try faults(schema, object[key] ?? .null).map { fault in
            Fault(put(fault.value), fault.place.map { ".\(key)\($0)" })
        }
        return inner + [(put(wrong), "." + key)] + (isRequired ? [(put(nil), "." + key)] : [])
    }

    private func types(ofAny schema: YAMLMapping) throws -> [String] {
        schema["const"] == nil ? try types(of: schema) : ["string"]
    }
}

/// A part of the document that is missing, or that ``Instances`` does not know.
struct Unreadable: Error { let what: String }

private func found<Value>(_ value: Value?, _ what: String) throws -> Value {
    guard let value else { throw Unreadable(what: what) }
    return value
}
