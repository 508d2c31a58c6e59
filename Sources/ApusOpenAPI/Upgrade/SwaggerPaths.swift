import ApusYAML

/// Path Item and Operation Objects: media types, bodies and schemes move from the operation into what they belong to.
extension SwaggerUpgrade {
    func pathItem(_ source: SwaggerNode) -> UpgradedNode {
        if let text = source.reference { follow(text, from: source, as: .pathItem) }
        guard source.node.mapping != nil else { return UpgradedNode(source) }
        // A body that all operations share becomes each one's own.
        let shared = (source["parameters"]?.items ?? []).filter { isPayload($0) }
        return UpgradedNode(
            source.pairs.map { pair in
                switch pair.key {
                case "parameters": pair.with(parameters(pair.value))
                case _ where Self.methods.contains(pair.key): pair.with(operation(pair.value, shared: shared))
                default: pair.same
                }
            }, at: source)
    }

    /// - Parameter shared: the path item's parameters that are bodies or belong to forms.
    func operation(_ source: SwaggerNode, shared: [SwaggerNode]) -> UpgradedNode {
        if let text = source.reference {
            follow(text, from: source, as: .operation)
            return UpgradedNode(source)
        }
        guard source.node.mapping != nil else { return UpgradedNode(source) }
        let produces = source["produces"].map { SwaggerMediaTypes($0) } ?? self.produces
        var pairs: [UpgradedNode.Pair] = []
        var body = payload(of: source, shared: shared)
        for pair in source.pairs {
            switch pair.key {
            case "consumes", "produces": break
            case "schemes": pairs += servers(ofOperation: pair).map { [$0] } ?? []
            case "parameters":
                pairs.append(pair.with(parameters(pair.value)))
                pairs += body.map { [$0] } ?? []
                body = nil
            case "responses": pairs.append(pair.with(responses(pair.value, produces)))
            case "requestBody", "callbacks", "servers":
                later(pair.value, pair.key, of: "an Operation Object")
                pairs.append(pair.same)
            default: pairs.append(pair.same)
            }
        }
        return UpgradedNode(pairs + (body.map { [$0] } ?? []), at: source)
    }

    private func responses(_ source: SwaggerNode, _ produces: SwaggerMediaTypes?) -> UpgradedNode {
        guard source.node.mapping != nil else { return UpgradedNode(source) }
        if source.reference != nil { return upgraded(source, as: .map(.response)) }
        return UpgradedNode(
            source.pairs.map { pair in
                pair.key.isExtensionKey ? pair.same : pair.with(response(pair.value, produces))
            }, at: source)
    }

    /// What a later version brought is read in an earlier one too: what its author means is plain.
    func later(_ source: SwaggerNode, _ key: String, of title: String) {
        warn(
            "later-keyword", "`\(key)` of \(title) belongs to OpenAPI 3.0; it is read as there", at: source,
            hint: "Write `openapi: 3.0.4` in place of `swagger` if the document follows it.")
    }
}
