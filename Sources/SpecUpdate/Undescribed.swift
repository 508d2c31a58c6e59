import ApusDiagnostics
import ApusYAML

/// The operations, parameters, schemas and tags that nobody has described yet.
enum Undescribed {
    /// Their places as JSON Pointers, in the document's order.
    static func places(in root: YAMLNode) -> [String] {
        var places: [String] = []
        visit(root, ObjectKind.root, JSONPointer(), isTop: false) { places.append($0.description) }
        return places
    }

    private static func visit(
        _ node: YAMLNode, _ place: Place, _ pointer: JSONPointer, isTop: Bool, _ report: (JSONPointer) -> Void
    ) {
        switch (node.content, place) {
        case (.scalar, _), (_, .data): return
        case (.sequence(let items), _):
            for (index, item) in items.enumerated() {
                visit(item, place.item, pointer.appending(index), isTop: false, report)
            }
        case (.mapping(let mapping), _):
            if place.needsWords(isComponent: isTop), mapping["$ref"] == nil, mapping["description"] == nil {
                report(pointer)
            }
            for pair in mapping.pairs where !place.isSchema {
                visit(
                    pair.value, place.member(pair.key), pointer.appending(pair.key),
                    isTop: pointer.tokens == ["components", "schemas"], report)
            }
        }
    }
}

extension Place {
    fileprivate var isSchema: Bool {
        if case .object(.schema) = self { true } else { false }
    }

    /// Members of schemas are often plain by their names; schemas that have a name of their own are not.
    fileprivate func needsWords(isComponent: Bool) -> Bool {
        guard case .object(let kind) = self else { return false }
        switch kind {
        case .operation, .parameter, .tag: return true
        case .schema: return isComponent
        default: return false
        }
    }
}
