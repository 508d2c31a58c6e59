import ApusDiagnostics
import ApusYAML

/// The documents that a reading has to do with: the one asked for, and those that references lead to, each read once.
final class DocumentSet {
    /// Why a reference leads nowhere.
    enum Fault: Error {
        case malformed
        /// A document that lies on another machine.
        case remote
        /// A file that is not read, and why.
        case refused(path: String, LoadingRefusal)
        /// A file that is read, and that is no YAML.
        case unreadable(path: String)
        /// A place that does not exist.
        case dangling
        /// A place that holds something else than what is needed.
        case wrongKind
        /// A pointer that leads through references in a circle.
        case circular
    }

    let root: LoadedDocument
    private let loader: any DocumentLoader
    private let folder: String
    /// By the path that was asked for, and by the path that the loader gave.
    private var outcomes: [String: Result<LoadedDocument, Fault>] = [:]
    /// Each document's place in the order of reading.
    private(set) var order: [String: Int] = [:]
    /// Those that were read, and how many of them the next two know.
    private var documents: [LoadedDocument]
    private var indexed = 0
    private var resources: [String: (document: LoadedDocument, resource: [String])] = [:]
    private var dynamicAnchors: [String: Int] = [:]
    private var bytesLeft = LoadingLimits.bytes
    private var nodesLeft = LoadingLimits.nodes
    /// What the YAML reader said of the files.
    var diagnostics: [Diagnostic] = []

    init(root node: YAMLNode, loader: any DocumentLoader) {
        let path = node.range.file.path
        root = LoadedDocument(node, path: .root, base: ReferenceBase(path: path, uri: node.selfURI(path)))
        documents = [root]
        self.loader = loader
        folder = FilePath.folder(of: path)
        outcomes[FilePath.join(folder, path.split(separator: "/").last.map(String.init) ?? path)] = .success(root)
        outcomes[path] = .success(root)
        order[path] = 0
    }

    /// The place that a reference names.
    func locate(_ text: String, from base: ReferenceBase) -> Result<Location, Fault> {
        var hops = 0
        return locate(text, from: base, &hops)
    }

    private func locate(_ text: String, from base: ReferenceBase, _ hops: inout Int) -> Result<Location, Fault> {
        guard let reference = ReferenceText(text) else { return .failure(.malformed) }
        let start: (document: LoadedDocument, resource: [String])
        switch find(reference.document, from: base) {
        case .success(let found): start = found
        case .failure(let fault): return .failure(fault)
        }
        switch reference.fragment {
        case .whole: return locate(start.resource, in: start.document, &hops)
        case .anchor(let name):
            guard let tokens = start.document.resources.anchor(name, in: start.resource) else {
                return .failure(.dangling)
            }
            return locate(tokens, in: start.document, &hops)
        case .pointer(let written):
            let tokens = start.document.moves?.now(written) ?? written
            let strict = locate(start.resource + tokens, in: start.document, &hops)
            if start.resource.isEmpty { return strict }
            guard case .failure(.dangling) = strict else { return strict }
            // Tools that write an `$id` into every schema write pointers from the document's root beside it.
            return locate(tokens, in: start.document, &hops).map {
                var location = $0
                location.ignoresID = true
                return location
            }
        }
    }

    private func find(
        _ document: ReferenceText.Document, from base: ReferenceBase
    ) -> Result<(document: LoadedDocument, resource: [String]), Fault> {
        switch document {
        case .same: return .success((outcomes[base.path].flatMap { try? $0.get() } ?? root, base.resource))
        case .file(let path):
            let uri = URIText.resolve(path, against: base.uri)
            if let known = resource(uri) { return .success(known) }
            let beside = FilePath.join(FilePath.folder(of: base.path), path)
            // What an `$id` says of the folder counts only where a file is there.
            if let path = file(uri, base), path != beside, case .success(let found) = load(path) {
                return .success((found, []))
            }
            return load(beside).map { ($0, []) }
        case .remote(let text):
            if let known = resource(text) { return .success(known) }
            return file(text, base).map { load($0).map { ($0, []) } } ?? .failure(.remote)
        }
    }

    /// The path of what has this URI: a file beside a document that says by `$self` where it is published.
    private func file(_ uri: String, _ base: ReferenceBase) -> String? {
        guard URIText.isAbsolute(uri) else { return uri }
        let path = URIText.path(from: base.file.uri, to: uri)
        return path.map { FilePath.join(FilePath.folder(of: base.path), $0) }
    }

    /// The schema with this `$id`, or the document with this `$self`, among what was read.
    private func resource(_ uri: String) -> (document: LoadedDocument, resource: [String])? {
        index()
        return resources[uri]
    }

