import ApusYAML

/// The schemas of a file that have an `$id`, and the anchors (JSON Schema 2020-12, 8.2), found in the tree, so that they
/// are known before anything is decoded.
struct SchemaResources {
    /// A schema with an `$id`.
    struct Resource {
        let tokens: [String]
        let base: ReferenceBase
    }

    private struct Name: Hashable {
        let resource: [ByteKey]
        let name: ByteKey
    }

    private(set) var resources: [Resource] = []
    /// How many schemas have a dynamic anchor of a name.
    private(set) var dynamicAnchors: [String: Int] = [:]
    private var byPlace: [[ByteKey]: ReferenceBase] = [:]
    private var anchors: [Name: [String]] = [:]
    /// For those that forget in which schema they are.
    private var anywhere: [ByteKey: [String]] = [:]
    private var path: [String] = []

    init(of node: YAMLNode, base: ReferenceBase) {
        walk(node, base, isMapOfNames: false)
    }

    /// The place of an anchor, in the schema with an `$id` that stands at `resource`.
    func anchor(_ name: String, in resource: [String]) -> [String]? {
        let name = ByteKey(name)
        return anchors[Name(resource: resource.map(ByteKey.init), name: name)] ?? anywhere[name]
    }

    /// What the references at a place are relative to, its own `$id` left aside.
    func base(around tokens: [String]) -> ReferenceBase? {
        guard !byPlace.isEmpty else { return nil }
        var place = tokens.map(ByteKey.init)
        while place.popLast() != nil {
            if let base = byPlace[place] { return base }
        }
        return nil
    }

    /// Nesting is limited where the tree is made.
    private mutating func walk(_ node: YAMLNode, _ base: ReferenceBase, isMapOfNames: Bool) {
        switch node.content {
        case .scalar: break
        case .sequence(let items):
            for (index, item) in items.enumerated() { step(String(index), item, base, isMapOfNames: false) }
        case .mapping(let mapping):
            let base = isMapOfNames ? base : note(mapping, base)
            for pair in mapping.pairs where isMapOfNames || !Self.data.contains(pair.key) {
                step(pair.key, pair.value, base, isMapOfNames: !isMapOfNames && Self.mapsOfNames.contains(pair.key))
            }
        }
    }

    private mutating func step(_ token: String, _ node: YAMLNode, _ base: ReferenceBase, isMapOfNames: Bool) {
        if node.scalar != nil { return }
        path.append(token)
        walk(node, base, isMapOfNames: isMapOfNames)
        path.removeLast()
    }

    private mutating func note(_ mapping: YAMLMapping, _ outer: ReferenceBase) -> ReferenceBase {
        var base = outer
        if let id = mapping.resourceID {
            base = ReferenceBase(outer, resource: path, id: id)
            resources.append(Resource(tokens: path, base: base))
            byPlace[path.map(ByteKey.init)] = base
        }
        for pair in mapping.pairs where pair.key.utf8.first == UInt8(ascii: "$") {
            guard let scalar = pair.value.scalar else { continue }
            switch pair.key {
            case "$anchor": add(scalar.text, base)
            case "$dynamicAnchor":
                add(scalar.text, base)
                dynamicAnchors[scalar.text, default: 0] += 1
            // As drafts 4 to 7 had it.
            case "$id" where scalar.text.hasPrefix("#"): add(String(scalar.text.dropFirst()), base)
            default: break
            }
        }
        return base
    }

    private mutating func add(_ name: String, _ base: ReferenceBase) {
        let key = Name(resource: base.resource.map(ByteKey.init), name: ByteKey(name))
        if anchors[key] == nil { anchors[key] = path }
        if anywhere[key.name] == nil { anywhere[key.name] = path }
    }

    /// Keys whose values are no schemas, whatever they look like.
    private static let data: Set<String> = ["example", "examples", "default", "const", "enum"]
    /// Keys below which the next keys are names.
    private static let mapsOfNames: Set<String> = [
        "properties", "patternProperties", "$defs", "definitions", "dependentSchemas", "schemas", "responses",
        "parameters", "requestBodies", "headers", "paths", "pathItems", "webhooks", "callbacks", "content",
        "mediaTypes",
    ]
}

extension YAMLMapping {
    /// An `$id` that begins a schema resource: text, and not only an anchor.
    var resourceID: String? {
        guard let scalar = self["$id"]?.scalar, scalar.kind == .string, !scalar.text.isEmpty,
            !scalar.text.hasPrefix("#")
        else { return nil }
        return scalar.text
    }
}
