public import OpenRouter

/// A login in a browser that ends with an API key of the person who logged in.
///
/// ```swift
/// let login = OpenRouterLogin(callbackURL: "https://my.app/callback")
/// let pending = login.begin()
/// // Open pending.url in a browser; it comes back to the callback with `?code=…`.
/// let key = try await openRouter.oAuth.redeem(code, of: pending)
/// let theirs = OpenRouterClient(apiKey: key.key)
/// ```
///
/// The code is bound to the login by PKCE (RFC 7636, method S256): nobody else can redeem it, and no code of another
/// login can be redeemed here.
public struct OpenRouterLogin: Sendable, Hashable {
    /// Where the browser is sent back to; a query of yours stays.
    public var callbackURL: String
    /// The page that asks the person.
    public var pageURL: String

    /// A login from its parts.
    public init(callbackURL: String, pageURL: String = "https://openrouter.ai/auth") {
        self.callbackURL = callbackURL
        self.pageURL = pageURL
    }

    /// A login on its way. Keep it until the browser comes back.
    public struct Pending: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
        /// What to open in a browser.
        public let url: String
        /// What redeems the code; a secret.
        let pkce: PKCE

        /// Nothing that is secret.
        public var description: String { "OpenRouterLogin.Pending" }
        /// Empty.
        public var customMirror: Mirror { Mirror(self, children: []) }
    }

    /// Begins a login, with a verifier of 256 random bits.
    public func begin() -> Pending { begin { UInt8.random(in: .min ... .max) } }

    /// Begins a login with these random bytes.
    func begin(random: () -> UInt8) -> Pending {
        let pkce = PKCE(verifier: PKCE.token(random))
        let query = [
            ("callback_url", callbackURL), ("code_challenge", pkce.challenge), ("code_challenge_method", "S256"),
        ].map { "\($0.0)=\(PercentEncoding.encode($0.1, keeping: .unreserved))" }.joined(separator: "&")
        return Pending(url: pageURL + (pageURL.contains("?") ? "&" : "?") + query, pkce: pkce)
    }
}

extension OpenRouterClient.OAuth {
    /// Redeems the code that the browser brought back for an API key.
    ///
    /// No credential is sent: the code is what proves who asks, and a new user has no key yet.
    /// - Throws: `OpenRouterError`: `.forbidden` for a code that is spent or belongs to another login.
    public func redeem(
        _ code: String, of pending: OpenRouterLogin.Pending, options: CallOptions = .init()
    ) async throws(OpenRouterError) -> AuthorizationKeyResponse {
        let exchange = AuthorizationCodeExchange(
            code: code, codeChallengeMethod: .value(.s256), codeVerifier: pending.pkce.verifier)
        return try await exchangeCode(exchange, options: options)
    }
}
