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
        let types = TypeBuilder(names: names, speller: speller, usage: TypeUsage(api))
        let clients = ClientBuilder(names: names, options: options)
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
            standard: StandardTypes(string: speller.standard("String"), byte: speller.standard("UInt8")),
            examples: options.examples ? ExamplesBuilder(names: names, options: options).build(api) : nil)
        return Checked(module, unsupportedSchemes(api))
    }

    private static func operations(
        _ api: API, _ names: NameTable, _ speller: TypeSpeller, _ options: SwiftOptions, _ types: TypeBuilder,
        _ clients: ClientBuilder, _ files: FileAssignment
    ) -> [OperationsFile] {
        let builder = OperationBuilder(
            names: names, speller: speller, options: options, errorIndices: ErrorBuilder.indices(api, names: names),
            errors: Dictionary(api.errors.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }))
        return api.groups.map { group in
            let operations = api.operations.filter { $0.group == group.name }
            let declarations = operations.map(builder.build)
            let nested = files.requestTypes[group.name] ?? []
            let references =
                operations.flatMap { $0.parameters.map(\.type) }
                + operations.compactMap { $0.requestBody?.type } + operations.compactMap { $0.success.payload?.type }
            return OperationsFile(
                fileName: names.groupTypes[group.name] ?? "General", group: clients.group(group),
                operations: declarations, types: nested.compactMap(types.declaration),
                imports: Imports.needed(by: declarations, and: nested.compactMap(types.declaration)),
                needsFoundation: references.contains(where: speller.needsFoundation)
                    || needsFoundation(nested, speller))
        }
    }

    private static func needsFoundation(_ types: [TypeDefinition], _ speller: TypeSpeller) -> Bool {
        types.contains { TypeUsage.references(of: $0).contains(where: speller.needsFoundation) }
    }

    private static func unsupportedSchemes(_ api: API) -> [Diagnostic] {
        api.securitySchemes.compactMap { scheme in
            guard case .unsupported(let kind) = scheme.kind else { return nil }
            return .warning(
                "unsupported-security-scheme", "the security scheme `\(scheme.name)` of type `\(kind)` is left out",
                at: scheme.origin.range, pointer: scheme.origin.pointer,
                hint: "Calls that need it must set the header themselves, through the call's options.")
        }
    }
}
