/// A way to get a token that the API's document names (OpenAPI, OAuth Flow Object; RFC 6749).
public struct OAuth2Flow: Sendable, Hashable {
    /// The kinds of flows, by their keys in OpenAPI.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The client proves who it is with an ID and a secret (RFC 6749 section 4.4).
        case clientCredentials
        /// A person logs in with a browser (RFC 6749 section 4.1).
        case authorizationCode
        /// The client is given a person's name and password (RFC 6749 section 4.3).
        case password
        /// A browser brings the token at once (RFC 6749 section 4.2). Nothing here obtains such tokens.
        case implicit
        /// A person logs in on another device (RFC 8628). Nothing here obtains such tokens.
        case deviceAuthorization
    }

    /// Which kind of flow it is.
    public var kind: Kind
    /// Where a person grants access; absolute, or relative to the server's URL.
    public var authorizationURL: String?
    /// Where tokens are handed out; absolute, or relative to the server's URL.
    public var tokenURL: String?
    /// Where tokens are renewed, when elsewhere than ``tokenURL``.
    public var refreshURL: String?
    /// The scopes that the document names, in its order.
    public var scopes: [String]

    /// A flow from its parts.
    public init(
        _ kind: Kind, authorizationURL: String? = nil, tokenURL: String? = nil, refreshURL: String? = nil,
        scopes: [String] = []
    ) {
        self.kind = kind
        self.authorizationURL = authorizationURL
        self.tokenURL = tokenURL
        self.refreshURL = refreshURL
        self.scopes = scopes
    }
}
