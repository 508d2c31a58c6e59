import ApusDiagnostics
import ApusYAML

/// A file that was read, with what finding places in it needs.
final class LoadedDocument {
    private(set) var node: YAMLNode
    /// The place of the document itself.
    private(set) var path: DocumentPath
    let base: ReferenceBase
    /// Its schemas with an `$id` and its anchors, looked for when the first is asked for.
    private(set) lazy var resources = SchemaResources(of: node, base: base)
    /// Where an upgrade put what references name by its old place.
    private(set) var moves: Moves?
    /// The values of large mappings by key, by the mapping's place.
    private var indexes: [[ByteKey]: [ByteKey: YAMLNode]] = [:]

    init(_ node: YAMLNode, path: DocumentPath, base: ReferenceBase) {
        self.node = node
        self.path = path
        self.base = base
    }

    /// Puts an upgraded tree in the place of the one that was read.
    func upgrade(to node: YAMLNode, moved: MovedNode) {
        self.node = node
        path = DocumentPath(parent: nil, token: path.token, moves: moved)
        moves = Moves(moved)
        resources = SchemaResources(of: node, base: base)
        indexes = [:]
    }

    /// The value of a key. Large mappings are indexed, so that many references into one stay linear.
    func value(of key: String, in mapping: YAMLMapping, at path: ArraySlice<String>) -> YAMLNode? {
        guard mapping.pairs.count > 16 else { return mapping[key] }
        let path = path.map(ByteKey.init)
        if indexes[path] == nil {
            let values = mapping.pairs.map { (ByteKey($0.key), $0.value) }
            indexes[path] = Dictionary(values, uniquingKeysWith: { first, _ in first })
        }
        return indexes[path]?[ByteKey(key)]
    }
}

/// A value in one of the documents.
struct Location {
    let document: LoadedDocument
    let tokens: [String]
    let node: YAMLNode
    /// Whether the pointer leads nowhere in the schema with the `$id` that it is relative to, and was read as relative to
    /// the document.
    var ignoresID = false

    /// The identity of the place.
    var key: LocationKey { LocationKey(document: ObjectIdentifier(document), tokens: tokens.map(ByteKey.init)) }

    /// What the references in it are relative to.
    var base: ReferenceBase { document.resources.base(around: tokens) ?? document.base }

    /// A value in it; `nil` where there is none.
    func child(_ token: String) -> Location? {
        node[token].map { Location(document: document, tokens: tokens + [token], node: $0) }
    }

    /// The place in its document.
    var path: DocumentPath { tokens.reduce(document.path) { $0.appending($1) } }

    /// The value as a member of what holds it.
    func member(_ context: DecodingContext) -> Member {
        guard let last = tokens.last else { return Member(context: context, document: document) }
        let parent = tokens.dropLast().reduce(document.path) { $0.appending($1) }
        return Member(context: context, key: last, keyRange: node.range, node: node, parent: parent)
    }
}

/// A place as a key of dictionaries.
struct LocationKey: Hashable {
    let document: ObjectIdentifier
    let tokens: [ByteKey]
}
