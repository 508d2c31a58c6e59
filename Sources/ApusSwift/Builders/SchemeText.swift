import ApusIR

/// Spells a security scheme as the runtime takes it, and says how to get its credential.
enum SchemeText {
    /// Such as `.bearer("apiKey", environment: "X")`; a line each for what does not fit on one.
    static func description(_ scheme: SecurityScheme, environment variable: String?) -> [String] {
        let literal = SwiftLiteral.string(scheme.name)
        let environment = "environment: \(variable.map(SwiftLiteral.string) ?? "nil")"
        switch scheme.kind {
        case .bearer, .unsupported: return [".bearer(\(literal), \(environment))"]
        case .basic: return [".basic(\(literal), \(environment))"]
        case .apiKey(let wire, let location):
            return [".apiKey(\(literal), \(location.rawValue): \(SwiftLiteral.string(wire)), \(environment))"]
        case .http(let name): return [".http(\(literal), scheme: \(SwiftLiteral.string(name)), \(environment))"]
        case .oauth2(let flows):
            let lists = list("flows: ", flows.map(flow))
            return call(".oauth2", [[literal], lists, [environment]])
        case .openIDConnect(let url):
            return call(".openIDConnect", [[literal], ["url: \(SwiftLiteral.string(url))"], [environment]])
        case .mutualTLS: return [".mutualTLS(\(literal))"]
        }
    }

    private static func flow(_ flow: OAuthFlow) -> [String] {
        let urls = [
            ("authorizationURL", flow.authorizationURL), ("tokenURL", flow.tokenURL), ("refreshURL", flow.refreshURL),
        ].compactMap { label, url in url.map { ["\(label): \(SwiftLiteral.string($0))"] } }
        let scopes = list("scopes: ", flow.scopes.map { [SwiftLiteral.string($0.name)] })
        return call(".init", [[".\(flow.kind.rawValue)"]] + urls + (flow.scopes.isEmpty ? [] : [scopes]))
    }

    /// A call with an argument a line.
    private static func call(_ name: String, _ arguments: [[String]]) -> [String] {
        ["\(name)("] + separated(arguments) + [")"]
    }

    /// A collection literal with an item a line; the formatter wants a comma behind the last one of several.
    private static func list(_ label: String, _ items: [[String]]) -> [String] {
        guard !items.isEmpty else { return ["\(label)[]"] }
        var lines = separated(items)
        if items.count > 1 { lines[lines.count - 1] += "," }
        return ["\(label)["] + lines + ["]"]
    }

    private static func separated(_ items: [[String]]) -> [String] {
        items.enumerated().flatMap { index, lines in
            var lines = lines.map { "    " + $0 }
            if index + 1 < items.count { lines[lines.count - 1] += "," }
            return lines
        }
    }

    /// The flows with their scopes, as a list.
    static func flowDocumentation(_ scheme: SecurityScheme) -> [String] {
        guard case .oauth2(let flows) = scheme.kind, !flows.isEmpty else { return [] }
        var lines = [""]
        for flow in flows {
            lines.append("- OAuth 2, \(words(flow.kind))\(flow.scopes.isEmpty ? "" : "; scopes:")")
            for scope in flow.scopes {
                let text = DocumentationText.firstLine(scope.description).map { ": \($0)" } ?? ""
                lines += DocumentationText.paragraph("`\(scope.name.filter { $0 != "`" })`\(text)").enumerated().map {
                    ($0 == 0 ? "  - " : "    ") + $1
                }
            }
        }
        return lines
    }

    private static func words(_ kind: OAuthFlow.Kind) -> String {
        switch kind {
        case .clientCredentials: "client credentials: `Credential.clientCredentials(id:secret:scopes:tokenURL:)`"
        case .authorizationCode: "login in a browser: `OAuth2Login`"
        case .password: "name and password: `OAuth2Grant.password(username:password:)`"
        case .implicit: "implicit; obtain the token yourself"
        case .deviceAuthorization: "login on another device; obtain the token yourself"
        }
    }
}
