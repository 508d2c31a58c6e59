/// A mapping's `<<`: pairs taken over from other mappings (YAML 1.1's merge type, still in wide use).
struct MergeKey {
    /// How many pairs stand before it.
    let index: Int
    let sources: [YAMLMapping]

    /// The mappings that a merge key's value names: one, or a sequence of them; `nil` for anything else.
    static func sources(_ node: YAMLNode) -> [YAMLMapping]? {
        if let mapping = node.mapping { return [mapping] }
        guard let items = node.sequence else { return nil }
        let mappings = items.compactMap(\.mapping)
        return mappings.count == items.count ? mappings : nil
    }

    /// The mapping's own pairs with the merged ones in the place of `<<`: own keys win, then earlier sources.
    ///
    /// What is copied here was counted when its alias was: a merge costs no more than the alias budget allows.
    func resolve(_ own: [YAMLMapping.Pair]) -> [YAMLMapping.Pair] {
        var taken = Set(own.map { KeyBytes(text: $0.key) })
        let merged = sources.flatMap { source in
            source.pairs.filter { taken.insert(KeyBytes(text: $0.key)).inserted }
        }
        return Array(own[..<index]) + merged + Array(own[index...])
    }
}
