import ApusIR

/// Spells the body of a request: its type, and the statement that writes it.
struct BodyBuilder {
    let names: NameTable
    let speller: TypeSpeller
    /// The request type that has it.
    let requestType: String

    /// The type of the argument: the only content's, or the enumeration of several.
    func type(of body: RequestBody) -> String {
        let type = body.contents.count == 1 ? self.type(of: body.contents[0]) : requestType + ".Body"
        return body.isRequired || type.hasSuffix("?") ? type : type + "?"
    }

    /// The cases of a body that can be one of several.
    func cases(_ body: RequestBody) -> [BodyCaseDeclaration] {
        contents(of: body).compactMap { content in
            content.caseName.map {
                BodyCaseDeclaration(
                    name: $0, type: content.type,
                    documentation: "Sent as `\(DocumentationText.code(content.contentType))`.")
            }
        }
    }

    /// What the body can be.
    func contents(of body: RequestBody) -> [BodyContentDeclaration] {
        let names: [String?] = body.contents.count > 1 ? caseNames(body) : [nil]
        return zip(body.contents, names).map { content, name in
            BodyContentDeclaration(
                caseName: name.map(ReservedWords.spelled), contentType: content.contentType, coding: content.coding,
                type: type(of: content))
        }
    }

    /// What writes the body into `request`.
    func statement(_ body: RequestBody) -> String {
        guard body.contents.count > 1 else {
            return statement(body.contents[0], of: "body", isRequired: body.isRequired)
        }
        let cases = zip(body.contents, caseNames(body)).map { content, name in
            let inner = statement(content, of: "value", isRequired: true)
                .split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }.joined(separator: "\n")
            return "case .\(ReservedWords.spelled(name))(let value):\n\(inner)\n"
        }
        return "switch body {\n\(cases.joined())\(body.isRequired ? "" : "case nil: break\n")}"
    }

    private func caseNames(_ body: RequestBody) -> [String] {
        var scope = NameScope(reserved: ReservedWords.unionMembers)
        let wishes = ContentNames.wishes(body.contents)
        return scope.assign(
            zip(body.contents, wishes).map {
                .init(source: $0.contentType, identifier: names.casing.lowerCamel($1))
            }, reservedSuffix: "Content")
    }

    /// The type of a content's value.
    private func type(of content: Payload) -> String {
        switch content.coding {
        case .json: speller.spell(content.type)
        case .form, .multipart: speller.spell(content.type.nonNull)
        case .parts: "[ApusRuntime.MultipartPart]"
        case .text: speller.spell(content.type.nonNull)
        case .xml: "ApusRuntime.XMLText"
        case .binary: "ApusRuntime.RequestBody"
        case .media: "ApusRuntime.MediaContent"
        case .stream: "ApusRuntime.RequestStream<\(speller.spell(content.type))>"
        }
    }

    private func statement(_ content: Payload, of value: String, isRequired: Bool) -> String {
        let contentType = "contentType: \(SwiftLiteral.string(content.contentType))"
        // A body that may be missing is so when there is no value; one that must be there is null then.
        let isNull = content.coding == .json && content.type.isNullable && isRequired
        let function = "request.\(isNull ? "nullableJSON" : Self.function(content.coding))"
        if content.coding == .stream { return streamStatement(content, function, value, contentType) }
        guard !content.encoding.isEmpty else { return "\(function)(\(value), \(contentType))" }
        // A line for each rule of a form: some have dozens.
        let comma = content.encoding.count > 1 ? "," : ""
        let rules = content.encoding.map { "        \(rule($0))" }.joined(separator: ",\n") + comma
        return "\(function)(\n    \(value),\n    \(contentType),\n    encoding: [\n\(rules)\n    ]\n)"
    }

    private func streamStatement(
        _ content: Payload, _ function: String, _ value: String, _ contentType: String
    ) -> String {
        guard let form = content.stream, form.shape != .data || form.content != .json else {
            return "\(function)(\(value), \(contentType))"
        }
        let rules = ".init(shape: .\(form.shape.rawValue), content: .\(form.content.rawValue))"
        return "\(function)(\(value), \(contentType), rules: \(rules))"
    }

    private static func function(_ coding: Payload.Coding) -> String {
        switch coding {
        case .json, .form, .text, .xml, .binary, .multipart, .stream: coding.rawValue
        case .media: "binary"
        case .parts: "multipart"
        }
    }

    /// How a property of a form is written. `explode` is true by default for the style form alone.
    private func rule(_ property: FormProperty) -> String {
        var arguments = [SwiftLiteral.string(property.name)]
        if let type = property.contentType { arguments.append("contentType: \(SwiftLiteral.string(type))") }
        let says = property.style != nil || property.explode != nil || property.allowReserved
        if says {
            let style = property.style ?? "form"
            arguments.append("style: .\(style)")
            if !(property.explode ?? (style == "form")) { arguments.append("explode: false") }
            if property.allowReserved { arguments.append("allowReserved: true") }
        }
        return ".init(\(arguments.joined(separator: ", ")))"
    }
}
