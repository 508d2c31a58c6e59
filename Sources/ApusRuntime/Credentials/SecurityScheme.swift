/// How an API takes a credential (OpenAPI, Security Scheme Object).
public struct SecurityScheme: Sendable, Hashable {
    /// Where the credential goes.
    public enum Placement: Sendable, Hashable {
        /// `Authorization: Bearer …` (RFC 6750).
        case bearer
        /// `Authorization: Basic …` (RFC 7617).
        case basic
        /// A header field of this name.
        case header(String)
        /// A query parameter of this name.
        case query(String)
        /// A cookie of this name.
        case cookie(String)
        /// `Authorization: <scheme> …`, for another scheme than those above (RFC 9110 section 11.4).
        case http(String)
        /// The client's certificate, shown by the transport when it connects (mutual TLS).
        case clientCertificate
    }

    /// The scheme's name in the API's document.
    public var name: String
    /// Where the credential goes.
    public var placement: Placement
    /// The environment variable that holds the credential when none is given.
    public var environment: String?
    /// The ways to get a token, for OAuth 2.
    public var flows: [OAuth2Flow]
    /// Where an OpenID provider describes itself; absolute, or relative to the server's URL.
    public var openIDConnectURL: String?

    /// A scheme from its parts.
    public init(
        name: String, placement: Placement, environment: String? = nil, flows: [OAuth2Flow] = [],
        openIDConnectURL: String? = nil
    ) {
        self.name = name
        self.placement = placement
        self.environment = environment
        self.flows = flows
        self.openIDConnectURL = openIDConnectURL
    }

    /// `Authorization: Bearer …`; a credential that already starts with `Bearer ` is sent unchanged.
    public static func bearer(_ name: String, environment: String? = nil) -> Self {
        Self(name: name, placement: .bearer, environment: environment)
    }

    /// `Authorization: Basic …`, from `user:password`.
    public static func basic(_ name: String, environment: String? = nil) -> Self {
        Self(name: name, placement: .basic, environment: environment)
    }

    /// A key in a header field.
    public static func apiKey(_ name: String, header: String, environment: String? = nil) -> Self {
        Self(name: name, placement: .header(header), environment: environment)
    }

    /// A key in the query.
    public static func apiKey(_ name: String, query: String, environment: String? = nil) -> Self {
        Self(name: name, placement: .query(query), environment: environment)
    }

    /// A key in a cookie.
    public static func apiKey(_ name: String, cookie: String, environment: String? = nil) -> Self {
        Self(name: name, placement: .cookie(cookie), environment: environment)
    }

    /// `Authorization: <scheme> …`.
    public static func http(_ name: String, scheme: String, environment: String? = nil) -> Self {
        Self(name: name, placement: .http(scheme), environment: environment)
    }

    /// `Authorization: Bearer …`, with a token got by one of the flows.
    public static func oauth2(_ name: String, flows: [OAuth2Flow], environment: String? = nil) -> Self {
        Self(name: name, placement: .bearer, environment: environment, flows: flows)
    }

    /// `Authorization: Bearer …`, with a token of an OpenID provider.
    public static func openIDConnect(_ name: String, url: String, environment: String? = nil) -> Self {
        Self(name: name, placement: .bearer, environment: environment, openIDConnectURL: url)
    }

    /// A certificate of the client, which the transport is given.
    public static func mutualTLS(_ name: String) -> Self { Self(name: name, placement: .clientCertificate) }
}
