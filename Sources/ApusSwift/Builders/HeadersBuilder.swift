import ApusIR

/// Turns sets of response headers into types.
struct HeadersBuilder {
    let names: NameTable
    let speller: TypeSpeller
    let index: TypeIndex

    /// `nil` for an API without any.
    func build(_ api: API) -> HeadersFile? {
        let sets = HeaderSets(api, errors: names.errors).sets.map(\.set)
        guard !sets.isEmpty else { return nil }
        let declarations = sets.map(declaration)
        let spellings = declarations.flatMap { $0.headers.map(\.type) }
        let needsJSON = spellings.contains { $0.contains("ApusJSON.") }
        return HeadersFile(
            sets: declarations, imports: (needsJSON ? ["ApusJSON"] : []) + ["ApusRuntime", "HTTPTypes"],
            needsFoundation: sets.contains { $0.headers.contains { speller.needsFoundation($0.type) } })
    }

    private func declaration(_ set: HeaderSet) -> HeadersDeclaration {
        var scope = NameScope(reserved: ReservedWords.headerMembers)
        let identifiers = scope.assign(
            set.headers.map { .init(source: $0.name, identifier: names.casing.lowerCamel($0.nameOverride ?? $0.name)) })
        return HeadersDeclaration(
            name: names.headerSets[set] ?? "", documentation: ["Header fields of responses."],
            headers: zip(set.headers, identifiers).map(header))
    }

    private func header(_ header: ResponseHeader, _ identifier: String) -> HeadersDeclaration.Header {
        let lines = DocumentationText.lines(header.documentation)
        let form = form(header)
        return HeadersDeclaration.Header(
            name: ReservedWords.spelled(identifier), type: speller.spell(header.type), isRequired: header.isRequired,
            arguments: SwiftLiteral.string(header.name) + (form == "text" ? "" : ", as: .\(form)"),
            documentation: lines.isEmpty
                ? ["The header field \(DocumentationText.paragraph("`\(header.name)`").joined())."] : lines,
            deprecationLiteral: Deprecations.literal(header.deprecation))
    }

    /// How its value is written: a type that is a list or an object has parts.
    private func form(_ header: ResponseHeader) -> String {
        if header.isJSON { return "json" }
        var type = header.type.nonNull
        for _ in index.types.indices {
            guard case .named(let id) = type, case .alias(let target)? = index.kind(of: id) else { break }
            type = target.nonNull
        }
        switch type {
        case .array: return "list"
        case .map: return header.explode ? "explodedObject" : "object"
        case .primitive, .nullable: return "text"
        case .named(let id):
            switch index.kind(of: id) {
            case .record: return header.explode ? "explodedObject" : "object"
            case .tuple: return "list"
            default: return "text"
            }
        }
    }
}
