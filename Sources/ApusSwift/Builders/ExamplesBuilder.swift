import ApusIR

/// Turns the responses' examples into the module that feeds the in-process server.
struct ExamplesBuilder {
    let names: NameTable
    let options: SwiftOptions
    let security: SupportedSecurity

    func build(_ api: API) -> ExamplesDeclaration {
        let used = api.operations.filter { !$0.examples.isEmpty }
        var scope = NameScope(reserved: ReservedWords.members.union(["operations"]))
        let identifiers = scope.assign(
            used.map { .init(source: $0.id, identifier: names.casing.lowerCamel($0.id)) })
        return ExamplesDeclaration(
            name: options.module + "Examples",
            operations: zip(used, identifiers).map(operation))
    }

    private func operation(_ operation: Operation, _ name: String) -> ExamplesDeclaration.Operation {
        .init(
            name: ReservedWords.spelled(name), idLiteral: SwiftLiteral.string(operation.documentID),
            methodLiteral: SwiftLiteral.string(operation.method), pathLiteral: SwiftLiteral.string(operation.path),
            requiresCredential: requiresCredential(operation),
            responses: operation.examples.map(response))
    }

    private func requiresCredential(_ operation: Operation) -> Bool {
        let alternatives = security.alternatives(of: operation)
        return !alternatives.isEmpty && !alternatives.contains([])
    }

    private func response(_ example: ResponseExample) -> ExamplesDeclaration.Response {
        .init(
            nameLiteral: SwiftLiteral.string(example.name), status: example.status,
            contentTypeLiteral: SwiftLiteral.string(contentType(example)),
            bodyLines: SwiftLiteral.multilineString(body(example)))
    }

    /// A server must name a media type where the document allows a range of them.
    private func contentType(_ example: ResponseExample) -> String {
        guard example.contentType.contains("*") else { return example.contentType }
        if case .string = example.value { return "text/plain; charset=utf-8" }
        return "application/json"
    }

    /// A text stays as it is where the media type is not JSON; everything else is JSON.
    private func body(_ example: ResponseExample) -> String {
        if case .string(let text) = example.value, !example.contentType.contains("json") { return text }
        if let stream = example.stream { return StreamText.of(example.value, stream, example.contentType) }
        return JSONText.pretty(example.value)
    }
}