    /// How many schemas have a dynamic anchor of this name, in what was read.
    func dynamicAnchors(_ name: String) -> Int {
        index()
        return dynamicAnchors[name] ?? 0
    }

    /// Looks at every document anew, since upgrades changed them.
    func forgetResources() {
        indexed = 0
        resources = [:]
        dynamicAnchors = [:]
    }

    /// Takes in what was read since the last time.
    private func index() {
        while indexed < documents.count {
            let document = documents[indexed]
            indexed += 1
            if URIText.isAbsolute(document.base.uri) { resources[document.base.uri] = (document, []) }
            for found in document.resources.resources where resources[found.base.uri] == nil {
                resources[found.base.uri] = (document, found.tokens)
            }
            dynamicAnchors.merge(document.resources.dynamicAnchors, uniquingKeysWith: +)
        }
    }

    /// RFC 6901, section 4; and where a value on the way is a reference, on from what it names.
    private func locate(_ tokens: [String], in document: LoadedDocument, _ hops: inout Int) -> Result<Location, Fault> {
        var node = document.node
        for (depth, token) in tokens.enumerated() {
            switch node.content {
            case .mapping(let mapping):
                if let next = document.value(of: token, in: mapping, at: tokens[..<depth]) { node = next; continue }
                guard let text = mapping.referenceText else { return .failure(.dangling) }
                hops += 1
                guard hops < 100 else { return .failure(.circular) }
                return locate(text, from: document.base, &hops).flatMap { target in
                    let moves = target.document.moves
                    let wanted = (moves?.before(target.tokens) ?? target.tokens) + tokens[depth...]
                    return locate(moves?.now(wanted) ?? wanted, in: target.document, &hops)
                }
            case .sequence(let items):
                guard let index = Int(token), String(index) == token, items.indices.contains(index) else {
                    return .failure(.dangling)
                }
                node = items[index]
            case .scalar: return .failure(.dangling)
            }
        }
        return .success(Location(document: document, tokens: tokens, node: node))
    }
}

extension DocumentSet {
    private func load(_ path: String) -> Result<LoadedDocument, Fault> {
        if let known = outcomes[path] { return known }
        let outcome = read(path)
        outcomes[path] = outcome
        return outcome
    }

    private func read(_ path: String) -> Result<LoadedDocument, Fault> {
        guard order.count <= LoadingLimits.files, bytesLeft > 0, nodesLeft > 0 else {
            let most = "\(LoadingLimits.files) files or \(LoadingLimits.bytes) bytes"
            return .failure(
                .refused(path: path, LoadingRefusal("is not read: the document already has more than \(most)")))
        }
        switch loader.load(path) {
        case .failure(let refusal): return .failure(.refused(path: path, refusal))
        case .success(let file):
            // Other ways to a file that was read already.
            if let known = outcomes[file.path] { return known }
            let outcome = parse(file)
            outcomes[file.path] = outcome
            return outcome
        }
    }

    private func parse(_ file: SourceFile) -> Result<LoadedDocument, Fault> {
        order[file.path] = order.count
        bytesLeft -= file.bytes.count
        var limits = YAMLLimits()
        limits.maximumNodes = min(limits.maximumNodes, nodesLeft)
        let tree = YAMLReader.read(file, limits: limits)
        diagnostics += tree.diagnostics
        guard let node = tree.value else { return .failure(.unreadable(path: file.path)) }
        nodesLeft -= node.count
        let path = DocumentPath(parent: nil, token: FilePath.relative(file.path, to: folder))
        let base = ReferenceBase(path: file.path, uri: node.selfURI(file.path))
        let document = LoadedDocument(node, path: path, base: base)
        documents.append(document)
        return .success(document)
    }
}

extension YAMLMapping {
    /// The text of its `$ref`. A property of that name has a schema for its value, and is none.
    var referenceText: String? {
        guard let scalar = self["$ref"]?.scalar, scalar.kind == .string else { return nil }
        return scalar.text
    }
}

extension YAMLNode {
    /// What the document's references are relative to: its `$self` (OpenAPI 3.2), else the path that it was read from.
    fileprivate func selfURI(_ path: String) -> String {
        guard self["openapi"] != nil, let text = self["$self"]?.scalar?.text else { return path }
        return URIText.resolve(text, against: path)
    }

    /// How many nodes there are, keys left out; nesting is limited where the tree is made.
    fileprivate var count: Int {
        switch content {
        case .scalar: 1
        case .sequence(let items): items.reduce(1) { $0 + $1.count }
        case .mapping(let mapping): mapping.pairs.reduce(1) { $0 + $1.value.count }
        }
    }
}
