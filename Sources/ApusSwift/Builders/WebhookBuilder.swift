import ApusIR

/// Turns what the API sends into a namespace.
struct WebhookBuilder {
    let names: NameTable
    let speller: TypeSpeller
    let types: TypeBuilder

    /// - Parameter speller: one that knows what the namespace hides.
    init(names: NameTable, speller: TypeSpeller, usage: TypeUsage) {
        self.names = names
        self.speller = speller
        types = TypeBuilder(names: names, speller: speller, usage: usage)
    }

    /// - Parameter nested: the types inside of the webhooks.
    /// - Returns: `nil` for an API that sends nothing.
    func build(_ api: API, nested: [TypeDefinition]) -> WebhooksDeclaration? {
        guard let namespace = names.webhookNamespace else { return nil }
        let webhooks = api.webhooks.map(build)
        let declarations = nested.compactMap(types.declaration)
        let references =
            api.webhooks.flatMap { [$0.payload, $0.answer.payload].compactMap(\.self) }.filter { $0.coding == .json }
            .map(\.type) + nested.flatMap { TypeUsage.references(of: $0.kind) }
        return WebhooksDeclaration(
            name: namespace, webhooks: webhooks, types: declarations,
            imports: Imports.needed(by: webhooks, and: declarations),
            needsFoundation: references.contains(where: speller.needsFoundation))
    }

    private func build(_ webhook: Webhook) -> WebhookDeclaration {
        let answer = webhook.answer.payload.flatMap { $0.coding == .json ? $0 : nil }
        return WebhookDeclaration(
            name: names.webhooks[webhook.id] ?? "", documentation: documentation(webhook),
            nameLiteral: SwiftLiteral.string(webhook.name), methodLiteral: SwiftLiteral.string(webhook.method),
            payload: payload(webhook.payload),
            payloadDocumentation: words(webhook.payload?.documentation, else: "What the request's body holds."),
            answers: webhook.answer.statuses.map(OperationBuilder.pattern),
            answer: answer.map { speller.spell($0.type) },
            answerDocumentation: words(answer?.documentation, else: "What the answer's body holds."),
            headers: wireNames(webhook, .header, "The header"), query: wireNames(webhook, .query, "The query parameter")
        )
    }

    private func payload(_ payload: Payload?) -> String {
        guard let payload else { return "ApusRuntime.NoContent" }
        return payload.coding == .json ? speller.spell(payload.type) : "[\(speller.standard("UInt8"))]"
    }

    private func documentation(_ webhook: Webhook) -> [String] {
        var lines = DocumentationText.lines(webhook.documentation)
        if lines.isEmpty { lines = DocumentationText.paragraph("The API's `\(DocumentationText.code(webhook.name))`.") }
        if case .callback(let operations, let expression) = webhook.source {
            let callers = operations.map { "`\(DocumentationText.code($0))`" }.joined(separator: ", ")
            let url = DocumentationText.code(expression)
            lines += [""] + DocumentationText.paragraph("A callback of \(callers), sent to `\(url)`.")
        }
        // The attribute would make every generated use of the webhook's types a warning.
        guard let deprecation = webhook.deprecation else { return lines }
        return lines + [""] + DocumentationText.paragraph("Deprecated. \(deprecation.message ?? "")")
    }

    private func words(_ documentation: Documentation?, else standard: String) -> [String] {
        let lines = documentation.map(DocumentationText.lines) ?? []
        return lines.isEmpty ? [standard] : lines
    }

    private func wireNames(
        _ webhook: Webhook, _ location: Parameter.Location, _ what: String
    ) -> [WebhookDeclaration.WireName] {
        let parameters = webhook.parameters.filter { $0.location == location }
        var scope = NameScope(reserved: ReservedWords.members)
        let identifiers = scope.assign(
            parameters.map { .init(source: $0.name, identifier: names.casing.lowerCamel($0.nameOverride ?? $0.name)) })
        return zip(parameters, identifiers).map { parameter, identifier in
            .init(
                name: ReservedWords.spelled(identifier), literal: SwiftLiteral.string(parameter.name),
                documentation: words(
                    parameter.documentation, else: "\(what) `\(DocumentationText.code(parameter.name))`."))
        }
    }
}
