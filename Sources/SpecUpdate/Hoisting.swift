import ApusDiagnostics
import ApusYAML

/// Gives inline schemas names: one with `x-apus-component: Name` is moved to `components/schemas`, and a reference stands in its
/// place. Overlays reach it where it was published, since this happens after them.
struct Hoisting {
    static let key = "x-apus-component"
    private(set) var diagnostics: [Diagnostic] = []
    private var components: [YAMLMapping.Pair] = []
    private var names: Set<String> = []

    mutating func run(_ root: YAMLNode) -> YAMLNode {
        let known = root.mapping?["components"]?.mapping?["schemas"]?.mapping?.pairs ?? []
        names = Set(known.map(\.key))
        let visited = visit(root, ObjectKind.root)
        return adding(to: visited)
    }

    private mutating func visit(_ node: YAMLNode, _ place: Place) -> YAMLNode {
        switch (node.content, place) {
        case (_, .data), (.scalar, _): return node
        case (.sequence(let items), _):
            var visited: [YAMLNode] = []
            for item in items { visited.append(visit(item, place.item)) }
            return YAMLNode(.sequence(visited), range: node.range)
        case (.mapping(let mapping), _):
            var pairs: [YAMLMapping.Pair] = []
            for pair in mapping.pairs where pair.key != Self.key {
                pairs.append(pair.with(visit(pair.value, place.member(pair.key))))
            }
            let inner = YAMLNode(.mapping(YAMLMapping(pairs)), range: node.range)
            guard let name = mapping[Self.key] else { return inner }
            return move(inner, to: name)
        }
    }

    private mutating func move(_ schema: YAMLNode, to name: YAMLNode) -> YAMLNode {
        guard let text = name.scalar?.text, names.insert(text).inserted else {
            diagnostics.append(
                .error(
                    "component-name", "`\(name.scalar?.text ?? "")` is the name of a schema already", at: name.range,
                    hint: "Give the schema a name of its own."))
            return schema
        }
        components.append(.init(key: text, keyRange: name.range, value: schema))
        let reference = YAMLNode(.scalar(.init(text: "#/components/schemas/\(text)", kind: .string)), range: name.range)
        return YAMLNode(
            .mapping(YAMLMapping([.init(key: "$ref", keyRange: name.range, value: reference)])), range: schema.range)
    }

    private func adding(to root: YAMLNode) -> YAMLNode {
        root.changing("components") { node in
            node.changing("schemas") { schemas in
                let pairs = (schemas.mapping?.pairs ?? []) + components
                return YAMLNode(.mapping(YAMLMapping(pairs)), range: schemas.range)
            }
        }
    }
}

extension YAMLNode {
    /// The mapping with a member changed.
    fileprivate func changing(_ key: String, _ change: (YAMLNode) -> YAMLNode) -> YAMLNode {
        guard let mapping else { return self }
        return YAMLNode(
            .mapping(YAMLMapping(mapping.pairs.map { $0.key == key ? $0.with(change($0.value)) : $0 })), range: range)
    }
}
