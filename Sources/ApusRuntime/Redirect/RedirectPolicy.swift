/// Which redirects a call follows. None, unless the client or the call says so.
///
/// Whatever it says, a redirect is refused that leads from https to http, to another scheme, to a URL with a user in it, in a
/// circle, or that would turn the request into another one: a 303 to anything but GET and HEAD, a 301 or 302 to a POST
/// (RFC 9110, section 15.4, lets clients disagree there). A refused redirect fails the call with `unexpectedStatus`, whose
/// explanation names the reason. What the API's document describes as a response of its own is no redirect.
///
/// Every redirect is an exchange of its own in the call's attempts. All of them share the call's deadline; they are no retries,
/// and take nothing of the retry policy's attempts and of the budget. A retry goes to where the call has got.
public struct RedirectPolicy: Sendable, Hashable {
    /// No call follows more.
    public static let ceiling = 20

    /// How many redirects a call follows, over all its attempts; 0 for none.
    public var maximum: Int { didSet { maximum = Self.clamped(maximum) } }

    /// Whether they may lead to another origin (scheme, host, port). Only requests without a body go there, and nothing of them
    /// but `Accept`, `Accept-Encoding`, `User-Agent`, `Range` and `If-Range`: no credential, no cookie, no other header field, and none of
    /// them comes back in the call, even where a further redirect leads back. (Middleware sees such a request too, and must not
    /// sign it.) A client with a certificate of its own goes to no other origin.
    public var allowsOtherOrigins: Bool

    /// Follows none.
    public static let refuse = RedirectPolicy(maximum: 0)

    /// Follows redirects within the origin.
    public static let sameOrigin = RedirectPolicy()

    /// A policy from its parts.
    public init(maximum: Int = 5, allowsOtherOrigins: Bool = false) {
        self.maximum = Self.clamped(maximum)
        self.allowsOtherOrigins = allowsOtherOrigins
    }

    private static func clamped(_ count: Int) -> Int { min(max(count, 0), ceiling) }
}
