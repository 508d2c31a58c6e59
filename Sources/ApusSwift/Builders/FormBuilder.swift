import ApusIR

/// Turns a multipart body into a struct.
struct FormBuilder {
    let records: RecordBuilder
    private var speller: TypeSpeller { records.speller }

    init(records: RecordBuilder) { self.records = records }

    func build(_ form: MultipartForm, of id: TypeID) -> FormDeclaration {
        let stored = form.parts.filter { records.constant($0.field) == nil }
        var scope = NameScope(reserved: ReservedWords.formMembers)
        let identifiers = scope.assign(
            stored.map {
                .init(
                    source: $0.field.key,
                    identifier: records.names.casing.lowerCamel($0.field.nameOverride ?? $0.field.key))
            })
        var next = identifiers.makeIterator()
        var declarations: [PartDeclaration] = []
        var encoding: [String] = []
        for part in form.parts {
            if let constant = records.constant(part.field) {
                encoding.append("form.field(\(arguments(part, constant.value)))")
                continue
            }
            let identifier = next.next() ?? ""
            let property = property(part, named: identifier, in: id)
            declarations.append(property)
            let headers = headerProperty(part, identifier, &scope)
            if let headers { declarations.append(headers) }
            let function = isFile(part.field.type) ? "file" : "field"
            encoding.append(
                "form.\(function)(\(arguments(part, "self." + property.storage, headers: headers?.storage)))")
        }
        let additional = additional(form.additional)
        if let additional { encoding.append("form.\(additional.function)(self.additionalProperties)") }
        return FormDeclaration(parts: declarations, additionalType: additional?.type, encoding: encoding)
    }

    private func property(_ part: FormPart, named identifier: String, in id: TypeID) -> PartDeclaration {
        let field = part.field
        let isOptional = !field.isRequired || field.type.isNullable
        return PartDeclaration(
            key: field.key, name: ReservedWords.spelled(identifier), label: identifier,
            storage: field.deprecation == nil ? ReservedWords.spelled(identifier) : "_" + identifier,
            type: type(field.type.nonNull) + (isOptional ? "?" : ""),
            defaultValue: isOptional ? "nil" : records.defaultValue(of: field, in: id),
            documentation: documentation(part), deprecationLiteral: Deprecations.literal(field.deprecation))
    }

    private func documentation(_ part: FormPart) -> [String] {
        var lines = records.documentation(part.field)
        if lines.isEmpty { lines = ["The part \(SwiftLiteral.string(part.field.key))."] }
        guard isFile(part.field.type) else { return lines }
        if let types = part.contentType, !types.contains("*") || types.contains("/") {
            lines += [""] + DocumentationText.paragraph("Media type: `\(DocumentationText.code(types))`.")
        }
        return lines + headerWords(part)
    }

    private func headerWords(_ part: FormPart) -> [String] {
        guard !part.headers.isEmpty else { return [] }
        let words = part.headers.map { header in
            let said = DocumentationText.firstLine(header.documentation.description).map { " (\($0))" } ?? ""
            return "`\(DocumentationText.code(header.name))`\(said)"
        }
        return [""] + DocumentationText.paragraph("Header fields: \(words.joined(separator: ", ")).")
    }

    /// Header fields of a value have a property of their own; a file brings its own.
    private func headerProperty(_ part: FormPart, _ identifier: String, _ scope: inout NameScope) -> PartDeclaration? {
        guard !part.headers.isEmpty, !isFile(part.field.type) else { return nil }
        let wish = NameScope.Wish(source: part.field.key + " headers", identifier: identifier + "Headers")
        let name = scope.assign([wish])[0]
        let text = speller.standard("String")
        return PartDeclaration(
            name: ReservedWords.spelled(name), label: name, storage: ReservedWords.spelled(name),
            type: "[\(text): \(text)]", defaultValue: "[:]",
            documentation: ["Header fields of the part \(SwiftLiteral.string(part.field.key))."] + headerWords(part))
    }

    private func arguments(_ part: FormPart, _ value: String, headers: String? = nil) -> String {
        var arguments = [part.isNamed ? SwiftLiteral.string(part.field.key) : "nil", value]
        if let style = part.style {
            arguments.append("style: .\(style), explode: \(part.explode ?? (style == "form"))")
        } else if let type = part.contentType {
            arguments.append("contentType: \(SwiftLiteral.string(type))")
        }
        if let headers { arguments.append("headers: self.\(headers)") }
        return arguments.joined(separator: ", ")
    }

    private func additional(_ additional: AdditionalMembers) -> (type: String, function: String)? {
        guard case .typed(let value) = additional else { return nil }
        return (type(value), isFile(value) ? "files" : "fields")
    }

    private func isFile(_ type: TypeReference) -> Bool {
        switch type.nonNull {
        case .primitive(.binary): true
        case .array(let item): item.nonNull == .primitive(.binary)
        default: false
        }
    }

    private func type(_ type: TypeReference) -> String {
        guard isFile(type) else { return speller.spell(type) }
        let file = "ApusRuntime.FilePart"
        if case .array = type.nonNull { return "[\(file)]" }
        return file
    }
}
