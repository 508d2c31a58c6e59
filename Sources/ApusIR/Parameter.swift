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
        /// The whole query.
        case querystring
    }

    /// How a value becomes text (OpenAPI's style names, and two of ours).
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
        /// Unescaped `name=value` pairs of a cookie.
        case cookie
        /// Like label, but with dots instead of commas: the tables of OpenAPI 3.0.0 to 3.0.3 and of 3.1.0.
        case dottedLabel
        /// JSON text: parameters with `content`.
        case json
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
    /// Whether the document says that it can be sent without a value.
    public var allowsEmptyValue: Bool
    /// The value that the server takes when it is absent.
    public var defaultValue: Literal?
    /// Whether it can be given once, for a client.
    public var isGlobal: Bool
    /// Whether a call has an argument for it; `false` for a client-level parameter that the client alone is given.
    public var hasArgument = true
    /// Words for people.
    public var documentation: Documentation
    /// Set when the document marks it as deprecated.
    public var deprecation: Deprecation?
    /// Where it was written.
    public var origin: Origin

    /// A parameter from its parts.
    public init(
        name: String, nameOverride: String? = nil, location: Location, type: TypeReference, isRequired: Bool,
        style: Style, explode: Bool, allowReserved: Bool = false, allowsEmptyValue: Bool = false,
        defaultValue: Literal? = nil, isGlobal: Bool = false, documentation: Documentation = .init(),
        deprecation: Deprecation? = nil, origin: Origin = .init()
    ) {
        self.name = name
        self.nameOverride = nameOverride
        self.location = location
        self.type = type
        self.isRequired = isRequired
        self.style = style
        self.explode = explode
        self.allowReserved = allowReserved
        self.allowsEmptyValue = allowsEmptyValue
        self.defaultValue = defaultValue
        self.isGlobal = isGlobal
        self.documentation = documentation
        self.deprecation = deprecation
        self.origin = origin
    }
}
