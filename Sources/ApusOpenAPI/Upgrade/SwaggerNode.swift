import ApusDiagnostics
import ApusYAML

/// A value of a document as it was read, with where it stands.
struct SwaggerNode {
    let node: YAMLNode
    let path: DocumentPath
    /// What holds it, and what its references are relative to.
    let document: LoadedDocument

    init(_ node: YAMLNode, _ path: DocumentPath, _ document: LoadedDocument) {
        self.node = node
        self.path = path
        self.document = document
    }

    init(_ location: Location) { self.init(location.node, location.path, location.document) }

    /// A member of a mapping with its key.
    struct Pair {
        let key: String
        let keyRange: SourceRange
        let value: SwaggerNode
    }

    /// In document order; none when it is no mapping.
    var pairs: [Pair] {
        (node.mapping?.pairs ?? []).map { pair in
            let value = SwaggerNode(pair.value, path.appending(pair.key), document)
            return Pair(key: pair.key, keyRange: pair.keyRange, value: value)
        }
    }

    /// In order; none when it is no sequence.
    var items: [SwaggerNode] {
        (node.sequence ?? []).enumerated().map { SwaggerNode($1, path.appending(String($0)), document) }
    }

    /// The value of a key.
    subscript(key: String) -> SwaggerNode? {
        node.mapping?[key].map { SwaggerNode($0, path.appending(key), document) }
    }

    /// The pair of a key.
    func pair(_ key: String) -> Pair? {
        node.mapping?.pair(key).map { pair in
            Pair(key: key, keyRange: pair.keyRange, value: SwaggerNode(pair.value, path.appending(key), document))
        }
    }

    /// Its text, when it is one.
    var text: String? { node.scalar.flatMap { $0.kind == .string ? $0.text : nil } }

    /// Whether it is `true`.
    var isTrue: Bool { node.scalar?.kind == .boolean(true) }

    /// The text of its `$ref`.
    var reference: String? { node.mapping?.referenceText }
}
