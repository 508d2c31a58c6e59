import ApusIR
import ApusOpenAPI

/// Security: which credentials a call needs.
extension Builder {
    /// The operation's requirements, else the document's.
    func lowerSecurity(_ operation: OperationObject) -> [[String]] {
        var seen: Set<[String]> = []
        return (operation.security ?? document.security ?? []).compactMap { requirement in
            let names = requirement.schemes.map { sameScheme(as: $0.key) }
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
            }
            return SecurityScheme(
                name: entry.key, kind: kind, documentation: Documentation(description: scheme.description),
                origin: scheme.place.origin)
        }
    }

    /// Two schemes that put a credential in the same place are one: nobody should be asked for the same key twice.
    private func sameScheme(as name: String) -> String {
        guard let scheme = scheme(name) else { return name }
        let kind = kind(of: scheme)
        if case .unsupported = kind { return name }
        let first = document.components.securitySchemes.first { entry in
            document.references.resolve(entry.value).map { self.kind(of: $0) == kind } ?? false
        }
        return first?.key ?? name
    }

    private func scheme(_ name: String) -> SecuritySchemeObject? {
        document.components.securitySchemes[name].flatMap(document.references.resolve)
    }

    private func kind(of scheme: SecuritySchemeObject) -> SecurityScheme.Kind {
        switch (scheme.type, scheme.scheme?.lowercased()) {
        case ("http", "bearer"): .bearer
        case ("http", "basic"): .basic
        case ("http", let other): .unsupported("http \(other ?? "")")
        case ("apiKey", _): apiKey(scheme)
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
