/// A secret that proves who calls, or where it comes from. Never shown: description, debug description and mirror say
/// only its kind.
public enum Credential: Sendable, ExpressibleByStringLiteral {
    /// The secret itself: an API key, a token (with or without `Bearer `), or `user:password` for basic authentication.
    /// An empty one counts as missing.
    case value(String)
    /// A function asked before every attempt, so that a retry uses a fresh token.
    case provider(@Sendable () async throws -> String)
    /// An environment variable, read before every attempt.
    case environment(String)
    /// Tokens that are obtained and renewed as needed (OAuth 2, OpenID Connect). A token that the API refuses with 401 is
    /// renewed, and the call made once more.
    case tokens(OAuth2TokenSource)

    /// The secret itself.
    public init(stringLiteral value: String) { self = .value(value) }

    /// A user's name and password, for basic authentication (RFC 7617). The name must not hold a colon.
    public static func basic(username: String, password: String) -> Credential { .value("\(username):\(password)") }

    /// An OAuth 2 client's own ID and secret, exchanged for tokens as needed (RFC 6749 section 4.4).
    /// - Parameters:
    ///   - scopes: What the token shall be good for; empty for the server's default.
    ///   - tokenURL: The token endpoint; `nil` for the one that the API's document names.
    public static func clientCredentials(
        id: String, secret: String, scopes: [String] = [], tokenURL: String? = nil
    ) -> Credential {
        .tokens(OAuth2TokenSource(client: OAuth2Client(id: id, secret: secret), scopes: scopes, tokenURL: tokenURL))
    }
}

extension Credential: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The kind, never the secret.
    public var description: String {
        switch self {
        case .value: "Credential(\(Secrets.mark))"
        case .provider: "Credential(provider)"
        case .environment(let name): "Credential(environment: \(name))"
        case .tokens: "Credential(tokens)"
        }
    }

    /// The kind, never the secret.
    public var debugDescription: String { description }

    /// Empty.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
