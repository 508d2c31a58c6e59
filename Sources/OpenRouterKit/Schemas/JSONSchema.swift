public import OpenRouter

/// A JSON Schema, your own or derived from a type.
///
/// A type is derived by what it reads when it is decoded: structures, optionals, arrays, sets, dictionaries with texts or
/// numbers as names, `CaseIterable` enumerations with raw values, the standard numbers, `Date` (a text of the format
/// `date-time`), `URL`, `UUID`, `Data` (Base64), `Decimal` and `JSONValue`. Types that hold themselves are referred to. What
/// the reading does not show is an error; ``SchemaDescribing`` lets a type give a schema of its own.
///
/// An `init(from:)` of your own is followed as it goes with made-up values: what it would read with others is not seen.
public struct JSONSchema: Sendable, Hashable, CustomStringConvertible {
    /// The schema's members.
    public var members: JSONObject

    /// A schema of your own.
    public init(_ members: JSONObject) { self.members = members }

    /// The schema of a type.
    /// - Parameter strict: whether the schema keeps to what models can be held to strictly: each member is required, and an
    ///   optional one may be null. Names that are not known beforehand are an error then.
    /// - Throws: ``SchemaError`` with the place of what cannot be derived.
    public init<Value: Decodable>(of type: Value.Type, strict: Bool) throws(SchemaError) {
        members = try SchemaRecorder(strict: strict).root(type)
    }

    /// The schema for what must be an object.
    static func ofObject<Value: Decodable>(_ type: Value.Type, strict: Bool) throws(SchemaError) -> JSONSchema {
        let schema = try JSONSchema(of: type, strict: strict)
        guard schema.members["type"]?.string == "object" else {
            throw SchemaError(
                path: ["\(type)"], message: "models are asked for objects; make it a member of a structure")
        }
        return schema
    }

    /// The members as generated types take them.
    var dictionary: [String: JSONValue] { Dictionary(members.map { ($0.key, $0.value) }) { _, last in last } }

    /// Compact JSON.
    public var description: String { members.description }
}
