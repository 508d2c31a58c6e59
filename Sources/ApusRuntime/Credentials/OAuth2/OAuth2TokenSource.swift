/// Obtains access tokens and renews them: asked before every attempt, it goes to the token endpoint only when there is no
/// token yet, when the token expires, or when the API refused it. However many calls wait, one request is on its way.
///
/// ```swift
/// let tokens = OAuth2TokenSource(client: .init(id: "…", secret: "…"), scopes: ["read"])
/// let client = ExampleClient(credentials: .init(oauth: .tokens(tokens)))
/// ```
///
/// The token endpoint is the one that the API's document names for the security scheme, unless one is given.
public final class OAuth2TokenSource: Sendable {
    private let client: OAuth2Client
    private let grant: OAuth2Grant
    private let scopes: [String]
    private let tokenURL: String?
    private let onRenewal: (@Sendable (OAuth2Tokens) async -> Void)?
    private let flight: SingleFlight<OAuth2Tokens>
    private let state: Locked<State>

    private struct State: Sendable {
        var tokens: OAuth2Tokens?
        /// Until when the access token is sent, in seconds since 1970-01-01 UTC; `nil` until the API refuses it.
        var freshUntil: Int?
        /// Known after it was looked up once.
        var endpoint: EndpointURL?
    }

    /// A source of tokens.
    /// - Parameters:
    ///   - client: Who asks.
    ///   - grant: What is exchanged for the first token.
    ///   - scopes: What the token shall be good for; empty for the server's default.
    ///   - tokenURL: The token endpoint; `nil` for the one that the API's document names.
    ///   - onRenewal: Called with every new set of tokens before it is used, so that a refresh token can be stored.
    public init(
        client: OAuth2Client, grant: OAuth2Grant = .clientCredentials, scopes: [String] = [], tokenURL: String? = nil,
        onRenewal: (@Sendable (OAuth2Tokens) async -> Void)? = nil
    ) {
        self.client = client
        self.grant = grant
        self.scopes = scopes
        self.tokenURL = tokenURL
        self.onRenewal = onRenewal
        flight = SingleFlight()
        if case .tokens(let tokens) = grant {
            state = Locked(State(tokens: tokens, freshUntil: tokens.expiresAt.map { $0 - Self.margin }))
        } else {
            state = Locked(State())
        }
    }

    /// A token is renewed this many seconds before it expires, or after half of its life, so that it does not expire on
    /// its way.
    private static let margin = 30

    /// A token that is fresh.
    func accessToken(_ context: TokenContext) async throws(OAuth2Error) -> String {
        if let tokens = fresh(context) { return tokens.accessToken }
        return try await flight.run { () async throws(OAuth2Error) -> OAuth2Tokens in
            // Another flight may have landed between the look and the start.
            if let tokens = self.fresh(context) { return tokens }
            let tokens = try await self.obtain(context)
            await self.onRenewal?(tokens)
            let now = context.now()
            self.state.withLock { state in
                state.tokens = tokens
                state.freshUntil = tokens.expiresAt.map { $0 - min(Self.margin, ($0 - now) / 2) }
            }
            return tokens
        }.accessToken
    }

    /// Forgets an access token that the API refused, unless a newer one is there already.
    func reject(_ accessToken: String) {
        state.withLock { state in
            guard let tokens = state.tokens, tokens.accessToken == accessToken else { return }
            state.freshUntil = 0
        }
    }

    private func fresh(_ context: TokenContext) -> OAuth2Tokens? {
        let now = context.now()
        return state.withLock { state in (state.freshUntil.map { now < $0 } ?? true) ? state.tokens : nil }
    }

    /// By the refresh token, if there is one and it is still good; else by the grant.
    private func obtain(_ context: TokenContext) async throws(OAuth2Error) -> OAuth2Tokens {
        if let refreshToken = state.withLock({ $0.tokens?.refreshToken }) {
            do {
                return try await renew(refreshToken, context)
            } catch {
                guard error.endsGrant, grant.form != nil else { throw error }
                state.withLock { $0.tokens = nil }
            }
        }
        guard var form = grant.form else {
            throw OAuth2Error(
                .refused(code: "invalid_grant"), "the access token is no longer good, and there is no refresh token")
        }
        if !scopes.isEmpty { form.append(("scope", scopes.joined(separator: " "))) }
        return try await endpoint(for: context).tokens(form)
    }

    private func renew(_ refreshToken: String, _ context: TokenContext) async throws(OAuth2Error) -> OAuth2Tokens {
        var endpoint = try await endpoint(for: context)
        if tokenURL == nil, let url = context.flow(grant.kinds)?.refreshURL {
            endpoint.url = try EndpointURL(url, against: context.base)
        }
        var tokens = try await endpoint.tokens([("grant_type", "refresh_token"), ("refresh_token", refreshToken)])
        // A server that gives no new one means the old one to stay (RFC 6749 section 6).
        if tokens.refreshToken == nil { tokens.refreshToken = refreshToken }
        return tokens
    }

    private func endpoint(for context: TokenContext) async throws(OAuth2Error) -> TokenEndpoint {
        let url: EndpointURL
        if let known = state.withLock({ $0.endpoint }) {
            url = known
        } else {
            url = try await lookUp(context)
            state.withLock { $0.endpoint = url }
        }
        return TokenEndpoint(url: url, client: client, transport: context.transport, now: context.now)
    }

    private func lookUp(_ context: TokenContext) async throws(OAuth2Error) -> EndpointURL {
        if let url = tokenURL ?? context.flow(grant.kinds)?.tokenURL {
            return try EndpointURL(url, against: context.base)
        }
        guard let discovery = context.scheme.openIDConnectURL else {
            throw OAuth2Error(
                .configuration,
                "the scheme `\(context.scheme.name)` names no token endpoint for this grant; give `tokenURL`")
        }
        let provider = try await OpenIDProvider.discover(discovery, base: context.base, transport: context.transport)
        return try EndpointURL(provider.tokenURL, against: nil)
    }
}

extension OAuth2TokenSource: CustomStringConvertible, CustomReflectable {
    /// The kind of grant, never a secret.
    public var description: String { "OAuth2TokenSource(\(grant))" }

    /// Empty.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// What a source of tokens needs to know of the call that asks.
struct TokenContext: Sendable {
    /// The scheme that asks for a token.
    var scheme: SecurityScheme
    /// The API's server.
    var base: BaseURL?
    var transport: any Transport
    /// Seconds since 1970-01-01 UTC.
    var now: @Sendable () -> Int

    /// The first flow of one of these kinds, the kinds by preference.
    func flow(_ kinds: [OAuth2Flow.Kind]) -> OAuth2Flow? {
        kinds.lazy.compactMap { kind in scheme.flows.first { $0.kind == kind && $0.tokenURL != nil } }.first
    }
}
