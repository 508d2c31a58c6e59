/// A login in a browser that ends with tokens: the authorization code flow with PKCE (RFC 6749 section 4.1, RFC 7636).
///
/// ```swift
/// let login = OAuth2Login(
///     authorizationURL: "https://example.com/authorize", tokenURL: "https://example.com/token",
///     client: .init(id: "…"), redirectURL: "myapp://login", scopes: ["read"])
/// let pending = login.begin()
/// // Open pending.url in a browser; the system hands over the URL that the browser is sent back to.
/// let tokens = try await login.finish(pending, redirect: url, transport: transport)
/// let source = OAuth2TokenSource(client: login.client, grant: .tokens(tokens), tokenURL: login.tokenURL)
/// ```
public struct OAuth2Login: Sendable, Hashable {
    /// Where the person grants access.
    public var authorizationURL: String
    /// Where the code is redeemed.
    public var tokenURL: String
    /// Who asks; apps on users' devices have no secret.
    public var client: OAuth2Client
    /// Where the browser is sent back to, as registered with the API's owner.
    public var redirectURL: String
    /// What the tokens shall be good for; empty for the server's default.
    public var scopes: [String]
    /// Further query parameters of ``authorizationURL``, such as `prompt`.
    public var extraParameters: [String: String]

    /// A login from its parts.
    public init(
        authorizationURL: String, tokenURL: String, client: OAuth2Client, redirectURL: String, scopes: [String] = [],
        extraParameters: [String: String] = [:]
    ) {
        self.authorizationURL = authorizationURL
        self.tokenURL = tokenURL
        self.client = client
        self.redirectURL = redirectURL
        self.scopes = scopes
        self.extraParameters = extraParameters
    }

    /// A login on its way. Keep it until the browser comes back.
    public struct Pending: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
        /// What to open in a browser.
        public let url: String
        /// What the browser must bring back.
        public let state: String
        /// What redeems the code.
        let pkce: PKCE

        /// Nothing that is secret.
        public var description: String { "OAuth2Login.Pending" }
        /// Empty.
        public var customMirror: Mirror { Mirror(self, children: []) }
    }

    /// Begins a login, with a state and a verifier of 256 random bits each.
    public func begin() -> Pending {
        begin { UInt8.random(in: .min ... .max) }
    }

    /// Begins a login with these random bytes.
    func begin(random: () -> UInt8) -> Pending {
        let state = PKCE.token(random)
        let pkce = PKCE(verifier: PKCE.token(random))
        var pairs = [("response_type", "code"), ("client_id", client.id), ("redirect_uri", redirectURL)]
        if !scopes.isEmpty { pairs.append(("scope", scopes.joined(separator: " "))) }
        pairs += [("state", state), ("code_challenge", pkce.challenge), ("code_challenge_method", "S256")]
        pairs += extraParameters.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        let query = pairs.map { "\(Self.encode($0.0))=\(Self.encode($0.1))" }.joined(separator: "&")
        return Pending(
            url: authorizationURL + (authorizationURL.contains("?") ? "&" : "?") + query, state: state, pkce: pkce)
    }

    /// Redeems the code that the browser brought back.
    /// - Parameter redirect: the whole URL that the browser was sent to.
    /// - Throws: ``OAuth2Error``: the person refused, the redirect belongs to another login, or the server refused the code.
    public func finish(
        _ pending: Pending, redirect: String, transport: any Transport
    ) async throws(OAuth2Error) -> OAuth2Tokens {
        try await finish(pending, redirect: redirect, transport: transport) { SystemClock().unixSeconds }
    }

    func finish(
        _ pending: Pending, redirect: String, transport: any Transport, now: @escaping @Sendable () -> Int
    ) async throws(OAuth2Error) -> OAuth2Tokens {
        let code = try code(in: redirect, pending)
        let endpoint = TokenEndpoint(
            url: try EndpointURL(tokenURL, against: nil), client: client, transport: transport, now: now)
        return try await endpoint.tokens([
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", redirectURL),
            ("code_verifier", pending.pkce.verifier),
        ])
    }

    /// The state is compared first: nothing else of a redirect that belongs to no login of ours is looked at.
    private func code(in redirect: String, _ pending: Pending) throws(OAuth2Error) -> String {
        let (place, query) = Self.split(redirect)
        guard place == Self.split(redirectURL).place, query["state"] == pending.state else {
            throw OAuth2Error(.redirectMismatch, "the redirect does not belong to this login; begin another one")
        }
        if let error = query["error"] {
            let words = query["error_description"].map { ": \($0)" } ?? ""
            throw OAuth2Error(.refused(code: error), "the login was refused, with `\(error)`\(words)")
        }
        guard let code = query["code"], !code.isEmpty else {
            throw OAuth2Error(.refused(code: "invalid_request"), "the redirect brings neither a code nor an error")
        }
        return code
    }

    private static func split(_ url: String) -> (place: String, query: [String: String]) {
        let whole = url.prefix { $0 != "#" }
        let place = whole.prefix { $0 != "?" }
        var query: [String: String] = [:]
        for item in whole.dropFirst(place.count + 1).split(separator: "&") {
            let name = item.prefix { $0 != "=" }
            // The first one counts: a repeated parameter is no way to override it.
            if query[decode(name)] == nil { query[decode(name)] = decode(item.dropFirst(name.count + 1)) }
        }
        return (String(place), query)
    }

    private static func decode(_ text: Substring) -> String {
        PercentEncoding.decode(String(text.map { $0 == "+" ? " " : $0 }))
    }

    private static func encode(_ text: String) -> String { PercentEncoding.encode(text, keeping: .unreserved) }
}

extension SecurityScheme {
    /// The login that the document describes for this scheme; `nil` when it has no authorization code flow with absolute
    /// URLs.
    public func login(client: OAuth2Client, redirectURL: String, scopes: [String] = []) -> OAuth2Login? {
        guard let flow = flows.first(where: { $0.kind == .authorizationCode }),
            let authorizationURL = flow.authorizationURL, let tokenURL = flow.tokenURL,
            authorizationURL.contains("://"), tokenURL.contains("://")
        else { return nil }
        return OAuth2Login(
            authorizationURL: authorizationURL, tokenURL: tokenURL, client: client, redirectURL: redirectURL,
            scopes: scopes)
    }
}
