import ApusIR

/// Turns an operation into a request type and a method.
struct OperationBuilder {
    let names: NameTable
    let speller: TypeSpeller
    let options: SwiftOptions
    let errorIndices: [ErrorID: Int]
    let errors: [ErrorID: ErrorDefinition]
    let security: SupportedSecurity
    let pages: PagesBuilder

    func build(_ operation: Operation) -> OperationDeclaration {
        let requestType = names.requests[operation.id] ?? ""
        let bodies = BodyBuilder(names: names, speller: speller, requestType: requestType)
        let arguments = ArgumentBuilder(names: names, speller: speller, bodies: bodies).build(operation)
        let alternatives = alternatives(operation.success)
        let output: (type: String, coding: OperationDeclaration.OutputCoding) =
            alternatives.isEmpty ? output(operation.success.payload) : (requestType + ".Output", .byStatus)
        return OperationDeclaration(
            requestType: requestType,
            method: ReservedWords.spelled(names.methods[operation.id] ?? ""),
            documentation: documentation(operation),
            requestDocumentation: requestDocumentation(operation),
            deprecationLiteral: Deprecations.literal(operation.deprecation),
            parameters: arguments.parameters,
            bodyCases: operation.requestBody.map(bodies.cases) ?? [],
            output: output.type,
            outputCoding: output.coding,
            outputCases: alternatives,
            outputDocumentation: outputDocumentation(operation.success),
            idLiteral: SwiftLiteral.string(operation.documentID),
            httpMethodLiteral: SwiftLiteral.string(operation.method),
            pathLiteral: SwiftLiteral.string(operation.path),
            delivery: operation.success.payload.flatMap(delivery),
            variants: variants(operation.success),
            headers: HeaderSet(operation.success.headers).flatMap { names.headerSets[$0] },
            pages: pages.build(operation, method: names.pageMethods[operation.id]),
            acceptLiterals: accepted(operation.success),
            successes: operation.success.statuses.map(Self.pattern),
            errors: operation.errors.flatMap(errorRules),
            serverLiteral: operation.servers.lazy.compactMap(\.defaultURL).first.map(SwiftLiteral.string),
            security: security.alternatives(of: operation).map(SwiftLiteral.strings),
            retryArguments: operation.retryPolicy.map(RetryArguments.list) ?? [],
            globalLiterals: operation.parameters.filter(\.isGlobal).map { SwiftLiteral.string($0.name) },
            encoding: streamChoice(operation) + arguments.encoding,
            streamChoice: operation.streamChoice, origin: operation.origin)
    }

    private func streamChoice(_ operation: Operation) -> [String] {
        guard let choice = operation.streamChoice else { return [] }
        return ["request.streamChoice(\(SwiftLiteral.string(choice.field)), \(choice.value))"]
    }

    private func delivery(_ payload: Payload) -> String? {
        guard let form = payload.stream else { return payload.coding == .binary ? ".download" : nil }
        var arguments = ["shape: .\(form.shape.rawValue)", "content: .\(form.content.rawValue)"]
        if let sentinel = form.sentinel { arguments.append("sentinel: \(SwiftLiteral.string(sentinel))") }
        return ".stream(.init(\(arguments.joined(separator: ", "))))"
    }

    func output(_ payload: Payload?) -> (type: String, coding: OperationDeclaration.OutputCoding) {
        guard let payload else { return ("ApusRuntime.NoContent", .none) }
        switch payload.coding {
        case .json:
            let isOptional = !payload.isRequired && !payload.type.isNullable
            return (speller.spell(payload.type) + (isOptional ? "?" : ""), .json)
        case .text: return (speller.standard("String"), .text)
        case .xml: return ("ApusRuntime.XMLText", .xml)
        case .form, .multipart, .parts, .media, .binary: return ("ApusRuntime.Download", .download)
        case .stream:
            let isPlain = payload.stream?.isPlain ?? false
            let element = isPlain ? "ApusRuntime.ServerSentEvent" : speller.spell(payload.type)
            return ("ApusRuntime.ResponseStream<\(element)>", .stream)
        }
    }

    /// The media types of all successes, each once.
    private func accepted(_ success: Success) -> [String] {
        var seen: Set<String> = []
        return success.payloads.flatMap(Self.accepted).filter { seen.insert($0).inserted }.map(SwiftLiteral.string)
    }

    /// What is read as JSON whatever it is called is asked for by JSON's own name first.
    private static func accepted(_ payload: Payload) -> [String] {
        let types = contentTypes(payload)
        return payload.coding == .json && types[0].contains("*") ? ["application/json"] + types : types
    }

    private func documentation(_ operation: Operation) -> [String] {
        let lines = DocumentationText.lines(operation.documentation)
        return (lines.isEmpty ? ["Calls `\(operation.method) \(code(operation.path))`."] : lines)
            + ["", "`\(operation.method) \(code(operation.path))`"] + servers(operation)
            + operation.scopes.flatMap(scopes)
    }

    private func servers(_ operation: Operation) -> [String] {
        let urls = operation.servers.map { "`\(code($0.url))`" }
        guard !urls.isEmpty else { return [] }
        let others = urls.count > 1 ? "; also offered by \(urls.dropFirst().joined(separator: ", "))" : ""
        let text = "Sent to \(urls[0])\(others), unless the call or the client has a base URL of its own."
        return [""] + DocumentationText.paragraph(text)
    }

    private func scopes(_ need: ScopeNeed) -> [String] {
        let names = need.scopes.map { "`\(code($0))`" }.joined(separator: ", ")
        return [""] + DocumentationText.paragraph("Needs of `\(code(need.scheme))`: \(names).")
    }

    private func requestDocumentation(_ operation: Operation) -> [String] {
        let what = DocumentationText.firstLine(operation.documentation.summary) ?? code(operation.id)
        return DocumentationText.paragraph("The request of `\(operation.method) \(code(operation.path))`: \(what)")
    }

    private func outputDocumentation(_ success: Success) -> String {
        DocumentationText.firstLine(success.documentation.summary ?? success.documentation.description)
            ?? "The response's body."
    }

    private func code(_ text: String) -> String { DocumentationText.code(text) }

    /// A rule for each media type of the error.
    private func errorRules(_ error: OperationError) -> [String] {
        guard let definition = errors[error.id] else { return [] }
        let index = errorIndices[error.id].map(String.init) ?? "nil"
        return (definition.payload.map(Self.contentTypes) ?? ["*/*"]).map { type in
            ".init(\(Self.pattern(definition.status)), contentType: \(SwiftLiteral.string(type)), index: \(index))"
        }
    }

    static func contentTypes(_ payload: Payload) -> [String] { [payload.contentType] + payload.otherContentTypes }

    static func pattern(_ status: StatusPattern) -> String {
        switch status {
        case .exact(let code): ".exact(\(code))"
        case .range(let hundred): ".range(\(hundred))"
        case .default: ".default"
        }
    }
}
