/// An object with known fields.
public struct Record: Sendable, Hashable {
    /// In document order.
    public var fields: [Field]
    /// What other members may hold.
    public var additional: AdditionalMembers
    /// The keys of members that the API sends and does not take: an input made from what the API sent has none of them.
    public var omitted: [String]

    /// A record from its parts.
    public init(fields: [Field], additional: AdditionalMembers = .untyped, omitted: [String] = []) {
        self.fields = fields
        self.additional = additional
        self.omitted = omitted
    }
}

/// What an object may hold besides its fields.
public enum AdditionalMembers: Sendable, Hashable {
    /// The document does not say, or allows anything: unknown members are kept.
    case untyped
    /// The document gives their type.
    case typed(TypeReference)
    /// The document forbids them. They are kept all the same: servers add fields.
    case forbidden
}

/// A field of a record.
public struct Field: Sendable, Hashable {
    /// The JSON key, as written.
    public var key: String
    /// A name that an extension gives instead of the key's.
    public var nameOverride: String?
    /// The type; nullable when null is a legal value.
    public var type: TypeReference
    /// Whether the document requires the key to be there.
    public var isRequired: Bool
    /// The only legal value (`const`, or an enum of one value): written by the encoder, no property.
    public var constant: Literal?
    /// The value that the document names for an absent key.
    public var defaultValue: Literal?
    /// In which direction the field travels.
    public var access: FieldAccess
    /// Words for people.
    public var documentation: Documentation
    /// Set when the document marks it as deprecated.
    public var deprecation: Deprecation?
    /// Where it was written.
    public var origin: Origin

    /// A field from its parts.
    public init(
        key: String, nameOverride: String? = nil, type: TypeReference, isRequired: Bool, constant: Literal? = nil,
        defaultValue: Literal? = nil, access: FieldAccess = .readWrite, documentation: Documentation = .init(),
        deprecation: Deprecation? = nil, origin: Origin = .init()
    ) {
        self.key = key
        self.nameOverride = nameOverride
        self.type = type
        self.isRequired = isRequired
        self.constant = constant
        self.defaultValue = defaultValue
        self.access = access
        self.documentation = documentation
        self.deprecation = deprecation
        self.origin = origin
    }
}

/// In which direction a field travels.
public enum FieldAccess: Sendable, Hashable {
    /// Both ways.
    case readWrite
    /// From the server only.
    case readOnly
    /// To the server only.
    case writeOnly
}
