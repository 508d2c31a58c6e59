import ApusIR

/// Turns the IR's types into declarations.
struct TypeBuilder {
    let names: NameTable
    let speller: TypeSpeller
    let usage: TypeUsage

    /// The declaration of a type; `nil` for a type that the name table does not know, which would be our own bug.
    func declaration(_ type: TypeDefinition) -> TypeDeclaration? {
        guard let path = names.types[type.id], let name = path.last else { return nil }
        return TypeDeclaration(
            scope: path.count > 1 ? speller.spell(path: Array(path.dropLast())) : nil,
            name: name,
            documentation: documentation(type),
            kind: kind(type), direction: usage.direction(of: type.id), origin: type.origin)
    }

    /// A type's deprecation is said in words: the attribute would make every generated use of the type a warning.
    private func documentation(_ type: TypeDefinition) -> [String] {
        var lines = DocumentationText.lines(type.documentation)
        if lines.isEmpty, case .form = type.kind, case .operation(let id, _) = type.name,
            let request = names.requests[id]
        {
            lines = ["The parts of the body of ``\(request)``."]
        }
        if case .input(let name) = type.name {
            lines += (lines.isEmpty ? [] : [""])
            lines += DocumentationText.paragraph("What the API takes of `\(DocumentationText.code(name))`.")
        }
        guard let deprecation = type.deprecation else { return lines }
        let note = DocumentationText.paragraph("Deprecated. \(deprecation.message ?? "")")
        return lines.isEmpty ? note : lines + [""] + note
    }

    private func kind(_ type: TypeDefinition) -> TypeDeclaration.Kind {
        switch type.kind {
        case .record(let record):
            .record(RecordBuilder(names: names, speller: speller, usage: usage).build(record, of: type.id))
        case .enumeration(let enumeration):
            .enumeration(EnumerationBuilder(names: names, speller: speller).build(enumeration, of: type.id))
        case .union(let union):
            .union(UnionBuilder(names: names, speller: speller, usage: usage).build(union, of: type.id))
        case .tuple(let tuple):
            .tuple(TupleBuilder(names: names, speller: speller, usage: usage).build(tuple, of: type.id))
        case .form(let form):
            .form(
                FormBuilder(records: RecordBuilder(names: names, speller: speller, usage: usage))
                    .build(form, of: type.id))
        case .alias(let target): .alias(speller.spell(target))
        }
    }
}

/// The attribute of deprecated declarations.
enum Deprecations {
    /// The message as a literal; `nil` when it is not deprecated.
    static func literal(_ deprecation: Deprecation?) -> String? {
        guard let deprecation else { return nil }
        return SwiftLiteral.string(
            DocumentationText.firstLine(deprecation.message) ?? "The API marks this as deprecated.")
    }
}
