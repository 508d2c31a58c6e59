import ApusIR

/// Turns an operation's parameters and body into arguments, and into the statements that encode them.
struct ArgumentBuilder {
    let names: NameTable
    let speller: TypeSpeller

    /// An argument together with its place in the wire's order.
    private struct Argument {
        var declaration: ParameterDeclaration
        var statement: String
        var rank: Int
    }

    func build(_ operation: Operation) -> (parameters: [ParameterDeclaration], encoding: [String]) {
        var scope = NameScope(reserved: ReservedWords.methodParameters)
        let identifiers = scope.assign(
            operation.parameters.map {
                .init(
                    source: $0.location.rawValue + $0.name,
                    identifier: names.casing.lowerCamel($0.nameOverride ?? $0.name))
            }, reservedSuffix: "Parameter")
        var arguments = zip(operation.parameters, identifiers).map(argument)
        if let body = operation.requestBody { arguments.append(bodyArgument(body)) }
        // What must be given comes first, what the client usually gives comes last; otherwise the document's order.
        let sorted = arguments.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
        return (sorted.map(\.element.declaration), arguments.map(\.statement))
    }

    private func argument(_ parameter: Parameter, _ identifier: String) -> Argument {
        let isOptional = !parameter.isRequired || parameter.type.isNullable
        let name = ReservedWords.spelled(identifier)
        let type = speller.spell(parameter.type.nonNull) + (isOptional ? "?" : "")
        var lines = DocumentationText.lines(parameter.documentation)
        if let deprecation = parameter.deprecation {
            lines += DocumentationText.paragraph("Deprecated. \(deprecation.message ?? "")")
        }
        if lines.isEmpty { lines = ["The parameter \(DocumentationText.paragraph("`\(parameter.name)`").joined())."] }
        let declaration = ParameterDeclaration(
            name: name, label: identifier, type: type, defaultValue: isOptional ? "nil" : nil,
            documentation: lines,
            summary: DocumentationText.firstLine(parameter.documentation.description ?? parameter.documentation.summary)
                ?? lines[0])
        return Argument(
            declaration: declaration, statement: statement(parameter, name),
            rank: parameter.isGlobal ? 2 : isOptional ? 1 : 0)
    }

    private func statement(_ parameter: Parameter, _ name: String) -> String {
        var arguments = [SwiftLiteral.string(parameter.name), name]
        let byForm = parameter.location == .query || parameter.location == .cookie
        if parameter.style != (byForm ? .form : .simple) { arguments.append("style: .\(parameter.style.rawValue)") }
        if parameter.explode != byForm { arguments.append("explode: \(parameter.explode)") }
        if parameter.allowReserved { arguments.append("allowReserved: true") }
        return "request.\(parameter.location.rawValue)(\(arguments.joined(separator: ", ")))"
    }

    private func bodyArgument(_ body: Payload) -> Argument {
        let spelled =
            switch body.coding {
            case .json: speller.spell(body.type.nonNull)
            case .text: speller.standard("String")
            case .binary: "[\(speller.standard("UInt8"))]"
            }
        let type = spelled + (body.isRequired ? "" : "?")
        let declaration = ParameterDeclaration(
            name: "body", label: "body", type: type, defaultValue: body.isRequired ? nil : "nil",
            documentation: DocumentationText.paragraph(body.documentation.description ?? "The request's body."),
            summary: DocumentationText.firstLine(body.documentation.description) ?? "The request's body.")
        let contentType = SwiftLiteral.string(body.contentType)
        return Argument(
            declaration: declaration, statement: "request.\(body.coding.rawValue)(body, contentType: \(contentType))",
            rank: body.isRequired ? 0 : 1)
    }
}
