/// What the user wants values to be read as, instead of what their formats stand for.
public struct TypeMapping: Sendable, Hashable {
    /// What a value can be read as. A closed list: no word of a configuration names a type of the output.
    public enum Target: String, Sendable, Hashable, CaseIterable {
        /// Any JSON value.
        case any
        /// Text as it is.
        case string
        /// `true` or `false`.
        case boolean
        /// An integer.
        case integer
        /// An integer of 32 bits.
        case int32
        /// An integer of 64 bits.
        case int64
        /// A double.
        case double
        /// A single.
        case float
        /// A decimal number of up to 38 digits.
        case decimal
        /// An instant.
        case dateTime = "date-time"
        /// A calendar date.
        case date
        /// A UUID.
        case uuid
        /// A URL.
        case uri
        /// Bytes, Base64 in JSON.
        case bytes
    }

    /// A word of the document and what it is to be read as.
    public struct Entry: Sendable, Hashable {
        /// A format, a schema's name, or where a property stands.
        public var name: String
        /// What values are to be read as.
        public var target: Target

        /// An entry from its parts.
        public init(_ name: String, _ target: Target) {
            self.name = name
            self.target = target
        }
    }

    /// By `format`; by `type` for what has no format, or one that stands for nothing.
    public var formats: [Entry]
    /// By the name of a component.
    public var schemas: [Entry]
    /// By `Schema.property`, also `Schema.property.property`, or by JSON Pointer to any schema of the document.
    public var properties: [Entry]

    /// A mapping that changes nothing, unless told otherwise.
    public init(formats: [Entry] = [], schemas: [Entry] = [], properties: [Entry] = []) {
        self.formats = formats
        self.schemas = schemas
        self.properties = properties
    }

    /// Whether it changes nothing.
    public var isEmpty: Bool { formats.isEmpty && schemas.isEmpty && properties.isEmpty }

    /// This mapping with `other`'s entries where both speak of the same.
    public func overridden(by other: TypeMapping) -> TypeMapping {
        // Of several entries of one name the last one holds.
        TypeMapping(
            formats: formats + other.formats, schemas: schemas + other.schemas,
            properties: properties + other.properties)
    }
}
