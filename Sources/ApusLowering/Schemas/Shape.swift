import ApusOpenAPI
import ApusYAML

/// A schema with its `$ref`s followed and its `allOf` parts laid over each other: what its values look like.
struct Shape {
    /// A property with the schema that was written last.
    struct Property {
        let key: String
        var schema: Schema
    }

    /// The alternatives of an `anyOf` or a `oneOf`.
    struct Alternatives {
        let branches: [Schema]
        let discriminator: DiscriminatorObject?
        let place: Place
    }

    /// The schema it was made of.
    var schema: Schema
    var types: SchemaTypes = []
    var format: String?
    var contentEncoding: String?
    var contentMediaType: String?
    /// `enum` as written, with the keywords that hold its names.
    var enumeration: [YAMLNode]?
    var enumerationOwner: SchemaKeywords?
    var constant: YAMLNode?
    private(set) var properties: [Property] = []
    var required: Set<ByteKey> = []
    var additionalProperties: Schema?
    var patternProperties: [Schema] = []
    var items: Schema?
    var prefixItems: [Schema]?
    var alternatives: [Alternatives] = []
    private var positions: [ByteKey: Int] = [:]

    init(_ schema: Schema) { self.schema = schema }

    /// Adds a property, or lets a later part say what it is. One that adds only words leaves the type as it is.
    mutating func add(_ key: String, _ property: Schema) {
        if let position = positions[ByteKey(key)] {
            if !property.isAnnotationOnly { properties[position].schema = property }
            return
        }
        positions[ByteKey(key)] = properties.count
        properties.append(Property(key: key, schema: property))
    }

    /// The schema of a property.
    func property(_ key: String) -> Schema? { positions[ByteKey(key)].map { properties[$0].schema } }

    func isRequired(_ key: String) -> Bool { required.contains(ByteKey(key)) }
}
