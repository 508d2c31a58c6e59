/// What is the same for every call to an API.
public struct APIDescription: Sendable, Hashable {
    /// The API's name, as shown in `User-Agent`.
    public var name: String
    /// The API's version.
    public var version: String
    /// The servers' URLs; the first one is the default.
    public var servers: [String]
    /// The credentials that the API knows.
    public var securitySchemes: [SecurityScheme]
    /// The parameters that a client can set once for all calls.
    public var globals: [GlobalParameter]
    /// The document's own wishes for retries.
    public var retry: DocumentRetryPolicy?

    /// A description from its parts.
    public init(
        name: String, version: String, servers: [String], securitySchemes: [SecurityScheme] = [],
        globals: [GlobalParameter] = [], retry: DocumentRetryPolicy? = nil
    ) {
        self.name = name
        self.version = version
        self.servers = servers
        self.securitySchemes = securitySchemes
        self.globals = globals
        self.retry = retry
    }

    /// `apus/<runtime version> (<API name> <API version>)`, reduced to what a comment may hold (RFC 9110
    /// section 5.6.5).
    var userAgent: String {
        let comment = "\(name) \(version)".unicodeScalars.map { scalar in
            (0x20...0x7E).contains(scalar.value) && !"()\\".unicodeScalars.contains(scalar) ? Character(scalar) : "_"
        }
        return "apus/\(apusRuntimeVersion) (\(String(comment)))"
    }
}

/// A parameter that a client can set once for all calls; operations that take it name it in their `globals`.
public struct GlobalParameter: Sendable, Hashable {
    /// Where the parameter goes.
    public enum Location: Sendable, Hashable {
        /// A header field.
        case header
        /// The query.
        case query
        /// A cookie.
        case cookie
        /// A `{name}` of the path.
        case path
    }

    /// Its name on the wire.
    public var name: String
    /// Where it goes.
    public var location: Location
    /// The environment variable that holds it when none is given.
    public var environment: String?

    /// A global from its parts.
    public init(name: String, location: Location, environment: String? = nil) {
        self.name = name
        self.location = location
        self.environment = environment
    }

    /// A header field.
    public static func header(_ name: String, environment: String? = nil) -> Self {
        Self(name: name, location: .header, environment: environment)
    }

    /// A query parameter.
    public static func query(_ name: String, environment: String? = nil) -> Self {
        Self(name: name, location: .query, environment: environment)
    }

    /// A cookie.
    public static func cookie(_ name: String, environment: String? = nil) -> Self {
        Self(name: name, location: .cookie, environment: environment)
    }

    /// A part of the path.
    public static func path(_ name: String, environment: String? = nil) -> Self {
        Self(name: name, location: .path, environment: environment)
    }
}
