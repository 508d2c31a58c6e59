import ApusIR

/// Turns an operation into a request type and a method.
struct OperationBuilder {
    let names: NameTable
    let speller: TypeSpeller
    let options: SwiftOptions
    let errorIndices: [ErrorID: Int]
    let errors: [ErrorID: ErrorDefinition]
    let security: SupportedSecurity

    func build(_ operation: Operation) -> OperationDeclaration {
        let arguments = ArgumentBuilder(names: names, speller: speller).build(operation)
        let output = output(operation.success)
        return OperationDeclaration(
            requestType: names.requests[operation.id] ?? "",
            method: ReservedWords.spelled(names.methods[operation.id] ?? ""),
            documentation: documentation(operation),
            requestDocumentation: requestDocumentation(operation),
            deprecationLiteral: Deprecations.literal(operation.deprecation),
            parameters: arguments.parameters,
            output: output.type,
            outputCoding: output.coding,
            outputDocumentation: outputDocumentation(operation.success),
            idLiteral: SwiftLiteral.string(operation.id),
            httpMethodLiteral: SwiftLiteral.string(operation.method),
            pathLiteral: SwiftLiteral.string(operation.path),
            acceptLiterals: operation.success.payload.map { [SwiftLiteral.string($0.contentType)] } ?? [],
            successes: operation.success.statuses.map(pattern),
            errors: operation.errors.compactMap(errorRule),
            security: security.alternatives(of: operation).map(SwiftLiteral.strings),
            globalLiterals: operation.parameters.filter(\.isGlobal).map { SwiftLiteral.string($0.name) },
            encoding: arguments.encoding)
    }

    private func output(_ success: Success) -> (type: String, coding: OperationDeclaration.OutputCoding) {
        guard let payload = success.payload else { return ("ApusRuntime.NoContent", .none) }
        switch payload.coding {
        case .json: return (speller.spell(payload.type), .json)
        case .text: return (speller.standard("String"), .text)
        case .binary: return ("[\(speller.standard("UInt8"))]", .binary)
        }
    }

    private func documentation(_ operation: Operation) -> [String] {
        let lines = DocumentationText.lines(operation.documentation)
        return (lines.isEmpty ? ["Calls `\(operation.method) \(code(operation.path))`."] : lines)
            + ["", "`\(operation.method) \(code(operation.path))`"]
    }

    private func requestDocumentation(_ operation: Operation) -> [String] {
        let what = DocumentationText.firstLine(operation.documentation.summary) ?? code(operation.id)
        return DocumentationText.paragraph("The request of `\(operation.method) \(code(operation.path))`: \(what)")
    }

    private func outputDocumentation(_ success: Success) -> String {
        DocumentationText.firstLine(success.documentation.summary ?? success.documentation.description)
            ?? "The response's body."
    }

    /// Text of the document between backticks of a comment.
    private func code(_ text: String) -> String {
        DocumentationText.paragraph(text).joined(separator: " ").filter { $0 != "`" }
    }

    private func errorRule(_ error: OperationError) -> String? {
        guard let definition = errors[error.id] else { return nil }
        let contentType = SwiftLiteral.string(definition.payload?.contentType ?? "*/*")
        let index = errorIndices[error.id].map(String.init) ?? "nil"
        return ".init(\(pattern(definition.status)), contentType: \(contentType), index: \(index))"
    }

    private func pattern(_ status: StatusPattern) -> String {
        switch status {
        case .exact(let code): ".exact(\(code))"
        case .range(let hundred): ".range(\(hundred))"
        case .default: ".default"
        }
    }
}
