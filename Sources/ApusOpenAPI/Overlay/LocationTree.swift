import ApusJSONPath
import ApusYAML

/// The places that a query selected, as a tree, so that one walk changes all of them and positions cannot shift.
final class LocationTree {
    private var isSelected = false
    private var children: [JSONPathStep: LocationTree] = [:]

    private init() {}

    init(_ matches: [JSONPathMatch]) {
        for match in matches {
            var tree = self
            for step in match.steps { tree = tree.child(step) }
            tree.isSelected = true
        }
    }

    private func child(_ step: JSONPathStep) -> LocationTree {
        if let known = children[step] { return known }
        let child = LocationTree()
        children[step] = child
        return child
    }

    /// Changes the selected nodes, inner ones before those that hold them.
    /// - Parameter change: the new node, or `nil` to take it out of what holds it.
    func edit(_ node: YAMLNode, _ change: (YAMLNode) -> YAMLNode?) -> YAMLNode? {
        let inner = children.isEmpty ? node : editChildren(node, change)
        return isSelected ? change(inner) : inner
    }

    private func editChildren(_ node: YAMLNode, _ change: (YAMLNode) -> YAMLNode?) -> YAMLNode {
        switch node.content {
        case .scalar: return node
        case .sequence(let items):
            let edited = items.enumerated().compactMap { index, item in
                guard let child = children[.index(index)] else { return item }
                return child.edit(item, change)
            }
            return YAMLNode(.sequence(edited), range: node.range)
        case .mapping(let mapping):
            let edited = mapping.pairs.compactMap { pair -> YAMLMapping.Pair? in
                guard let child = children[.key(pair.key)] else { return pair }
                return child.edit(pair.value, change).map { .init(key: pair.key, keyRange: pair.keyRange, value: $0) }
            }
            return YAMLNode(.mapping(YAMLMapping(edited)), range: node.range)
        }
    }
}
