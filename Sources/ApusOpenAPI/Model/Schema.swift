public import ApusYAML

/// A schema: JSON Schema 2020-12 with OpenAPI's additions; 3.0's dialect is read into the same shape.
///
/// A class, because schemas nest without end and are passed on far more often than made; immutable.
public final class Schema: Sendable {
    /// The value of a boolean schema: `true` allows everything, `false` nothing; `nil` for an object.
    public let boolean: Bool?
    /// What the schema says.
    public let keywords: SchemaKeywords
    /// Where it stands.
    public let place: Place

    init(boolean: Bool, place: Place) {
        self.boolean = boolean
        keywords = SchemaKeywords()
        self.place = place
    }

    /// - Parameter fill: writes the keywords where they stay, since a copy would count every one that holds something.
    init(place: Place, fill: (inout SchemaKeywords) -> Void) {
        boolean = nil
        var keywords = SchemaKeywords()
        fill(&keywords)
        self.keywords = keywords
        self.place = place
    }
}

/// The keywords of a schema. What shapes a type has a property of its own; what only limits values is kept as written.
public struct SchemaKeywords: Sendable {
    /// `$ref`; in 3.1 it may stand beside other keywords.
    public internal(set) var reference: Reference?
    /// `type`, one or several, without `null`.
    public internal(set) var types: SchemaTypes = []
    /// Whether `type` is written at all.
    public internal(set) var hasType = false
    /// `null` among the types, or 3.0's `nullable: true`.
    public internal(set) var isNullable = false
    /// `enum`.
    public internal(set) var enumeration: [YAMLNode]?
    /// `const`.
    public internal(set) var constant: YAMLNode?
    /// `format`.
    public internal(set) var format: String?
    /// `contentEncoding`.
    public internal(set) var contentEncoding: String?
    /// `contentMediaType`.
    public internal(set) var contentMediaType: String?
    /// `properties`.
    public internal(set) var properties: OrderedMap<Schema>?
    /// `patternProperties`.
    public internal(set) var patternProperties: OrderedMap<Schema>?
    /// `additionalProperties`.
    public internal(set) var additionalProperties: Schema?
    /// `unevaluatedProperties`.
    public internal(set) var unevaluatedProperties: Schema?
    /// `required`.
    public internal(set) var required: [String] = []
    /// `items`.
    public internal(set) var items: Schema?
    /// `prefixItems`.
    public internal(set) var prefixItems: [Schema]?
    /// `allOf`.
    public internal(set) var allOf: [Schema]?
    /// `anyOf`.
    public internal(set) var anyOf: [Schema]?
    /// `oneOf`.
    public internal(set) var oneOf: [Schema]?
    /// `discriminator`.
    public internal(set) var discriminator: DiscriminatorObject?
    /// `title`.
    public internal(set) var title: String?
    /// `description`.
    public internal(set) var description: String?
    /// `default`.
    public internal(set) var defaultValue: YAMLNode?
    /// `example`, and `examples` behind it.
    public internal(set) var examples: [YAMLNode] = []
    /// `deprecated`.
    public internal(set) var isDeprecated = false
    /// `readOnly`.
    public internal(set) var isReadOnly = false
    /// `writeOnly`.
    public internal(set) var isWriteOnly = false
    /// `minimum`, `pattern` and the like, in document order: they limit values and shape no type.
    public internal(set) var limits: [Limit] = []
    /// `not`, `if`, `$defs` and other keywords that hold schemas, in document order.
    public internal(set) var others: [Subschemas] = []
    /// `externalDocs`, `xml`, `$comment` and the like, as written.
    public internal(set) var annotations: OrderedMap<YAMLNode> = .init()
    /// `x-…`.
    public internal(set) var extensions: OrderedMap<YAMLNode> = .init()

    /// A keyword that limits values.
    public struct Limit: Sendable {
        /// The keyword, such as `maxLength`.
        public let keyword: String
        /// Its value, checked for its kind.
        public let value: YAMLNode
    }

    /// A keyword that holds schemas and that says nothing about the shape of a type.
    public struct Subschemas: Sendable {
        /// The keyword, such as `not`.
        public let keyword: String
        /// What it holds.
        public let schemas: [Schema]
    }
}

/// The JSON types that a schema's `type` names.
public struct SchemaTypes: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt8

    /// Types from their bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// `string`.
    public static let string = SchemaTypes(rawValue: 1)
    /// `integer`.
    public static let integer = SchemaTypes(rawValue: 2)
    /// `number`.
    public static let number = SchemaTypes(rawValue: 4)
    /// `boolean`.
    public static let boolean = SchemaTypes(rawValue: 8)
    /// `array`.
    public static let array = SchemaTypes(rawValue: 16)
    /// `object`.
    public static let object = SchemaTypes(rawValue: 32)
    /// `null`, where it is the only type.
    public static let null = SchemaTypes(rawValue: 64)

    /// The type of a name; a `switch`, because nearly every schema has one.
    init?(name: String) {
        switch name {
        case "string": self = .string
        case "object": self = .object
        case "array": self = .array
        case "integer": self = .integer
        case "number": self = .number
        case "boolean": self = .boolean
        case "null": self = .null
        default: return nil
        }
    }

    /// Each type with JSON Schema's name, in a fixed order.
    public static let names: [(name: String, type: SchemaTypes)] = [
        ("string", .string), ("integer", .integer), ("number", .number), ("boolean", .boolean), ("array", .array),
        ("object", .object), ("null", .null),
    ]
}

/// OpenAPI 3.1, Discriminator Object: which property tells the branches of a union apart.
public struct DiscriminatorObject: Sendable {
    /// `propertyName`.
    public internal(set) var propertyName = ""
    /// `mapping`: a value of the property to a schema's name or reference; both resolve like a `$ref`.
    public internal(set) var mapping: OrderedMap<Reference> = .init()
    /// `defaultMapping` (3.2): the schema for values that are not mapped.
    public internal(set) var defaultMapping: Reference?
    /// `x-…`.
    public internal(set) var extensions: OrderedMap<YAMLNode> = .init()
    /// Where it stands.
    public let place: Place
}
