/// A struct for an object.
public struct RecordDeclaration: Sendable, Hashable {
    /// In document order.
    public var properties: [PropertyDeclaration]
    /// Members with one legal value, which have no property.
    public var constants: [ConstantDeclaration]
    /// The keys of members that are not taken over, literals.
    public var omitted: [String]
    /// The spelled type of further members' values; `nil` where unknown members are kept as they came.
    public var additionalType: String?

    /// Whether the struct stores anything but unknown members.
    public var hasMembers: Bool { !properties.isEmpty || additionalType != nil }
}

/// A stored property.
public struct PropertyDeclaration: Sendable, Hashable {
    /// How the JSON member maps to the property.
    public enum Codec: String, Sendable, Hashable {
        /// The member must be there and not null.
        case required
        /// The member should be there and may be null: `nil` is written as null.
        case nullable
        /// The member may be left out: `nil` is left out.
        case optional
        /// Absent, null and value are three states.
        case presence
    }

    /// What the runtime has methods of its own for.
    public enum Kind: String, Sendable, Hashable {
        /// A text.
        case string
        /// A boolean.
        case boolean
        /// A whole number of the common width.
        case integer
        /// A number.
        case double
        /// A list.
        case array
        /// A value stored outside the struct, which would otherwise contain itself or be large.
        case indirect
        /// Any other type.
        case other
    }

    /// The runtime's method that reads and writes the member: `string`, `optionalString`, `optional`, `indirectOptional`, …
    public var visitor: String {
        switch (kind, codec) {
        case (.other, _), (.string, .presence), (.boolean, .presence), (.integer, .presence), (.double, .presence),
            (.array, .presence):
            codec.rawValue
        case (.indirect, _): kind.rawValue + Self.capitalized(codec.rawValue)
        case (_, .required): kind.rawValue
        default: codec.rawValue + Self.capitalized(kind.rawValue)
        }
    }

    private static func capitalized(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }

    /// Whether the value is stored outside the struct.
    public var isIndirect: Bool { kind == .indirect }

    /// The identifier of what is visited: a wrapped property's own storage, and otherwise `storage`.
    public var visited: String { isIndirect ? "_" + storage.filter { $0 != "`" } : storage }

    /// The identifier as spelled, with backticks where needed.
    public var name: String
    /// The identifier as an argument's label, where keywords need no backticks.
    public var label: String
    /// The identifier of what is stored: the property's own, unless the property is deprecated. Generated code itself
    /// must not use what is deprecated, or it would warn.
    public var storage: String
    /// The JSON key, a literal.
    public var keyLiteral: String
    /// The spelled type, with `?` where it is optional.
    public var type: String
    /// The default value in the memberwise initialiser; `nil` for none.
    public var defaultValue: String?
    /// How the JSON member maps to the property.
    public var codec: Codec
    /// What the value is, as far as the runtime tells values apart.
    public var kind: Kind
    /// Lines of documentation.
    public var documentation: [String]
    /// The attribute's message, a literal; `nil` when it is not deprecated.
    public var deprecationLiteral: String?
}

/// A member with one legal value.
public struct ConstantDeclaration: Sendable, Hashable {
    /// The JSON key, a literal.
    public var keyLiteral: String
    /// The value, a Swift literal with its type made plain.
    public var value: String
    /// Whether the value is a text.
    public var isString = false

    /// The runtime's method that reads and writes the member.
    public var visitor: String { isString ? "stringConstant" : "constant" }
}

/// An enumeration: a struct over its raw value.
public struct EnumerationDeclaration: Sendable, Hashable {
    /// The spelled raw type.
    public var rawType: String
    /// Whether values that the document does not list are refused.
    public var isClosed: Bool
    /// In document order.
    public var cases: [Case]

    /// A known value.
    public struct Case: Sendable, Hashable {
        /// The identifier as spelled.
        public var name: String
        /// The value, a literal.
        public var valueLiteral: String
        /// Lines of documentation.
        public var documentation: [String]
    }
}

/// An enum with a payload for each branch.
public struct UnionDeclaration: Sendable, Hashable {
    /// In the order in which they are tested.
    public var variants: [Variant]
    /// Whether a payload can hold the union itself.
    public var isIndirect: Bool

    /// A branch.
    public struct Variant: Sendable, Hashable {
        /// The case as spelled.
        public var name: String
        /// The payload's spelled type.
        public var type: String
        /// A Swift expression over `json` that is true for values of this branch; `nil` where decoding decides.
        public var condition: String?
        /// Expressions of which one may be true instead of ``condition``, where one line would not hold all of them.
        public var furtherConditions: [String] = []
        /// Lines of documentation.
        public var documentation: [String]
    }
}

/// A struct for a list whose items differ by position.
public struct TupleDeclaration: Sendable, Hashable {
    /// By position.
    public var items: [Item]
    /// The spelled type of the items behind these.
    public var restType: String

    /// The item at a position.
    public struct Item: Sendable, Hashable {
        /// How the item maps to the property.
        public enum Codec: String, Sendable, Hashable {
            /// The item must be there.
            case required
            /// The item may be left out, or be null: `nil`.
            case optional
        }

        /// The identifier as spelled.
        public var name: String
        /// The identifier as an argument's label.
        public var label: String
        /// The spelled type, with `?` where it is optional.
        public var type: String
        /// The default value in the memberwise initialiser; `nil` for none.
        public var defaultValue: String?
        /// How the item maps to the property.
        public var codec: Codec
        /// Whether the value is stored outside the struct.
        public var isIndirect: Bool
        /// Lines of documentation.
        public var documentation: [String]
    }
}

/// A struct for a multipart body.
public struct FormDeclaration: Sendable, Hashable {
    /// In document order.
    public var parts: [PartDeclaration]
    /// The spelled type of further parts' values; `nil` where the document names none.
    public var additionalType: String?
    /// The statements that write the parts, such as `form.file("image", self.image)`.
    public var encoding: [String]
}

/// A stored property of a multipart body.
public struct PartDeclaration: Sendable, Hashable {
    /// The part's name; `nil` for a property that holds the header fields of one.
    public var key: String?
    /// The identifier as spelled, with backticks where needed.
    public var name: String
    /// The identifier as an argument's label, where keywords need no backticks.
    public var label: String
    /// The identifier of what is stored; see ``PropertyDeclaration/storage``.
    public var storage: String
    /// The spelled type, with `?` where it is optional.
    public var type: String
    /// The default value in the memberwise initialiser; `nil` for none.
    public var defaultValue: String?
    /// Lines of documentation.
    public var documentation: [String]
    /// The attribute's message, a literal; `nil` when it is not deprecated.
    public var deprecationLiteral: String?
}
