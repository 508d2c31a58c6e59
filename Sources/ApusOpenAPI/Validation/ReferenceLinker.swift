import ApusDiagnostics
import ApusYAML

/// Finds what each `$ref` stands for, and reports those that stand for nothing.
///
/// A reference to a component is looked up; one that leads elsewhere in the document (`#/paths/…`) has its target
/// decoded as what the place of the reference needs, once for each text.
struct ReferenceLinker {
    private let document: OpenAPIDocument
    private let root: YAMLNode
    private let context: DecodingContext
    private var table = ReferenceTable()
    /// The indices of the references that lead somewhere, the first of each text and kind.
    private var distinct: [Int] = []
    private var failures: [ReferenceKind: Set<ByteKey>] = [:]
    /// The values of large mappings by key, by the mapping's place.
    private var indexes: [[ByteKey]: [ByteKey: YAMLNode]] = [:]
    /// Each hint costs a walk over all names, so that a document full of dangling references gets only a few.
    private var hintsLeft = 20

    static func link(_ document: OpenAPIDocument, root: YAMLNode, context: DecodingContext) -> ReferenceTable {
        var linker = ReferenceLinker(document: document, root: root, context: context)
        var next = 0
        // Decoding a target deep in the document may bring new references.
        while next < context.references.count {
            linker.link(next)
            next += 1
        }
        ReferenceCycles.breakCycles(&linker.table, linker.distinct, context)
        return linker.table
    }

    private init(document: OpenAPIDocument, root: YAMLNode, context: DecodingContext) {
        self.document = document
        self.root = root
        self.context = context
    }

    private mutating func link(_ index: Int) {
        let kind = context.references[index].kind
        let key = ByteKey(context.references[index].reference.text)
        if isKnown(key, kind) { return }
        if failures[kind]?.contains(key) != true, find(key.text, key, kind) { return distinct.append(index) }
        failures[kind, default: []].insert(key)
        reportDangling(context.references[index].reference, kind)
    }

    private func isKnown(_ key: ByteKey, _ kind: ReferenceKind) -> Bool {
        kind == .schemas ? table.schemas[key] != nil : table.objects[kind]?[key] != nil
    }

    /// Whether the text leads somewhere.
    private mutating func find(_ text: String, _ key: ByteKey, _ kind: ReferenceKind) -> Bool {
        switch LocalReference(text) {
        case .component(kind, let name): findComponent(name, key, kind)
        case .pointer(let tokens): findDeep(tokens, key, kind)
        case .name(let name):
            // A discriminator's mapping may name a schema without the path to it.
            kind == .schemas && findComponent(name, key, kind)
        case .anchor(let name): keep(context.anchors[name], key)
        case .component, .malformed, .external: false
        }
    }

    private mutating func keep(_ schema: Schema?, _ key: ByteKey) -> Bool {
        guard let schema else { return false }
        table.schemas[key] = schema
        return true
    }

    private mutating func keep(_ object: (any Sendable)?, _ key: ByteKey, _ kind: ReferenceKind) -> Bool {
        guard let object else { return false }
        table.objects[kind, default: [:]][key] = object
        return true
    }

    private mutating func findComponent(_ name: String, _ key: ByteKey, _ kind: ReferenceKind) -> Bool {
        switch kind {
        case .schemas: return keep(document.components.schemas[name], key)
        case .responses: return keep(document.components.responses[name], key, kind)
        case .parameters: return keep(document.components.parameters[name], key, kind)
        case .examples: return keep(document.components.examples[name], key, kind)
        case .requestBodies: return keep(document.components.requestBodies[name], key, kind)
        case .headers: return keep(document.components.headers[name], key, kind)
        case .securitySchemes: return keep(document.components.securitySchemes[name], key, kind)
        case .links: return keep(document.components.links[name], key, kind)
        case .callbacks: return keep(document.components.callbacks[name], key, kind)
        case .pathItems: return keep(document.components.pathItems[name], key, kind)
        case .mediaTypes: return keep(document.components.mediaTypes[name], key, kind)
        }
    }

