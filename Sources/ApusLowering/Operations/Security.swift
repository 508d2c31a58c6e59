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
            } else if scheme.type == "oauth2" || scheme.type == "openIdConnect" {
                warn(
                    "security-token", "tokens of `\(entry.key)` are sent, but not obtained", at: scheme.place,
                    hint: "Give the client a credential that provides a token, and renews it when it is asked.")
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
        switch (scheme.type, scheme.scheme?.lowercased()) {
        case ("http", "bearer"): .bearer
        case ("http", "basic"): .basic
        case ("http", let other): .unsupported("http \(other ?? "")")
        case ("apiKey", _): apiKey(scheme)
        // Their tokens travel as RFC 6750 says; getting one is the caller's matter.
        case ("oauth2", _), ("openIdConnect", _): .bearer
        default: .unsupported(scheme.type)
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
