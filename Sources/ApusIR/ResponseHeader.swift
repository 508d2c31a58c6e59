/// A header field of a response.
public struct ResponseHeader: Sendable, Hashable {
    /// The name on the wire.
    public var name: String
    /// A name that an extension gives for code.
    public var nameOverride: String?
    /// The type of its value.
    public var type: TypeReference
    /// Whether it is always there.
    public var isRequired: Bool
    /// Whether its value is JSON text, and not written in the style `simple`.
    public var isJSON: Bool
    /// Whether the members of an object are written `key=value`.
    public var explode: Bool
    /// Words for people.
    public var documentation: Documentation
    /// Set when the document marks it as deprecated.
    public var deprecation: Deprecation?

    /// A header field from its parts.
    public init(
        name: String, nameOverride: String? = nil, type: TypeReference, isRequired: Bool = false, isJSON: Bool = false,
        explode: Bool = false, documentation: Documentation = .init(), deprecation: Deprecation? = nil
    ) {
        self.name = name
        self.nameOverride = nameOverride
        self.type = type
        self.isRequired = isRequired
        self.isJSON = isJSON
        self.explode = explode
        self.documentation = documentation
        self.deprecation = deprecation
    }
}
