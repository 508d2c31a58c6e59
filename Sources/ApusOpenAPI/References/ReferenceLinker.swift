import ApusDiagnostics
import ApusYAML

/// Finds what each `$ref` stands for, and reports those that stand for nothing.
///
/// A reference to a component is looked up; one that leads elsewhere, in this document or another, has its target decoded
/// as what the place of the reference needs, once for each target.
struct ReferenceLinker {
    private let document: OpenAPIDocument
    let documents: DocumentSet
    let context: DecodingContext
    private var table = ReferenceTable()
    /// The indices of the references that lead somewhere, the first of each text.
    private var distinct: [Int] = []
    private var failures: [ReferenceKind: Set<ReferenceKey>] = [:]
    /// What was decoded because a reference leads there; `nil` where it cannot be.
    private var schemas: [LocationKey: Schema?] = [:]
    private var objects: [ReferenceKind: [LocationKey: any Sendable]] = [:]
    /// Each hint costs a walk over all names, so that a document full of dangling references gets only a few.
    var hintsLeft = 20

    static func link(
        _ document: OpenAPIDocument, in documents: DocumentSet, context: DecodingContext
    ) -> ReferenceTable {
        var linker = ReferenceLinker(document: document, documents: documents, context: context)
        var next = 0
        // Decoding a target may bring new references.
        while next < context.references.count {
            linker.link(next)
            next += 1
        }
        ReferenceCycles.breakCycles(&linker.table, linker.distinct, context)
        return linker.table
    }

    private init(document: OpenAPIDocument, documents: DocumentSet, context: DecodingContext) {
        self.document = document
        self.documents = documents
        self.context = context
    }

    private mutating func link(_ index: Int) {
        let (kind, reference) = context.references[index]
        let key = ReferenceKey(reference)
        if isKnown(key, kind) || failures[kind]?.contains(key) == true { return }
        do throws(DocumentSet.Fault) {
            try find(reference, key, kind)
            distinct.append(index)
        } catch {
            failures[kind, default: []].insert(key)
            report(error, reference, kind)
        }
    }

    private func isKnown(_ key: ReferenceKey, _ kind: ReferenceKind) -> Bool {
        kind == .schemas ? table.schemas[key] != nil : table.objects[kind]?[key] != nil
    }

    private mutating func find(
        _ reference: Reference, _ key: ReferenceKey, _ kind: ReferenceKind
    ) throws(DocumentSet.Fault) {
        // A discriminator's mapping may name a schema without the path to it.
        if kind == .schemas, !reference.text.utf8.contains(where: { "/#:".utf8.contains($0) }) {
            if keep(document.components.schemas[reference.text], key) { return }
            if reference.isMapping && !reference.text.contains(".") { throw .dangling }
        }
        let location = try documents.locate(reference.text, from: reference.base).get()
        // The whole API is no part of itself.
        guard location.document !== documents.root || !location.tokens.isEmpty else { throw .malformed }
        if location.ignoresID { tellIgnoredID(reference) }
        if reference.isDynamic { tellDynamic(reference) }
        guard let component = location.component(of: documents) else {
            guard findDeep(location, key, kind) else { throw .wrongKind }
            return
        }
        if component.section == kind {
            guard findComponent(component.name, section: kind, key, kind) else { throw .wrongKind }
        } else {
            guard kind == .schemas, let schema = documents.schema(in: location), findDeep(schema, key, kind)
            else { throw .wrongKind }
            tellInnerSchema(reference, component.section)
        }
    }

    private mutating func keep(_ schema: Schema?, _ key: ReferenceKey) -> Bool {
        guard let schema else { return false }
        table.schemas[key] = schema
        return true
    }

    private mutating func keep(_ object: (any Sendable)?, _ key: ReferenceKey, _ kind: ReferenceKind) -> Bool {
        guard let object else { return false }
        table.objects[kind, default: [:]][key] = object
        return true
    }

    private mutating func findComponent(
        _ name: String, section: ReferenceKind, _ key: ReferenceKey, _ kind: ReferenceKind
    ) -> Bool {
        guard section == kind else { return false }
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

    private mutating func findDeep(_ location: Location, _ key: ReferenceKey, _ kind: ReferenceKind) -> Bool {
        let place = location.key
        if kind == .schemas {
            if let known = schemas[place] { return keep(known, key) }
            let schema =
                context.schemas.schema(at: location.node.range)
                ?? context.within(location.base) { location.member(context).schema() }
            schemas[place] = .some(schema)
            return keep(schema, key)
        }
        if let known = objects[kind]?[place] { return keep(known, key, kind) }
        let object = context.within(location.base) { location.member(context).referenced(kind) }
        objects[kind, default: [:]][place] = object
        return keep(object, key, kind)
    }
}

extension Location {
    /// The component of the first document that stands here.
    func component(of documents: DocumentSet) -> (section: ReferenceKind, name: String)? {
        guard document === documents.root, tokens.count == 3, tokens[0] == "components" else { return nil }
        return ReferenceKind(rawValue: tokens[1]).map { ($0, tokens[2]) }
    }
}

extension Member {
    /// An object of a kind that is known only now.
    fileprivate func referenced(_ kind: ReferenceKind) -> (any Sendable)? {
        switch kind {
        case .schemas: schema()
        case .responses: referenced(ResponseObject.self)
        case .parameters: referenced(ParameterObject.self)
        case .examples: referenced(ExampleObject.self)
        case .requestBodies: referenced(RequestBodyObject.self)
        case .headers: referenced(HeaderObject.self)
        case .securitySchemes: referenced(SecuritySchemeObject.self)
        case .links: referenced(LinkObject.self)
        case .callbacks: referenced(CallbackObject.self)
        case .pathItems: referenced(PathItemObject.self)
        case .mediaTypes: referenced(MediaTypeObject.self)
        }
    }
}
