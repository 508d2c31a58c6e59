/// Finds the credentials of an attempt: per call, then per client, then from the environment.
struct CredentialResolver: Sendable {
    var schemes: [SecurityScheme]
    /// Per client, by the scheme's name.
    var client: [String: Credential]
    /// Per call, by the scheme's name.
    var call: [String: Credential]
    var environment: EnvironmentLookup

    /// Whether the transport shows a certificate of the client.
    var hasClientCertificate = false

    /// Whether a credential is asked of a function or a server, which may take their time.
    var hasProvider: Bool {
        [call, client].contains { $0.values.contains(where: \.takesTime) }
    }

    /// What an attempt carries.
    typealias Resolved = [ResolvedCredential]

    enum Failure: Error {
        case cancelled
        case problem(RequestProblem, underlying: (any Error)?)
    }

    /// The credentials of the first alternative that is there as a whole. What the user gave by hand, as a header field
    /// or in the query, is there.
    func resolve(for request: PreparedRequest, _ source: TokenOrigin) async throws(Failure) -> Resolved {
        let alternatives = request.operation.security
        var known: [String: ResolvedCredential?] = [:]
        for alternative in alternatives where !alternative.isEmpty {
            var resolved: Resolved = []
            var isWhole = true
            for name in alternative where isWhole {
                guard let scheme = schemes.first(where: { $0.name == name }) else {
                    isWhole = false
                    break
                }
                if request.carries(scheme.placement) { continue }
                if scheme.placement == .clientCertificate && hasClientCertificate { continue }
                if known[name] == nil { known[name] = .some(try await credential(of: scheme, source)) }
                if case .some(.some(let credential)) = known[name] {
                    resolved.append(credential)
                } else {
                    isWhole = false
                }
            }
            if isWhole { return resolved }
        }
        if alternatives.allSatisfy({ !$0.isEmpty }) && !alternatives.isEmpty {
            throw .problem(missing(alternatives), underlying: nil)
        }
        return []
    }

    /// The scheme's credential, checked; `nil` when there is none.
    private func credential(
        of scheme: SecurityScheme, _ origin: TokenOrigin
    ) async throws(Failure) -> ResolvedCredential? {
        let given = given(scheme)
        var tokens: OAuth2TokenSource?
        if case .tokens(let source) = given?.credential { tokens = source }
        guard let text = try await text(of: scheme, given, origin), !text.isEmpty else { return nil }
        do {
            try HeaderRules.check(text, of: "the credential `\(scheme.name)`")
        } catch {
            throw .problem(RequestProblem(.credential, error.message), underlying: nil)
        }
        return ResolvedCredential(placement: scheme.placement, value: text, tokens: tokens)
    }

    private func text(
        of scheme: SecurityScheme, _ given: (credential: Credential, scheme: SecurityScheme)?, _ origin: TokenOrigin
    ) async throws(Failure) -> String? {
        switch given?.credential {
        case nil: environment(scheme.environment)
        case .environment(let name): environment(name)
        case .value(let value): value
        case .provider(let provider): try await ask(scheme, provider)
        case .tokens(let source):
            try await ask(scheme) { try await source.accessToken(origin.context(given?.scheme ?? scheme)) }
        }
    }

    /// What the call or the client has for the scheme; an empty key counts as missing. Documents sometimes define one
    /// scheme twice under two names: what is given for one serves the other.
    private func given(_ scheme: SecurityScheme) -> (credential: Credential, scheme: SecurityScheme)? {
        let twins = schemes.filter { $0.placement == scheme.placement && $0.name != scheme.name }
        return [call, client].lazy.flatMap { source in
            ([scheme] + twins).lazy.compactMap { twin in source[twin.name].map { ($0, twin) } }
        }.first { credential, _ in
            if case .value("") = credential { false } else { true }
        }
    }

    private func ask(
        _ scheme: SecurityScheme, _ provider: @Sendable () async throws -> String
    ) async throws(Failure) -> String {
        do {
            return try await provider()
        } catch {
            if error is CancellationError || Task.isCancelled { throw .cancelled }
            if let error = error as? OAuth2Error {
                let words = "no token for the credential `\(scheme.name)`: \(error.message)"
                throw .problem(RequestProblem(.credential, words), underlying: error)
            }
            // Its words are not shown: they may hold the very secret that could not be refreshed.
            let problem = RequestProblem(
                .credential,
                "the provider of the credential `\(scheme.name)` threw `\(type(of: error))`; see `underlyingError`")
            throw .problem(problem, underlying: error)
        }
    }

    private func missing(_ alternatives: [[String]]) -> RequestProblem {
        let names = alternatives.map { $0.map { "`\($0)`" }.joined(separator: " and ") }.joined(separator: ", or ")
        let variables = alternatives.flatMap { $0 }.compactMap { name in
            schemes.first { $0.name == name }?.environment
        }
        let list = variables.map { "`\($0)`" }.joined(separator: " or ")
        let hint = list.isEmpty ? "" : ", or set the environment variable \(list)"
        let needsCertificate = alternatives.joined().contains { name in
            schemes.contains { $0.name == name && $0.placement == .clientCertificate }
        }
        let more = needsCertificate ? "; mutual TLS needs a transport with the client's certificate" : ""
        return RequestProblem(
            .missingCredential, "no credential for \(names): give one to the client or to the call\(hint)\(more)")
    }
}

/// A credential as an attempt carries it.
struct ResolvedCredential: Sendable {
    var placement: SecurityScheme.Placement
    var value: String
    /// Who handed the value out, to be told when it is refused.
    var tokens: OAuth2TokenSource?
}

/// What sources of tokens need of the client: its server, its transport and the time.
struct TokenOrigin: Sendable {
    var base: BaseURL
    var transport: any Transport
    var clock: any CallClock

    func context(_ scheme: SecurityScheme) -> TokenContext {
        TokenContext(scheme: scheme, base: base, transport: transport) { [clock] in clock.unixSeconds }
    }
}

extension Credential {
    fileprivate var takesTime: Bool {
        switch self {
        case .provider, .tokens: true
        case .value, .environment: false
        }
    }
}
