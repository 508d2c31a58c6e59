import ApusDiagnostics
import ApusYAML

/// Swagger 2.0, upgraded on entry: the trees of the document and of the files that its references name become trees of
/// the shape of OpenAPI 3.0, and no later stage knows of 2.0.
///
/// Every value keeps the mark of what it came from, so that findings point into the user's text, and every place is kept
/// under its old pointer too: a `$ref` to `#/definitions/Pet` stays as it was written, and leads to where the definition
/// stands now. Files that are no whole documents tell not what they hold, so that the values in them are upgraded as what
/// the references need that lead there.
final class SwaggerUpgrade {
    /// What a reference needs.
    indirect enum Kind: Hashable {
        case pathItem, operation, parameter, header, response, schema, securityScheme
        case map(Kind)
        case list(Kind)
    }

    let documents: DocumentSet
    /// What `consumes` and `produces` say for the whole document.
    var consumes: SwaggerMediaTypes?
    var produces: SwaggerMediaTypes?
    /// What responses are taken to be that several operations share.
    var sharedProduces: SwaggerMediaTypes?
    private(set) var diagnostics: [Diagnostic] = []
    private var pending: [(place: SwaggerNode, kind: Kind)] = []
    private var seen: Set<LocationKey> = []
    private var edits: [ObjectIdentifier: SwaggerEdits] = [:]
    private var told: Set<String> = []

    /// Upgrades the first document, and what its references lead to.
    static func upgrade(_ documents: DocumentSet) -> [Diagnostic] {
        let upgrade = SwaggerUpgrade(documents)
        upgrade.run()
        documents.forgetResources()
        return upgrade.diagnostics
    }

    private init(_ documents: DocumentSet) { self.documents = documents }

    private func run() {
        let root = SwaggerNode(documents.root.node, documents.root.path, documents.root)
        let document = self.document(root)
        var next = 0
        while next < pending.count {
            let (place, kind) = pending[next]
            next += 1
            edits[ObjectIdentifier(place.document), default: SwaggerEdits(place.document)]
                .add(upgraded(place, as: kind), at: place.path.tokens)
        }
        let rest = edits.removeValue(forKey: ObjectIdentifier(documents.root))
        let whole = UpgradedNode(document.map { rest?.applied(to: $0) ?? $0.upgraded }, at: root)
        documents.root.upgrade(to: whole.tree, moved: whole.moved)
        for edits in edits.values.sorted(by: { $0.document.base.path < $1.document.base.path }) { edits.apply() }
    }

    /// A value as what it is needed as. In place of one there may be a reference to it.
    func upgraded(_ source: SwaggerNode, as kind: Kind) -> UpgradedNode {
        switch kind {
        case .schema: return schema(source)
        case .pathItem: return pathItem(source)
        default: break
        }
        if let text = source.reference {
            follow(text, from: source, as: kind)
            return UpgradedNode(source)
        }
        switch kind {
        case .operation: return operation(source, shared: [])
        case .parameter: return parameter(source)
        case .header: return header(source)
        case .response: return response(source, sharedProduces)
        case .securityScheme: return securityScheme(source)
        case .map(let kind): return map(source, as: kind)
        case .list(let kind): return UpgradedNode(source.items.map { upgraded($0, as: kind) }, at: source)
        case .schema, .pathItem: return UpgradedNode(source)
        }
    }

    /// A map of names to values; `x-…` keys name none, save in `definitions`.
    func map(_ source: SwaggerNode, as kind: Kind) -> UpgradedNode {
        guard source.node.mapping != nil else { return UpgradedNode(source) }
        return UpgradedNode(
            source.pairs.map { pair in
                let isExtension = kind != .schema && pair.key.isExtensionKey
                let value = isExtension ? UpgradedNode(pair.value) : upgraded(pair.value, as: kind)
                return .init(key: pair.key, keyRange: pair.keyRange, value: value)
            }, at: source)
    }

    /// Sees to it that what a reference leads to is upgraded too. What is wrong with the reference is told later.
    func follow(_ text: String, from source: SwaggerNode, as kind: Kind) {
        guard case .success(let location) = documents.locate(text, from: source.document.base) else { return }
        let isWalked = location.document === documents.root && location.tokens.first.map(Self.sections.contains) ?? true
        guard !isWalked, seen.insert(location.key).inserted else { return }
        pending.append((SwaggerNode(location), kind))
    }

    /// The value at the end of a chain of references.
    func target(of source: SwaggerNode) -> SwaggerNode? { end(of: source)?.target }

    /// The value at the end of a chain of references, and the last of these that is written in the file where it begins.
    func end(of source: SwaggerNode) -> (target: SwaggerNode, reference: String?)? {
        var (current, reference) = (source, nil as String?)
        for _ in 0..<20 {
            guard let text = current.reference else { return (current, reference) }
            if current.document === source.document { reference = text }
            guard case .success(let location) = documents.locate(text, from: current.document.base) else { return nil }
            current = SwaggerNode(location)
        }
        return nil
    }

    /// The keys of the first document below which everything is upgraded in any case.
    private static let sections: Set<String> = [
        "paths", "definitions", "parameters", "responses", "securityDefinitions",
    ]
}

extension SwaggerUpgrade {
    func warn(
        _ code: String, _ message: String, at source: SwaggerNode, hint: String? = nil,
        category: Diagnostic.Category = .document
    ) {
        diagnostics.append(
            .warning(
                code, message, at: source.node.range, pointer: source.path.pointer, hint: hint, category: category))
    }

    /// What is said of a document once, however often it holds.
    func warnOnce(
        _ code: String, _ message: String, at source: SwaggerNode, hint: String? = nil,
        category: Diagnostic.Category = .limitation
    ) {
        guard told.insert(message).inserted else { return }
        warn(code, message, at: source, hint: hint, category: category)
    }
}
