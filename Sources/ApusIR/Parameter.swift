/// A parameter of an operation outside the body.
public struct Parameter: Sendable, Hashable {
    /// Where it travels.
    public enum Location: String, Sendable, Hashable {
        /// A segment of the path.
        case path
        /// The query.
        case query
        /// A header field.
        case header
        /// A cookie.
        case cookie
    }

    /// How a value becomes text (OpenAPI's style names).
    public enum Style: String, Sendable, Hashable {
        /// Comma-separated.
        case simple
        /// Dot-prefixed.
        case label
        /// Semicolon-prefixed.
        case matrix
        /// Ampersand-separated.
        case form
        /// Space-separated arrays.
        case spaceDelimited
        /// Pipe-separated arrays.
        case pipeDelimited
        /// `name[key]=value`.
        case deepObject
    }

    /// The name on the wire.
    public var name: String
    /// A name that an extension gives for code.
    public var nameOverride: String?
    /// Where it travels.
    public var location: Location
    /// The type of its value.
    public var type: TypeReference
    /// Whether it must be given.
    public var isRequired: Bool
    /// How its value becomes text.
    public var style: Style
    /// Whether arrays and objects are spread over several parameters.
    public var explode: Bool
    /// Whether reserved characters stay as they are.
    public var allowReserved: Bool
    /// The value that the server takes when it is absent.
    public var defaultValue: Literal?
    /// Whether it can be given once, for a client.
    public var isGlobal: Bool
    /// Words for people.
    public var documentation: Documentation
    /// Set when the document marks it as deprecated.
    public var deprecation: Deprecation?
    /// Where it was written.
    public var origin: Origin

    /// A parameter from its parts.
    public init(
        name: String, nameOverride: String? = nil, location: Location, type: TypeReference, isRequired: Bool,
        style: Style, explode: Bool, allowReserved: Bool = false, defaultValue: Literal? = nil, isGlobal: Bool = false,
        documentation: Documentation = .init(), deprecation: Deprecation? = nil, origin: Origin = .init()
    ) {
        self.name = name
        self.nameOverride = nameOverride
        self.location = location
        self.type = type
        self.isRequired = isRequired
        self.style = style
        self.explode = explode
        self.allowReserved = allowReserved
        self.defaultValue = defaultValue
        self.isGlobal = isGlobal
        self.documentation = documentation
        self.deprecation = deprecation
        self.origin = origin
    }
}

/// A way to authenticate.
public struct SecurityScheme: Sendable, Hashable {
    /// How the credential travels.
    public enum Kind: Sendable, Hashable {
        /// `Authorization: Bearer <token>`.
        case bearer
        /// `Authorization: Basic …`.
        case basic
        /// A key in a header field, the query or a cookie.
        case apiKey(name: String, location: Parameter.Location)
        /// Any other kind, which this release does not sign requests for; the document's type name.
        case unsupported(String)
    }

    /// The scheme's name in the document.
    public var name: String
    /// How the credential travels.
    public var kind: Kind
    /// Words for people.
    public var documentation: Documentation
    /// Where it was written.
    public var origin: Origin

    /// A scheme from its parts.
    public init(name: String, kind: Kind, documentation: Documentation = .init(), origin: Origin = .init()) {
        self.name = name
        self.kind = kind
        self.documentation = documentation
        self.origin = origin
    }
}
