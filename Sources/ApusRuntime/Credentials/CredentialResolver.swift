/// Finds the credentials of an attempt: per call, then per client, then from the environment.
struct CredentialResolver: Sendable {
    var schemes: [SecurityScheme]
    /// Per client, by the scheme's name.
    var client: [String: Credential]
    /// Per call, by the scheme's name.
    var call: [String: Credential]
    var environment: EnvironmentLookup

    /// Whether a credential is asked of a function, which may take its time.
    var hasProvider: Bool {
        [call, client].contains { $0.values.contains { if case .provider = $0 { true } else { false } } }
    }

    /// What an attempt carries.
    typealias Resolved = [(placement: SecurityScheme.Placement, value: String)]

    enum Failure: Error {
        case cancelled
        case problem(RequestProblem, underlying: (any Error)?)
    }

    /// The credentials of the first alternative that is there as a whole. What the user gave by hand, as a header field
    /// or in the query, is there.
    func resolve(for request: PreparedRequest) async throws(Failure) -> Resolved {
        let alternatives = request.operation.security
        var known: [String: String?] = [:]
        for alternative in alternatives where !alternative.isEmpty {
            var resolved: Resolved = []
            var isWhole = true
            for name in alternative where isWhole {
                guard let scheme = schemes.first(where: { $0.name == name }) else {
                    isWhole = false
                    break
                }
                if request.carries(scheme.placement) { continue }
                if known[name] == nil { known[name] = .some(try await value(of: scheme)) }
                if case .some(.some(let value)) = known[name] {
                    resolved.append((scheme.placement, value))
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
    private func value(of scheme: SecurityScheme) async throws(Failure) -> String? {
        guard let text = try await text(of: scheme), !text.isEmpty else { return nil }
        do {
            try HeaderRules.check(text, of: "the credential `\(scheme.name)`")
        } catch {
            throw .problem(RequestProblem(.credential, error.message), underlying: nil)
        }
        return text
    }

    private func text(of scheme: SecurityScheme) async throws(Failure) -> String? {
        switch given(scheme) {
        case nil: environment(scheme.environment)
        case .environment(let name): environment(name)
        case .value(let value): value
        case .provider(let provider): try await ask(provider, scheme)
        }
    }

    /// What the call or the client has for the scheme; an empty key counts as missing. Documents sometimes define one
    /// scheme twice under two names: what is given for one serves the other.
    private func given(_ scheme: SecurityScheme) -> Credential? {
        let twins = schemes.filter { $0.placement == scheme.placement && $0.name != scheme.name }.map(\.name)
        let names = [scheme.name] + twins
        return [call, client].lazy.flatMap { source in names.lazy.compactMap { source[$0] } }.first { credential in
            if case .value("") = credential { false } else { true }
        }
    }

    private func ask(
        _ provider: @Sendable () async throws -> String, _ scheme: SecurityScheme
    ) async throws(Failure) -> String {
        do {
            return try await provider()
        } catch {
            if error is CancellationError || Task.isCancelled { throw .cancelled }
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
        return RequestProblem(
            .missingCredential, "no credential for \(names): give one to the client or to the call\(hint)")
    }
}
