/// What a token endpoint hands out (RFC 6749 section 5.1). Keep it where secrets are kept; `Codable` helps.
///
/// Never shown: description and mirror say only when it expires and its scope.
public struct OAuth2Tokens: Sendable, Hashable, Codable {
    /// Sent with requests, as `Authorization: Bearer …`.
    public var accessToken: String
    /// Exchanged for the next access token; `nil` when the server gave none.
    public var refreshToken: String?
    /// Seconds since 1970-01-01 UTC when the access token expires; `nil` when the server did not say.
    public var expiresAt: Int?
    /// The scopes that were granted, separated by spaces; `nil` when they are those asked for.
    public var scope: String?

    /// Tokens from their parts.
    public init(accessToken: String, refreshToken: String? = nil, expiresAt: Int? = nil, scope: String? = nil) {
        self.accessToken = accessToken
        self.refreshToken = refreshToken
        self.expiresAt = expiresAt
        self.scope = scope
    }

    /// Reads the endpoint's answer. Numbers may come as text: some servers do that.
    /// - Parameter now: seconds since 1970-01-01 UTC, when the answer came.
    init?(_ answer: JSONValue, now: Int) {
        guard let token = answer["access_token"]?.string, !token.isEmpty else { return nil }
        if let type = answer["token_type"]?.string, type.lowercased() != "bearer" { return nil }
        accessToken = token
        refreshToken = answer["refresh_token"]?.string
        scope = answer["scope"]?.string
        let lifetime = answer["expires_in"]
        let seconds = lifetime?.number?.double ?? lifetime?.string.flatMap { Double($0) }
        expiresAt = seconds.flatMap { $0 >= 0 && $0 < 1e12 ? now + Int($0) : nil }
    }
}

extension OAuth2Tokens: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// When they expire and their scope, never the tokens.
    public var description: String {
        "OAuth2Tokens(expiresAt: \(expiresAt.map(String.init) ?? "unknown"), scope: \(scope ?? "as asked"))"
    }

    /// When they expire and their scope, never the tokens.
    public var debugDescription: String { description }

    /// Empty.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
