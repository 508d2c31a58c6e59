import ApusYAML

/// Response Objects: schema and examples move below the media types that the operation produces.
extension SwaggerUpgrade {
    func response(_ source: SwaggerNode, _ produces: SwaggerMediaTypes?) -> UpgradedNode {
        guard let text = source.reference else { return response(source, produces, reference: nil) }
        follow(text, from: source, as: .response)
        let assumed = [SwaggerMediaTypes.json]
        let isShared = (produces?.texts ?? assumed) == (sharedProduces?.texts ?? assumed)
        // What a shared response holds depends on who gives it: where the media types differ, it is written out.
        guard !isShared, let (target, reference) = end(of: source), target.node.mapping != nil else {
            return UpgradedNode(source)
        }
        return response(target, produces, reference: reference.map { (source, $0) })
    }

    /// - Parameter reference: what led to the response, and the reference that does so from there.
    private func response(
        _ source: SwaggerNode, _ produces: SwaggerMediaTypes?, reference: (source: SwaggerNode, text: String)?
    ) -> UpgradedNode {
        guard source.node.mapping != nil else { return UpgradedNode(source) }
        var pairs: [UpgradedNode.Pair] = []
        for pair in source.pairs {
            switch pair.key {
            case "schema":
                let content = self.content(source, produces, reference: reference)
                pairs.append(.init(key: "content", keyRange: pair.keyRange, value: content))
            case "examples":
                if source["schema"] == nil { tellLoneExamples(pair.value) }
            case "headers": pairs.append(pair.with(upgraded(pair.value, as: .map(.header))))
            case "content", "links":
                later(pair.value, pair.key, of: "a Response Object")
                pairs.append(pair.same)
            default: pairs.append(pair.same)
            }
        }
        return reference.map { UpgradedNode(around: $0.source, pairs.map { $0.copy }) }
            ?? UpgradedNode(pairs, at: source)
    }

    private func content(
        _ source: SwaggerNode, _ produces: SwaggerMediaTypes?, reference: (source: SwaggerNode, text: String)?
    ) -> UpgradedNode {
        guard let pair = source.pair("schema") else { return UpgradedNode(source) }
        let isFile = pair.value["type"]?.text == "file"
        let media = isFile ? fileTypes(produces, source) : responseTypes(produces, source)
        let schema =
            reference.map { sharedSchema(pair.value, of: $0.text, at: $0.source) }
            ?? self.schema(pair.value, isFile: isFile)
        var examples = source["examples"]?.pairs ?? []
        let content = media.entries.enumerated().map { index, entry in
            var pairs = [
                UpgradedNode.Pair(key: "schema", keyRange: pair.keyRange, value: index == 0 ? schema : schema.copy)
            ]
            if let found = examples.firstIndex(where: { $0.key == entry.text }) {
                let example = examples.remove(at: found)
                pairs.append(.init(key: "example", keyRange: example.keyRange, value: UpgradedNode(example.value)))
            }
            return UpgradedNode.Pair(key: entry.text, keyRange: entry.range, value: UpgradedNode(around: source, pairs))
        }
        for example in examples where !example.key.isExtensionKey && !isFile {
            warn(
                "example-media-type",
                "the example is of `\(example.key)`, which `produces` does not name; it is left out",
                at: example.value)
        }
        return UpgradedNode(around: source, content)
    }

    /// What a response may be: where nothing is said, that of its examples, else JSON.
    private func responseTypes(_ produces: SwaggerMediaTypes?, _ source: SwaggerNode) -> SwaggerMediaTypes {
        if let produces, !produces.entries.isEmpty { return produces }
        let examples = (source["examples"]?.pairs ?? []).filter { HTTPSyntax.isMediaType($0.key) }
        if !examples.isEmpty {
            return SwaggerMediaTypes(examples.map { .init(text: $0.key, range: $0.keyRange, source: $0.value) })
        }
        warnOnce(
            "assumed-media-type",
            "`produces` is missing; responses are taken to be `application/json`, here and elsewhere", at: source,
            hint: "Write `produces: [application/json]`.")
        return SwaggerMediaTypes(assumed: SwaggerMediaTypes.json, for: source)
    }

    /// A file is of the types that `produces` names save JSON and text, which say what the other responses are.
    private func fileTypes(_ produces: SwaggerMediaTypes?, _ source: SwaggerNode) -> SwaggerMediaTypes {
        let entries = (produces?.entries ?? []).filter {
            !$0.essence.hasSuffix("json") && !$0.essence.hasPrefix("text/") && HTTPSyntax.isMediaType($0.text)
        }
        return entries.isEmpty ? SwaggerMediaTypes(assumed: "*/*", for: source) : SwaggerMediaTypes(entries)
    }

    private func tellLoneExamples(_ source: SwaggerNode) {
        guard source.node.mapping?.pairs.isEmpty == false else { return }
        warn(
            "example-without-schema", "a response without `schema` has no body; its examples are left out", at: source,
            hint: "Write `schema: {}` for a body of any kind.")
    }
}

extension UpgradedNode.Pair {
    /// The same as one of several copies.
    fileprivate var copy: Self { .init(key: key, keyRange: keyRange, value: value.copy) }
}
