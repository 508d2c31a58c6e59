import ApusIR

/// Turns an operation's parameters and body into arguments, and into the statements that encode them.
struct ArgumentBuilder {
    let names: NameTable
    let speller: TypeSpeller
    let bodies: BodyBuilder

    /// An argument together with its place in the wire's order.
    private struct Argument {
        var declaration: ParameterDeclaration
        var statement: String
        var rank: Int
    }

    func build(_ operation: Operation) -> (parameters: [ParameterDeclaration], encoding: [String]) {
        let parameters = operation.parameters.filter(\.hasArgument)
        var scope = NameScope(reserved: ReservedWords.methodParameters)
        let identifiers = scope.assign(
            parameters.map {
                .init(
                    source: $0.location.rawValue + $0.name,
                    identifier: names.casing.lowerCamel($0.nameOverride ?? $0.name))
            }, reservedSuffix: "Parameter")
        var arguments = zip(parameters, identifiers).map(argument)
        if let body = operation.requestBody { arguments.append(bodyArgument(body)) }
        // What must be given comes first, what the client usually gives comes last; otherwise the document's order.
        var sorted = arguments.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
        if case .body? = sorted.first?.element.declaration.target, sorted[0].element.rank == 0 {
            sorted[0].element.declaration.isUnlabelled = true
        }
        let fixed = operation.fixedQuery.map {
            "request.query(\(SwiftLiteral.string($0.name)), \(SwiftLiteral.string($0.value)))"
        }
        return (
            sorted.map(\.element.declaration),
            fixed + arguments.flatMap { $0.statement.split(separator: "\n").map(String.init) }
        )
    }

    private func argument(_ parameter: Parameter, _ identifier: String) -> Argument {
        // What a client can be given once, a call may leave out.
        let isOptional = !parameter.isRequired || parameter.type.isNullable || parameter.isGlobal
        let name = ReservedWords.spelled(identifier)
        let type = speller.spell(parameter.type.nonNull) + (isOptional ? "?" : "")
        var lines = DocumentationText.lines(parameter.documentation)
        if let deprecation = parameter.deprecation {
            lines += DocumentationText.paragraph("Deprecated. \(deprecation.message ?? "")")
        }
        if lines.isEmpty { lines = ["The parameter \(DocumentationText.paragraph("`\(parameter.name)`").joined())."] }
        let summary = lines[0]
        lines += DocumentationText.note(ofDefault: parameter.defaultValue)
        let declaration = ParameterDeclaration(
            name: name, label: identifier, type: type, defaultValue: isOptional ? "nil" : nil,
            documentation: lines,
            summary: DocumentationText.firstLine(parameter.documentation.description ?? parameter.documentation.summary)
                ?? summary,
            target: .parameter(name: parameter.name, location: parameter.location))
        return Argument(
            declaration: declaration, statement: statement(parameter, name),
            rank: parameter.isGlobal ? 2 : isOptional ? 1 : 0)
    }

    private func statement(_ parameter: Parameter, _ name: String) -> String {
        // A whole query has no name.
        let isNamed = parameter.location != .querystring
        let byForm = [.query, .cookie, .querystring].contains(parameter.location)
        var arguments = isNamed ? [SwiftLiteral.string(parameter.name), name] : [name]
        if parameter.style != (byForm ? .form : .simple) { arguments.append("style: .\(parameter.style.rawValue)") }
        if isNamed, Self.hasParts(parameter.style), parameter.explode != byForm {
            arguments.append("explode: \(parameter.explode)")
        }
        if parameter.allowReserved, Self.takesReserved(parameter.location) { arguments.append("allowReserved: true") }
        let statement = "request.\(Self.function(parameter.location))(\(arguments.joined(separator: ", ")))"
        // A part of the path is missed anyway.
        guard parameter.isGlobal, parameter.isRequired, parameter.location != .path else { return statement }
        return statement + "\nrequest.needed(\(SwiftLiteral.string(parameter.name)), \(name))"
    }

    /// Whether `explode` means something to the style.
    private static func hasParts(_ style: Parameter.Style) -> Bool { style != .json && style != .deepObject }

    private static func takesReserved(_ location: Parameter.Location) -> Bool {
        location == .query || location == .path
    }

    private static func function(_ location: Parameter.Location) -> String {
        location == .querystring ? "queryString" : location.rawValue
    }

    private func bodyArgument(_ body: RequestBody) -> Argument {
        let declaration = ParameterDeclaration(
            name: "body", label: "body", type: bodies.type(of: body), defaultValue: body.isRequired ? nil : "nil",
            documentation: DocumentationText.paragraph(body.documentation.description ?? "The request's body."),
            summary: DocumentationText.firstLine(body.documentation.description) ?? "The request's body.",
            target: .body(bodies.contents(of: body)))
        return Argument(
            declaration: declaration, statement: bodies.statement(body), rank: body.isRequired ? 0 : 1)
    }
}
