/// Why no token could be obtained. Its texts hold no secret.
public struct OAuth2Error: Error, Sendable, Hashable {
    /// What went wrong.
    public enum Reason: Sendable, Hashable {
        /// The server refused, with an error code such as `invalid_grant` (RFC 6749 section 5.2), `access_denied`
        /// (section 4.1.2.1) or one of its own.
        case refused(code: String)
        /// The server answered with something that is no token response.
        case unexpectedAnswer(status: Int)
        /// The server could not be reached.
        case transport(TransportError)
        /// The redirect that ended a login does not belong to the request that began it: another `state`, or another
        /// place. It must not be trusted.
        case redirectMismatch
        /// A URL or a value that cannot be used.
        case configuration
        /// The surrounding task was cancelled.
        case cancelled
    }

    /// What went wrong.
    public var reason: Reason
    /// What went wrong, in words.
    public var message: String

    /// An error from its parts.
    public init(_ reason: Reason, _ message: String) {
        self.reason = reason
        self.message = message
    }

    /// Whether the grant itself is no longer good, so that asking again would not help.
    var endsGrant: Bool {
        if case .refused(let code) = reason { code == "invalid_grant" } else { false }
    }
}

extension OAuth2Error: CustomStringConvertible {
    /// The words.
    public var description: String { message }
}
