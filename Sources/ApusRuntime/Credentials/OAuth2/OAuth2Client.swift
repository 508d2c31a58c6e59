/// Who asks for tokens: an ID that the API's owner gave, and a secret where the client can keep one.
public struct OAuth2Client: Sendable, Hashable {
    /// How the secret travels (RFC 6749 section 2.3.1).
    public enum Authentication: Sendable, Hashable {
        /// In `Authorization: Basic …`, which every server has to understand.
        case basic
        /// In the body, for servers that understand nothing else.
        case body
    }

    /// The client's ID.
    public var id: String
    /// The client's secret; `nil` for a public client, such as an app on a user's device.
    public var secret: String?
    /// How the secret travels.
    public var authentication: Authentication

    /// A client from its parts.
    public init(id: String, secret: String? = nil, authentication: Authentication = .basic) {
        self.id = id
        self.secret = secret
        self.authentication = authentication
    }
}

extension OAuth2Client: CustomStringConvertible, CustomReflectable {
    /// The ID, never the secret.
    public var description: String { "OAuth2Client(\(id))" }

    /// Empty.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
