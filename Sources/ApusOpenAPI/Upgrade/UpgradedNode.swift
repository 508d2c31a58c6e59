import ApusDiagnostics
import ApusYAML

/// A value of the upgraded tree, with where it came from.
struct UpgradedNode {
    /// A member of a mapping.
    struct Pair {
        let key: String
        let keyRange: SourceRange
        let value: UpgradedNode
    }

    private enum Content {
        case node(YAMLNode)
        case mapping([Pair])
        case sequence([UpgradedNode])
    }

    private let content: Content
    private let range: SourceRange
    private let origin: DocumentPath?
    private let isCopy: Bool

    /// What stays as it is.
    init(_ source: SwaggerNode) {
        self.init(.node(source.node), source.node.range, source.path, isCopy: false)
    }

    /// A mapping in the place of a value.
    init(_ pairs: [Pair], at source: SwaggerNode) {
        self.init(.mapping(pairs), source.node.range, source.path, isCopy: false)
    }

    /// A sequence in the place of a value.
    init(_ items: [UpgradedNode], at source: SwaggerNode) {
        self.init(.sequence(items), source.node.range, source.path, isCopy: false)
    }

    /// A mapping that the old form does not have, around what came from one place of it.
    init(around source: SwaggerNode, _ pairs: [Pair]) {
        self.init(.mapping(pairs), source.node.range, source.path, isCopy: true)
    }

    /// A sequence that the old form does not have.
    init(around source: SwaggerNode, _ items: [UpgradedNode]) {
        self.init(.sequence(items), source.node.range, source.path, isCopy: true)
    }

    /// A mapping that belongs to no place of the old form.
    init(nowhere range: SourceRange, _ pairs: [Pair]) { self.init(.mapping(pairs), range, nil, isCopy: false) }

    /// A word that the old form says in another way.
    init(_ text: String, _ kind: YAMLScalar.Kind = .string, for source: SwaggerNode) {
        let node = YAMLNode(.scalar(YAMLScalar(text: text, kind: kind)), range: source.node.range)
        self.init(.node(node), source.node.range, source.path, isCopy: true)
    }

    private init(_ content: Content, _ range: SourceRange, _ origin: DocumentPath?, isCopy: Bool) {
        self.content = content
        self.range = range
        self.origin = origin
        self.isCopy = isCopy
    }

    /// The same as one of several copies: references to where it came from mean another one.
    var copy: UpgradedNode {
        switch content {
        case .node: UpgradedNode(content, range, origin, isCopy: true)
        case .mapping(let pairs):
            UpgradedNode(
                .mapping(pairs.map { Pair(key: $0.key, keyRange: $0.keyRange, value: $0.value.copy) }), range, origin,
                isCopy: true)
        case .sequence(let items): UpgradedNode(.sequence(items.map(\.copy)), range, origin, isCopy: true)
        }
    }

    /// As a tree of the reader.
    var tree: YAMLNode {
        switch content {
        case .node(let node): node
        case .mapping(let pairs):
            YAMLNode(
                .mapping(YAMLMapping(pairs.map { .init(key: $0.key, keyRange: $0.keyRange, value: $0.value.tree) })),
                range: range)
        case .sequence(let items): YAMLNode(.sequence(items.map(\.tree)), range: range)
        }
    }

    /// What of a whole tree did not stay in its place.
    var moved: MovedNode { MovedNode(origin: nil, children: movedChildren) }

    private var movedChildren: [ByteKey: MovedNode] {
        let children: [(String, UpgradedNode)] =
            switch content {
            case .node: []
            case .mapping(let pairs): pairs.map { ($0.key, $0.value) }
            case .sequence(let items): items.enumerated().map { (String($0), $1) }
            }
        let moved = children.compactMap { key, child in child.moved(from: self, key).map { (ByteKey(key), $0) } }
        return Dictionary(moved, uniquingKeysWith: { first, _ in first })
    }

    private func moved(from parent: UpgradedNode, _ key: String) -> MovedNode? {
        let isInPlace =
            !isCopy && !parent.isCopy && origin.map { $0.parent === parent.origin && $0.token == key } ?? true
        let children = movedChildren
        if isInPlace, children.isEmpty { return nil }
        return MovedNode(origin: isInPlace ? nil : origin, isCopy: isCopy, children: children)
    }
}
