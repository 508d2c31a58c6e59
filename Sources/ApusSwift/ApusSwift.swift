public import ApusDiagnostics
public import ApusIR
import ApusParallel

/// The door of the room: an API in, the Swift declarations of its module out.
///
/// Steps: every name is settled in one table → types are spelled → declarations are built → files are assigned.
public enum SwiftStage {
    /// Makes the declarations.
    public static func declare(_ api: API, options: SwiftOptions) -> Checked<SwiftModule> {
        let (names, usage) = Parallel.both({ NameTable(api, options: options) }, { TypeUsage(api) })
        let speller = TypeSpeller(names: names, options: options)
        let files = FileAssignment(api, names: names, index: usage.index)
        let types = TypeBuilder(names: names, speller: speller, usage: usage)
        let headers = HeadersBuilder(names: names, speller: speller, index: usage.index)
        let clients = ClientBuilder(names: names, speller: speller, options: options)
        let (operations, models) = FileDeclarations(
            operations: OperationBuilder(
                names: names, speller: speller, options: options, errorIndices: ErrorBuilder.indices(api, names: names),
                errors: Dictionary(api.errors.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
                security: SupportedSecurity(api), pages: PagesBuilder(types: types, speller: speller)),
            types: types, clients: clients
        ).build(api, files)
        let module = SwiftModule(
            name: options.module, access: options.access, client: clients.build(api),
            error: ErrorBuilder(names: names, speller: speller, options: options).build(api),
            operations: operations, models: models, headers: headers.build(api),
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
