import ApusYAML

/// Security Scheme Objects: basic authentication is one of HTTP's schemes, and an OAuth 2 flow stands under its name.
extension SwaggerUpgrade {
    func securityScheme(_ source: SwaggerNode) -> UpgradedNode {
        switch source["type"]?.text {
        case "basic"?: basic(source)
        case "oauth2"?: oauth2(source)
        default: UpgradedNode(source)
        }
    }

    private func basic(_ source: SwaggerNode) -> UpgradedNode {
        UpgradedNode(
            source.pairs.flatMap { pair -> [UpgradedNode.Pair] in
                guard pair.key == "type" else { return [pair.same] }
                return [
                    .init(key: "type", keyRange: pair.keyRange, value: UpgradedNode("http", for: pair.value)),
                    .init(key: "scheme", keyRange: pair.keyRange, value: UpgradedNode("basic", for: pair.value)),
                ]
            }, at: source)
    }

    private func oauth2(_ source: SwaggerNode) -> UpgradedNode {
        var flow: [UpgradedNode.Pair] = []
        var rest: [UpgradedNode.Pair] = []
        for pair in source.pairs where pair.key != "flow" {
            switch pair.key {
            case "authorizationUrl", "tokenUrl", "scopes": flow.append(pair.same)
            default: rest.append(pair.same)
            }
        }
        // Without its name a flow says nothing.
        guard let name = flowName(source) else { return UpgradedNode(rest, at: source) }
        let key = source.pair("flow")?.keyRange ?? source.node.range
        if !flow.contains(where: { $0.key == "scopes" }) {
            warn("missing-key", "an OAuth 2 flow needs the key `scopes`", at: source, hint: "`scopes: {}` will do.")
            flow.append(.init(key: "scopes", keyRange: key, value: UpgradedNode(around: source, [UpgradedNode.Pair]())))
        }
        let flows = UpgradedNode(
            around: source, [.init(key: name, keyRange: key, value: UpgradedNode(around: source, flow))])
        return UpgradedNode(rest + [.init(key: "flows", keyRange: key, value: flows)], at: source)
    }

    private func flowName(_ source: SwaggerNode) -> String? {
        switch source["flow"]?.text {
        case "implicit"?: return "implicit"
        case "password"?: return "password"
        case "application"?: return "clientCredentials"
        case "accessCode"?: return "authorizationCode"
        // As OpenAPI 3 calls them.
        case let text? where ["clientCredentials", "authorizationCode"].contains(text):
            warn("unknown-value", "`\(text)` is a flow of OpenAPI 3; it is read as there", at: source["flow"] ?? source)
            return text
        default:
            warn(
                "unknown-value", "an OAuth 2 scheme needs a `flow` that is known", at: source["flow"] ?? source,
                hint: "Known are `implicit`, `password`, `application`, `accessCode`.")
            return nil
        }
    }
}

extension SwaggerNode.Pair {
    /// The pair as it is.
    var same: UpgradedNode.Pair { .init(key: key, keyRange: keyRange, value: UpgradedNode(value)) }

    /// With another value.
    func with(_ value: UpgradedNode) -> UpgradedNode.Pair { .init(key: key, keyRange: keyRange, value: value) }
}
