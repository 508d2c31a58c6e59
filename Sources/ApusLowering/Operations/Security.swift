import ApusIR
import ApusOpenAPI

/// Security: which credentials a call needs.
extension Builder {
    /// The operation's requirements, else the document's.
    func lowerSecurity(_ operation: OperationObject) -> [[String]] {
        var seen: Set<[String]> = []
        return (operation.security ?? document.security ?? []).compactMap { requirement in
            let names = requirement.schemes.map { sameSchemes[ByteKey($0.key)] ?? $0.key }
            return seen.insert(names).inserted ? names : nil
        }
    }

    /// The scopes that an operation's requirements name; those of one scheme joined.
    func lowerScopes(_ operation: OperationObject) -> [ScopeNeed] {
        var needs: [ScopeNeed] = []
        for requirement in operation.security ?? document.security ?? [] {
            for entry in requirement.schemes where !entry.value.isEmpty {
                let scheme = sameSchemes[ByteKey(entry.key)] ?? entry.key
                let index = needs.firstIndex { ByteKey($0.scheme) == ByteKey(scheme) } ?? needs.endIndex
                if index == needs.endIndex { needs.append(ScopeNeed(scheme: scheme, scopes: [])) }
                needs[index].scopes += entry.value.filter { !needs[index].scopes.contains($0) }
            }
        }
        return needs
    }

    /// The schemes that some operation names, in document order.
    func lowerSecuritySchemes(usedBy operations: [Operation]) -> [SecurityScheme] {
        let used = Set(operations.flatMap { $0.security.joined() }.map(ByteKey.init))
        return document.components.securitySchemes.compactMap { entry in
            guard used.contains(ByteKey(entry.key)) else { return nil }
            guard let scheme = document.references.resolve(entry.value) else { return nil }
            let kind = kind(of: scheme)
            if case .unsupported(let type) = kind {
                warn(
                    "unsupported-security", "requests are not signed for `\(entry.key)`, which is of type `\(type)`",
                    at: scheme.place, hint: "Give the credential as a header with the call.")
            }
            return SecurityScheme(
                name: entry.key, kind: kind, documentation: Documentation(description: scheme.description),
                origin: scheme.place.origin)
        }
    }

    /// Two schemes that put a credential in the same place are one: nobody should be asked for the same key twice.
    func findSameSchemes() -> [ByteKey: String] {
        var first: [SecurityScheme.Kind: String] = [:]
        var same: [ByteKey: String] = [:]
        for entry in document.components.securitySchemes {
            guard let scheme = document.references.resolve(entry.value) else { continue }
            let kind = kind(of: scheme)
            if case .unsupported = kind { continue }
            same[ByteKey(entry.key)] = first[kind] ?? entry.key
            if first[kind] == nil { first[kind] = entry.key }
        }
        return same
    }

    private func kind(of scheme: SecuritySchemeObject) -> SecurityScheme.Kind {
        switch scheme.type {
        case "http": http(scheme)
        case "apiKey": apiKey(scheme)
        // Their tokens travel as RFC 6750 says.
        case "oauth2": .oauth2(flows(of: scheme))
        case "openIdConnect": scheme.openIDConnectURL.map { .openIDConnect(url: $0) } ?? .bearer
        case "mutualTLS": .mutualTLS
        default: .unsupported(scheme.type)
        }
    }

    private func http(_ scheme: SecuritySchemeObject) -> SecurityScheme.Kind {
        let name = scheme.scheme ?? ""
        switch name.lowercased() {
        case "bearer": return .bearer
        case "basic": return .basic
        // These answer a server's challenge, request by request.
        case "digest", "negotiate", "scram-sha-1", "scram-sha-256", "mutual", "hoba":
            return .unsupported("http \(name)")
        case _ where HTTPSyntax.isToken(name): return .http(scheme: name)
        default: return .unsupported("http \(name)")
        }
    }

    private func flows(of scheme: SecuritySchemeObject) -> [OAuthFlow] {
        scheme.flows.compactMap { entry in
            guard let kind = OAuthFlow.Kind(rawValue: entry.key) else { return nil }
            let flow = entry.value
            return OAuthFlow(
                kind: kind, authorizationURL: flow.authorizationURL ?? flow.deviceAuthorizationURL,
                tokenURL: flow.tokenURL, refreshURL: flow.refreshURL,
                scopes: flow.scopes.map { .init(name: $0.key, description: $0.value) })
        }
    }

    private func apiKey(_ scheme: SecuritySchemeObject) -> SecurityScheme.Kind {
        guard let name = scheme.name else { return .unsupported("apiKey") }
        switch scheme.location {
        case .header: return .apiKey(name: name, location: .header)
        case .query: return .apiKey(name: name, location: .query)
        case .cookie: return .apiKey(name: name, location: .cookie)
        case .path, .querystring, nil: return .unsupported("apiKey")
        }
    }
}
