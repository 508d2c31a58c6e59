extension PreparedRequest {
    /// The request with the credentials put in. Fields and parameters that the user gave by hand stay as they are.
    func adding(_ credentials: CredentialResolver.Resolved) throws(RequestProblem) -> PreparedRequest {
        var request = self
        for credential in credentials { try request.add(credential.value, credential.placement) }
        return request
    }

    private mutating func add(_ value: String, _ placement: SecurityScheme.Placement) throws(RequestProblem) {
        switch placement {
        case .bearer: headers.setDefault(.authorization, Self.bearer(value))
        case .basic: headers.setDefault(.authorization, "Basic \(Base64Data(Array(value.utf8)).base64)")
        case .http(let scheme): headers.setDefault(.authorization, "\(scheme) \(value)")
        case .clientCertificate: break
        case .header(let name): headers.setDefault(try HeaderRules.name(name), value)
        case .query(let name):
            let pair = EncodedPair(
                name: PercentEncoding.encode(name, keeping: .formUnreserved),
                value: PercentEncoding.encode(value, keeping: .formUnreserved))
            if !query.contains(where: { $0.name == pair.name }) { query.append(pair) }
        case .cookie(let name):
            cookies.append(
                EncodedPair(
                    name: PercentEncoding.encode(name, keeping: .unreserved),
                    value: PercentEncoding.encode(value, keeping: .unreserved)))
        }
    }

    /// Whether the user gave this credential by hand.
    func carries(_ placement: SecurityScheme.Placement) -> Bool {
        switch placement {
        case .bearer, .basic, .http: headers.contains(.authorization)
        case .clientCertificate: false
        case .header(let name): HTTPField.Name(name).map(headers.contains) ?? false
        case .query(let name):
            query.contains { $0.name == PercentEncoding.encode(name, keeping: .formUnreserved) }
        case .cookie(let name):
            headers.contains(.cookie)
                || cookies.contains { $0.name == PercentEncoding.encode(name, keeping: .unreserved) }
        }
    }

    /// A key that already names its scheme, in any case, is sent unchanged.
    static func bearer(_ value: String) -> String {
        value.prefix(7).lowercased() == "bearer " ? value : "Bearer \(value)"
    }
}

extension HeaderList {
    /// The secrets among the fields.
    var secrets: [String] {
        entries.filter { HeaderRules.isSecret($0.name.canonicalName) }.flatMap { name, value in
            guard name == .authorization, let space = value.firstIndex(of: " ") else { return [value] }
            return [value, String(value[value.index(after: space)...])]
        }
    }
}

extension ResolvedCredential {
    /// Every text that shows one of these values gives the credential away.
    var secrets: [String] {
        switch placement {
        // Without its scheme, when the user gave one.
        case .bearer: [value, String(PreparedRequest.bearer(value).utf8.dropFirst(7)) ?? value]
        case .basic:
            [value, Base64Data(Array(value.utf8)).base64]
                + (value.firstIndex(of: ":").map { [String(value[value.index(after: $0)...])] } ?? [])
        case .header, .query, .cookie, .http, .clientCertificate: [value]
        }
    }
}
