/// A mapping's `<<`: pairs taken over from other mappings (YAML 1.1's merge type, still in wide use).
struct MergeKey {
    /// How many pairs stand before it.
    private let index: Int
    private let sources: [YAMLMapping]

    /// Takes a merge key's value: a mapping, or a sequence of them; `nil` for anything else.
    init?(_ value: YAMLNode, index: Int) {
        self.index = index
        if let mapping = value.mapping {
            sources = [mapping]
        } else if let items = value.sequence {
            sources = items.compactMap(\.mapping)
            guard sources.count == items.count else { return nil }
        } else {
            return nil
        }
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
