import ApusDiagnostics
import ApusYAML

/// A path item's `$ref` may stand beside fields of its own (OpenAPI 3.1, Path Item Object): both count. Where they name
/// the same field the specification leaves open which one does; here it is the one that stands nearer.
extension Member {
    /// The fields beside a `$ref` together with those of what it names.
    func pathItem() -> PathItemObject? {
        guard let mapping = node.mapping, mapping["$ref"] != nil else { return object(PathItemObject.self) }
        let fields = YAMLMapping(mapping.pairs.filter { $0.key != "$ref" })
        let reader = ObjectReader(context: context, mapping: fields, place: place, title: PathItemObject.title)
        var item = PathItemObject.decode(reader)
        if let target = followedReference()?.decode({ $0.pathItem() }) { complete(&item, from: target) }
        return item
    }

    private func complete(_ item: inout PathItemObject, from target: PathItemObject) {
        item.summary = item.summary ?? target.summary
        item.description = item.description ?? target.description
        if item.servers.isEmpty { item.servers = target.servers }
        if item.parameters.isEmpty {
            item.parameters = target.parameters
        } else if !target.parameters.isEmpty {
            tellConflict("parameters")
        }
        let own = Set(item.operations.map(\.method))
        for entry in target.operations {
            if own.contains(entry.method) {
                tellConflict(entry.method.lowercased())
            } else {
                item.operations.append(entry)
            }
        }
    }

    private func tellConflict(_ field: String) {
        warn(
            "path-item-conflict", "`\(field)` stands beside `$ref` and in what that names; the one beside it is taken",
            hint: "What both mean together is undefined: keep one of them.")
    }
}

extension YAMLMapping {
    /// Whether a path item has fields beside its `$ref` that a mere reference cannot carry.
    var hasPathItemSiblings: Bool {
        pairs.contains { !["$ref", "summary", "description"].contains($0.key) && !$0.key.isExtensionKey }
    }
}
