public import OpenRouter

/// What a type says of its JSON Schema beyond what its decoding shows. All of it may be left out.
///
/// ```swift
/// struct Weather: SchemaDescribing {
///     var city: String
///     var days: Int?
///     static let schemaDescriptions = ["city": "The city's name, in English.", "days": "How far ahead, 1 to 7."]
/// }
/// ```
public protocol SchemaDescribing: Decodable {
    /// What values of the type are.
    static var schemaDescription: String? { get }
    /// What its members are, by their names in JSON. A name that the type does not read is an error.
    static var schemaDescriptions: [String: String] { get }
    /// A schema in place of the derived one, for types that cannot be derived.
    static var jsonSchema: JSONValue? { get }
    /// A value, for types with a schema of their own that refuse made-up values: a type that holds one is derived with it.
    static var schemaSample: Self? { get }
}

extension SchemaDescribing {
    /// Nothing.
    public static var schemaDescription: String? { nil }
    /// None.
    public static var schemaDescriptions: [String: String] { [:] }
    /// `nil`: the schema is derived.
    public static var jsonSchema: JSONValue? { nil }
    /// `nil`: a value is made up.
    public static var schemaSample: Self? { nil }
}
