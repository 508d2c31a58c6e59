import ApusIR

/// Turns the API's frame into the client type.
struct ClientBuilder {
    let names: NameTable
    let speller: TypeSpeller
    let options: SwiftOptions

    func build(_ api: API) -> ClientDeclaration {
        let schemes = api.securitySchemes.filter { SupportedSecurity.isSupported($0.kind) }
        var scope = NameScope(
            reserved: ReservedWords.members.union(["baseURL", "configuration", "transport", "credentials"]))
        let schemeNames = scope.assign(
            schemes.map { .init(source: $0.name, identifier: names.casing.lowerCamel($0.name)) })
        let globalNames = scope.assign(
            api.globals.map { .init(source: $0.name, identifier: names.casing.lowerCamel($0.nameOverride ?? $0.name)) })
        let documentation = DocumentationText.lines(api.documentation)
        return ClientDeclaration(
            name: options.clientName,
            documentation: documentation.isEmpty
                ? DocumentationText.paragraph("A client of \(api.title).") : documentation,
            nameLiteral: SwiftLiteral.string(options.module), versionLiteral: SwiftLiteral.string(api.version),
            serverLiterals: api.servers.compactMap(\.defaultURL).map(SwiftLiteral.string),
            serverChoice: ServerBuilder(names: names, speller: speller).build(api.servers),
            schemes: zip(schemes, schemeNames).map(scheme),
            globals: zip(api.globals, globalNames).map(global),
            retryArguments: api.retryPolicy.map(RetryArguments.list) ?? [])
    }

    func group(_ group: OperationGroup) -> GroupDeclaration {
        let words = DocumentationText.lines(group.documentation)
        return GroupDeclaration(
            property: names.groupProperties[group.name].map(ReservedWords.spelled),
            type: names.groupTypes[group.name],
            documentation: words.isEmpty ? DocumentationText.paragraph("Operations of the group \(group.name).") : words
        )
    }

    private func scheme(_ scheme: SecurityScheme, _ name: String) -> SchemeDeclaration {
        // A certificate is the transport's: there is no text to give.
        let takesCredential = scheme.kind != .mutualTLS
        let variable = takesCredential ? environment(scheme.name) : nil
        let words = DocumentationText.lines(scheme.documentation)
        return SchemeDeclaration(
            name: ReservedWords.spelled(name), label: name, schemeLiteral: SwiftLiteral.string(scheme.name),
            description: SchemeText.description(scheme, environment: variable), environmentVariable: variable,
            takesCredential: takesCredential,
            documentation: (words.isEmpty ? ["The credential of the scheme `\(name)`."] : words)
                + SchemeText.flowDocumentation(scheme))
    }

    private func global(_ parameter: Parameter, _ name: String) -> GlobalDeclaration {
        let literal = SwiftLiteral.string(parameter.name)
        let variable = environment(parameter.name).map(SwiftLiteral.string) ?? "nil"
        return GlobalDeclaration(
            name: ReservedWords.spelled(name), label: name, wireNameLiteral: literal,
            description: ".\(parameter.location.rawValue)(\(literal), environment: \(variable))",
            documentation: DocumentationText.firstLine(parameter.documentation.description)
                ?? "The client-level parameter `\(name)`.")
    }

    private func environment(_ name: String) -> String? {
        options.environmentPrefix.map { $0 + "_" + names.casing.upperSnake(name) }
    }
}

/// Spells a retry policy as arguments.
enum RetryArguments {
    static func list(_ policy: RetryPolicy) -> [String] {
        var arguments: [String] = []
        if let attempts = policy.maximumAttempts { arguments.append("maximumAttempts: \(attempts)") }
        if let delay = policy.initialDelay { arguments.append("initialDelay: .milliseconds(\(delay))") }
        if let delay = policy.maximumDelay { arguments.append("maximumDelay: .milliseconds(\(delay))") }
        if let elapsed = policy.maximumElapsed { arguments.append("maximumElapsed: .milliseconds(\(elapsed))") }
        if !policy.statuses.isEmpty {
            arguments.append("statuses: [\(policy.statuses.map(OperationBuilder.pattern).joined(separator: ", "))]")
        }
        if policy.retriesConnectionErrors == false { arguments.append("retriesConnectionErrors: false") }
        return arguments
    }
}
