/// The use of a type.
public indirect enum TypeReference: Sendable, Hashable {
    /// A type with a declaration.
    case named(TypeID)
    /// A type without one.
    case primitive(Primitive)
    /// An ordered list.
    case array(TypeReference)
    /// Text keys to values.
    case map(TypeReference)
    /// The type or null: the one notion of null. Never nested in itself.
    case nullable(TypeReference)

    /// The type without null.
    public var nonNull: TypeReference {
        if case .nullable(let inner) = self { inner } else { self }
    }

    /// Whether null is a legal value.
    public var isNullable: Bool {
        if case .nullable = self { true } else { false }
    }
}

/// Types that every language has some spelling for.
public enum Primitive: String, Sendable, Hashable, CaseIterable {
    /// Any JSON value.
    case any
    /// Text.
    case string
    /// `true` or `false`.
    case boolean
    /// An integer without a format.
    case integer
    /// An integer of 32 bits.
    case int32
    /// An integer of 64 bits.
    case int64
    /// An IEEE 754 double.
    case double
    /// An IEEE 754 single.
    case float
    /// A decimal of any length.
    case decimal
    /// An instant, RFC 3339.
    case dateTime
    /// A calendar date, RFC 3339 full-date.
    case date
    /// RFC 9562.
    case uuid
    /// RFC 3986.
    case uri
    /// Bytes, base64 in JSON.
    case base64
    /// Bytes, raw in a body.
    case binary
}

/// A JSON literal: a constant, an enum's value or a default. Numbers keep the document's digits.
public indirect enum Literal: Sendable, Hashable {
    /// `null`.
    case null
    /// `true` or `false`.
    case boolean(Bool)
    /// A number as written in JSON.
    case number(String)
    /// Text.
    case string(String)
    /// A list.
    case array([Literal])
    /// Members in document order.
    case object([Member])

    /// A member of an object.
    public struct Member: Sendable, Hashable {
        /// The key.
        public var key: String
        /// The value.
        public var value: Literal

        /// A member from its parts.
        public init(_ key: String, _ value: Literal) {
            self.key = key
            self.value = value
        }
    }
}
