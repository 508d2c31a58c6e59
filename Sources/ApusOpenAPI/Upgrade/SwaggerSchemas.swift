import ApusYAML

/// Schema Objects, which differ in little. A schema in which nothing differs stays the value that it was.
extension SwaggerUpgrade {
    /// - Parameter isFile: whether it is that of a response, which may be a file.
    func schema(_ source: SwaggerNode, isFile: Bool = false) -> UpgradedNode {
        guard source.node.mapping != nil else { return UpgradedNode(source) }
        if let text = source.reference { follow(text, from: source, as: .schema) }
        var pairs: [UpgradedNode.Pair] = []
        for pair in source.pairs { pairs += upgraded(pair, of: source, isFile: isFile) }
        return UpgradedNode(pairs, at: source)
    }

    private func upgraded(
        _ pair: SwaggerNode.Pair, of source: SwaggerNode, isFile: Bool
    ) -> [UpgradedNode.Pair] {
        switch pair.key {
        case "properties", "patternProperties", "definitions": return [pair.with(map(pair.value, as: .schema))]
        case "additionalProperties", "not": return [pair.with(schema(pair.value))]
        case "items": return [pair.with(schema(pair.value))]
        case "allOf": return [pair.with(branches(pair.value))]
        case "oneOf", "anyOf":
            later(pair.value, pair.key, of: "a Schema Object")
            return [pair.with(branches(pair.value))]
        case "nullable", "writeOnly", "deprecated":
            later(pair.value, pair.key, of: "a Schema Object")
            return [pair.same]
        case "type" where pair.value.text == "file": return file(pair, isAllowed: isFile)
        case "x-nullable":
            return source["nullable"] != nil
                ? [] : [.init(key: "nullable", keyRange: pair.keyRange, value: UpgradedNode(pair.value))]
        case "discriminator": return [discriminator(pair)]
        case "collectionFormat": return []
        default: return [pair.same]
        }
    }

    private func branches(_ source: SwaggerNode) -> UpgradedNode {
        guard source.node.sequence != nil else { return UpgradedNode(source) }
        return UpgradedNode(source.items.map { schema($0) }, at: source)
    }

    /// The name of a property; its values are names of definitions.
    private func discriminator(_ pair: SwaggerNode.Pair) -> UpgradedNode.Pair {
        guard pair.value.text != nil else {
            if pair.value.node.mapping != nil { later(pair.value, "propertyName", of: "`discriminator`") }
            return pair.same
        }
        let name = UpgradedNode.Pair(key: "propertyName", keyRange: pair.keyRange, value: UpgradedNode(pair.value).copy)
        return pair.with(UpgradedNode([name], at: pair.value))
    }
}
