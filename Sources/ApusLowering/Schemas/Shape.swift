import ApusOpenAPI
import ApusYAML

/// A schema with its `$ref`s followed and its `allOf` parts laid over each other: what its values look like.
struct Shape {
    /// A property with the schema that was written last.
    struct Property {
        let key: String
        var schema: Schema
        /// What earlier parts said of the same property.
        var earlier: [Schema] = []
        /// Later parts that only add words.
        var notes: [Schema] = []
        /// Whether objects have it on a condition only.
        var isConditional = false
        /// What it can be besides, on other conditions.
        var choices: [Schema] = []
    }

    /// The alternatives of an `anyOf` or a `oneOf`.
    struct Alternatives {
        let branches: [Schema]
        let discriminator: DiscriminatorObject?
        let place: Place

        /// What tells them from other ones.
        var id: ObjectIdentifier? { branches.first.map(ObjectIdentifier.init) }
    }

    /// The schema it was made of.
    var schema: Schema
    var types: SchemaTypes = []
    var format: String?
    var contentEncoding: String?
    /// `enum` as written, with the schema that holds its names.
    var enumeration: [YAMLNode]?
    var enumerationOwner: Schema?
    var constant: YAMLNode?
    private(set) var properties: [Property] = []
    var required = KeyList()
    var additionalProperties: Schema?
    var patternProperties: [Schema] = []
    var items: Schema?
    var prefixItems: [Schema]?
    /// How many items a tuple has at least, when that is said.
    var minimumItems: Int?
    var alternatives: [Alternatives] = []
    /// The alternatives of which one is laid down already.
    var spent: Set<ObjectIdentifier> = []
    /// Whether it is a parent's own shape, beside those of its children.
    var isBase = false
    private var keys = KeyList()

    init(_ schema: Schema) { self.schema = schema }

    /// Makes room for properties.
    mutating func reserve(_ count: Int) {
        if properties.isEmpty { properties.reserveCapacity(count) }
    }

    /// Adds a property, or lets a later part say what it is. One that adds only words leaves the type as it is.
    mutating func add(_ key: String, _ property: Schema) {
        if let position = keys.insert(key) {
            let known = properties[position].schema
            if property === known { return }
            // What is said without a condition holds.
            if properties[position].isConditional { return properties[position] = Property(key: key, schema: property) }
            if property.isAnnotationOnly { return properties[position].notes.append(property) }
            properties[position].earlier.append(known)
            properties[position].schema = property
        } else {
            properties.append(Property(key: key, schema: property))
        }
    }

    /// Adds a property that objects have on a condition.
    mutating func addConditional(_ key: String, _ property: Schema) {
        guard let position = keys.insert(key) else {
            return properties.append(Property(key: key, schema: property, isConditional: true))
        }
        guard properties[position].isConditional, properties[position].schema !== property else { return }
        properties[position].choices.append(property)
    }

    /// The schema of a property.
    func property(_ key: String) -> Schema? { keys.position(of: key).map { properties[$0].schema } }

    func isRequired(_ key: String) -> Bool { required.position(of: key) != nil }
}
