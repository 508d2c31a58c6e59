/// What is exchanged for the first access token.
public enum OAuth2Grant: Sendable, Hashable {
    /// The client's own ID and secret (RFC 6749 section 4.4).
    case clientCredentials
    /// A person's name and password (RFC 6749 section 4.3); for APIs that offer nothing better.
    case password(username: String, password: String)
    /// Tokens that a login brought earlier.
    case tokens(OAuth2Tokens)

    /// The form's fields; `nil` when only tokens that are there already can be used.
    var form: [(String, String)]? {
        switch self {
        case .clientCredentials: [("grant_type", "client_credentials")]
        case .password(let username, let password):
            [("grant_type", "password"), ("username", username), ("password", password)]
        case .tokens: nil
        }
    }

    /// Which flows of the document have its token endpoint, its own first: a server has one for all of them, as a rule.
    var kinds: [OAuth2Flow.Kind] {
        let others: [OAuth2Flow.Kind] = [.authorizationCode, .deviceAuthorization, .password, .clientCredentials]
        switch self {
        case .clientCredentials: return [.clientCredentials] + others
        case .password: return [.password] + others
        case .tokens: return others
        }
    }
}

extension OAuth2Grant: CustomStringConvertible, CustomReflectable {
    /// The kind, never a secret.
    public var description: String {
        switch self {
        case .clientCredentials: "clientCredentials"
        case .password: "password"
        case .tokens: "tokens"
        }
    }

    /// Empty.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
