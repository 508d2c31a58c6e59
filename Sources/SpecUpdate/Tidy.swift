import ApusYAML

/// Gives the keys of each object the order in which people read them; what has no place in it follows as it stood.
enum Tidy {
    static func order(_ node: YAMLNode, _ place: Place = ObjectKind.root) -> YAMLNode {
        switch (node.content, place) {
        case (_, .data), (.scalar, _): return node
        case (.sequence(let items), _):
            return YAMLNode(.sequence(items.map { order($0, place.item) }), range: node.range)
        case (.mapping(let mapping), _):
            let pairs = mapping.pairs.map { $0.with(order($0.value, place.member($0.key))) }
            guard case .object(let kind) = place else {
                return YAMLNode(.mapping(YAMLMapping(pairs)), range: node.range)
            }
            let first = kind.order.compactMap { key in pairs.first { $0.key == key } }
            let rest = pairs.filter { !kind.order.contains($0.key) }
            return YAMLNode(.mapping(YAMLMapping(first + rest)), range: node.range)
        }
    }
}