    private mutating func findDeep(_ tokens: [String], _ key: ByteKey, _ kind: ReferenceKind) -> Bool {
        guard let last = tokens.last, let node = node(at: tokens) else { return false }
        let member = Member(
            context: context, key: last, keyRange: node.range, node: node, parent: .tokens(tokens.dropLast()))
        switch kind {
        case .schemas: return keep(member.schema(), key)
        case .responses: return keep(member.referenced(ResponseObject.self), key, kind)
        case .parameters: return keep(member.referenced(ParameterObject.self), key, kind)
        case .examples: return keep(member.referenced(ExampleObject.self), key, kind)
        case .requestBodies: return keep(member.referenced(RequestBodyObject.self), key, kind)
        case .headers: return keep(member.referenced(HeaderObject.self), key, kind)
        case .securitySchemes: return keep(member.referenced(SecuritySchemeObject.self), key, kind)
        case .links: return keep(member.referenced(LinkObject.self), key, kind)
        case .callbacks: return keep(member.referenced(CallbackObject.self), key, kind)
        case .pathItems: return keep(member.referenced(PathItemObject.self), key, kind)
        case .mediaTypes: return keep(member.referenced(MediaTypeObject.self), key, kind)
        }
    }

    /// RFC 6901, section 4.
    private mutating func node(at tokens: [String]) -> YAMLNode? {
        var node = root
        for (depth, token) in tokens.enumerated() {
            switch node.content {
            case .mapping(let mapping):
                guard let next = value(of: token, in: mapping, at: tokens[..<depth]) else { return nil }
                node = next
            case .sequence(let items):
                guard let index = Int(token), String(index) == token, items.indices.contains(index) else { return nil }
                node = items[index]
            case .scalar: return nil
            }
        }
        return node
    }

    /// The value of a key. Large mappings are indexed, so that many references into one stay linear.
    private mutating func value(of key: String, in mapping: YAMLMapping, at path: ArraySlice<String>) -> YAMLNode? {
        guard mapping.pairs.count > 16 else { return mapping[key] }
        let path = path.map(ByteKey.init)
        if indexes[path] == nil {
            let values = mapping.pairs.map { (ByteKey($0.key), $0.value) }
            indexes[path] = Dictionary(values, uniquingKeysWith: { first, _ in first })
        }
        return indexes[path]?[ByteKey(key)]
    }
}

extension ReferenceLinker {
    private mutating func reportDangling(_ reference: Reference, _ kind: ReferenceKind) {
        let target = LocalReference(reference.text)
        var code = "dangling-reference"
        var message = "`\(reference.text)` names nothing in this document"
        var hint: String?
        switch target {
        case .external:
            code = "external-reference"
            message = "`\(reference.text)` lies outside this document"
            hint = "Only references within the document (`#/…`) are read: bundle the files into one first."
        case .malformed:
            code = "malformed-reference"
            message = "`\(reference.text)` is not a reference"
            hint = "References look like `#/components/\(kind.rawValue)/Name`."
        case .component(let other, _) where other != kind:
            code = "reference-kind"
            message = "`\(reference.text)` stands where one of `components/\(kind.rawValue)` is needed"
        case .component(_, let name), .name(let name): hint = nearest(name, kind)
        case .pointer, .anchor: break
        }
        let place = reference.place
        context.report(.error(code, message, at: place.range, pointer: place.pointer, hint: hint))
    }

    private mutating func nearest(_ name: String, _ kind: ReferenceKind) -> String? {
        guard hintsLeft > 0 else { return nil }
        hintsLeft -= 1
        let section = root["components"]?[kind.rawValue]?.mapping
        let near = Spelling.nearest(to: name, among: (section?.pairs ?? []).lazy.map(\.key))
        return near.map { "Did you mean `#/components/\(kind.rawValue)/\($0)`?" }
    }
}
