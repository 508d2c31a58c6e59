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
        /// `Authorization: <scheme> …` of another scheme.
        case http(scheme: String)
        /// A bearer token that one of these flows brings.
        case oauth2([OAuthFlow])
        /// A bearer token of an OpenID provider; the URL of its description.
        case openIDConnect(url: String)
        /// A certificate of the client.
        case mutualTLS
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

/// A way to get a token (RFC 6749).
public struct OAuthFlow: Sendable, Hashable {
    /// The kinds of flows.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The client's ID and secret.
        case clientCredentials
        /// A login in a browser.
        case authorizationCode
        /// A person's name and password.
        case password
        /// A login in a browser that brings the token at once.
        case implicit
        /// A login on another device.
        case deviceAuthorization
    }

    /// A scope.
    public struct Scope: Sendable, Hashable {
        /// Its name.
        public var name: String
        /// What it is good for.
        public var description: String

        /// A scope from its parts.
        public init(name: String, description: String) {
            self.name = name
            self.description = description
        }
    }

    /// Which kind of flow it is.
    public var kind: Kind
    /// Where a person grants access.
    public var authorizationURL: String?
    /// Where tokens are handed out.
    public var tokenURL: String?
    /// Where tokens are renewed, when elsewhere.
    public var refreshURL: String?
    /// In document order.
    public var scopes: [Scope]

    /// A flow from its parts.
    public init(
        kind: Kind, authorizationURL: String? = nil, tokenURL: String? = nil, refreshURL: String? = nil,
        scopes: [Scope] = []
    ) {
        self.kind = kind
        self.authorizationURL = authorizationURL
        self.tokenURL = tokenURL
        self.refreshURL = refreshURL
        self.scopes = scopes
    }
}

/// The scopes of a scheme that an operation needs.
public struct ScopeNeed: Sendable, Hashable {
    /// The scheme's name.
    public var scheme: String
    /// In document order.
    public var scopes: [String]

    /// A need from its parts.
    public init(scheme: String, scopes: [String]) {
        self.scheme = scheme
        self.scopes = scopes
    }
}
