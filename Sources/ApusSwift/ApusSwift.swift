public import ApusDiagnostics
public import ApusIR

/// The door of the room: an API in, the Swift declarations of its module out.
///
/// Steps: every name is settled in one table → types are spelled → declarations are built → files are assigned.
public enum SwiftStage {
    /// Makes the declarations.
    public static func declare(_ api: API, options: SwiftOptions) -> Checked<SwiftModule> {
        let names = NameTable(api, options: options)
        let speller = TypeSpeller(names: names, options: options)
        let usage = TypeUsage(api)
        let types = TypeBuilder(names: names, speller: speller, usage: usage)
        let headers = HeadersBuilder(names: names, speller: speller, types: api.types)
        let clients = ClientBuilder(names: names, speller: speller, options: options)
        let files = FileAssignment(api, names: names)
        let module = SwiftModule(
            name: options.module, access: options.access, client: clients.build(api),
            error: ErrorBuilder(names: names, speller: speller, options: options).build(api),
            operations: operations(api, names, speller, options, types, clients, files),
            models: files.models.map { file in
                let declarations = file.types.compactMap(types.declaration)
                return ModelsFile(
                    fileName: file.fileName, types: declarations,
                    imports: Imports.needed(by: declarations), needsFoundation: needsFoundation(file.types, speller))
            },
            headers: headers.build(api),
            webhooks: WebhookBuilder(
                names: names, speller: speller.hiding(names.webhooks.values).hiding(ReservedWords.webhookMembers),
                usage: usage
            ).build(api, nested: files.webhookTypes),
            standard: StandardTypes(string: speller.standard("String"), byte: speller.standard("UInt8")),
            examples: options.examples
                ? ExamplesBuilder(
                    names: names, options: options, security: SupportedSecurity(api)
                ).build(api) : nil)
        return Checked(module, oversizedValues(api))
    }

    private static func operations(
        _ api: API, _ names: NameTable, _ speller: TypeSpeller, _ options: SwiftOptions, _ types: TypeBuilder,
        _ clients: ClientBuilder, _ files: FileAssignment
    ) -> [OperationsFile] {
        let builder = OperationBuilder(
            names: names, speller: speller, options: options, errorIndices: ErrorBuilder.indices(api, names: names),
            errors: Dictionary(api.errors.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
            security: SupportedSecurity(api), pages: PagesBuilder(api, types: types, speller: speller))
        let grouped = Dictionary(grouping: api.operations, by: \.group)
        return api.groups.map { group in
            let operations = grouped[group.name] ?? []
            let declarations = operations.map(builder.build)
            let nested = files.requestTypes[group.name] ?? []
            let references =
                operations.flatMap { $0.parameters.map(\.type) }
                + operations.flatMap { $0.success.payloads.compactMap(jsonType) }
                + operations.flatMap { ($0.requestBody?.contents ?? []).compactMap(sentType) }
            return OperationsFile(
                fileName: names.groupTypes[group.name] ?? "General", group: clients.group(group),
                operations: declarations, types: nested.compactMap(types.declaration),
                imports: Imports.needed(by: declarations, and: nested.compactMap(types.declaration)),
                needsFoundation: references.contains(where: speller.needsFoundation)
                    || declarations.contains { $0.pages?.needsFoundation ?? false }
                    || needsFoundation(nested, speller))
        }
    }

    /// Only JSON bodies are spelled by their schemas.
    private static func jsonType(_ payload: Payload) -> TypeReference? {
        [.json, .stream].contains(payload.coding) ? payload.type : nil
    }

    /// What is sent as text is spelled by its schema too.
    private static func sentType(_ payload: Payload) -> TypeReference? {
        [.json, .stream, .form, .text].contains(payload.coding) ? payload.type : nil
    }

    private static func needsFoundation(_ types: [TypeDefinition], _ speller: TypeSpeller) -> Bool {
        types.contains { TypeUsage.references(of: $0).contains(where: speller.needsFoundation) }
    }

    /// Values that no Swift integer can hold are left out of their enumeration; they still decode where they fit.
    private static func oversizedValues(_ api: API) -> [Diagnostic] {
        api.types.flatMap { type -> [Diagnostic] in
            guard case .enumeration(let enumeration) = type.kind, enumeration.rawType == .integer else { return [] }
            return enumeration.cases.compactMap { item in
                guard case .number(let digits) = item.value, Int(digits) == nil else { return nil }
                return .warning(
                    "oversized-value", "the value `\(digits)` of `\(type.id)` is no 64-bit integer and is left out",
                    at: type.origin.range, pointer: type.origin.pointer, hint: "Make the enumeration one of strings.")
            }
        }
    }
}
