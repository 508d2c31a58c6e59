import ApusYAML

/// Upgraded values in a file that is otherwise left as it is.
struct SwaggerEdits {
    private final class Step {
        var value: UpgradedNode?
        var children: [ByteKey: Step] = [:]
    }

    let document: LoadedDocument
    private var root = Step()

    init(_ document: LoadedDocument) { self.document = document }

    /// Puts a value in place. Around it nothing changes; a value in one that is put in place already came with that.
    mutating func add(_ value: UpgradedNode, at tokens: [String]) {
        var step = root
        for token in tokens {
            let key = ByteKey(token)
            let next = step.children[key] ?? Step()
            step.children[key] = next
            step = next
        }
        step.value = value
    }

    /// Changes the file.
    func apply() {
        let source = SwaggerNode(document.node, document.path, document)
        let whole = Self.applied(root, to: source)
        document.upgrade(to: whole.tree, moved: whole.moved)
    }

    /// A pair of the file's mapping, with the values in place that stand below it.
    func applied(to pair: SwaggerUpgrade.RootPair) -> UpgradedNode.Pair {
        guard let source = pair.source, let step = root.children[ByteKey(source.key)] else { return pair.upgraded }
        return .init(key: source.key, keyRange: source.keyRange, value: Self.applied(step, to: source.value))
    }

    private static func applied(_ step: Step, to source: SwaggerNode) -> UpgradedNode {
        if let value = step.value { return value }
        if source.node.mapping != nil {
            return UpgradedNode(
                source.pairs.map { pair in
                    let step = step.children[ByteKey(pair.key)]
                    let value = step.map { applied($0, to: pair.value) } ?? UpgradedNode(pair.value)
                    return .init(key: pair.key, keyRange: pair.keyRange, value: value)
                }, at: source)
        }
        guard source.node.sequence != nil else { return UpgradedNode(source) }
        return UpgradedNode(
            source.items.enumerated().map { index, item in
                step.children[ByteKey(String(index))].map { applied($0, to: item) } ?? UpgradedNode(item)
            }, at: source)
    }
}
