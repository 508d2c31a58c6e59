import ApusIR
import ApusParallel

/// Declares what goes into the files of operations and models: most of a module, and each file needs nothing of another,
/// so that they are made on all cores.
struct FileDeclarations {
    let operations: OperationBuilder
    let types: TypeBuilder
    let clients: ClientBuilder

    /// A file that is to be declared.
    private enum Job {
        case operations(OperationGroup, [Operation], nested: [TypeDefinition])
        case models(fileName: String, [TypeDefinition])

        /// About the declarations in it; an operation makes a request, its parameters and a method.
        var size: Int {
            switch self {
            case .operations(_, let operations, let nested): 4 * operations.count + nested.count
            case .models(_, let types): types.count
            }
        }
    }

    private enum File {
        case operations(OperationsFile)
        case models(ModelsFile)
    }

    /// The files in the order of groups, and in that of their assignment.
    func build(_ api: API, _ files: FileAssignment) -> (operations: [OperationsFile], models: [ModelsFile]) {
        let grouped = Dictionary(grouping: api.operations, by: \.group)
        let groups = api.groups.map { group in
            Job.operations(
                group, grouped[group.name] ?? [], nested: files.requestTypes[group.name] ?? [])
        }
        let models = files.models.map { Job.models(fileName: $0.fileName, $0.types) }
        let declared = (groups + models).mapInParallel(weight: \.size, declare)
        return (
            declared.compactMap { if case .operations(let file) = $0 { file } else { nil } },
            declared.compactMap { if case .models(let file) = $0 { file } else { nil } }
        )
    }

    @Sendable private func declare(_ job: Job) -> File {
        switch job {
        case .operations(let group, let operations, let nested): .operations(file(group, operations, nested))
        case .models(let fileName, let types): .models(file(fileName, types))
        }
    }

    private func file(_ fileName: String, _ definitions: [TypeDefinition]) -> ModelsFile {
        let declarations = definitions.compactMap(types.declaration)
        return ModelsFile(
            fileName: fileName, types: declarations, imports: Imports.needed(by: declarations),
            needsFoundation: needsFoundation(definitions))
    }

    private func file(_ group: OperationGroup, _ operations: [Operation], _ nested: [TypeDefinition]) -> OperationsFile
    {
        let declarations = operations.map(self.operations.build)
        let nestedDeclarations = nested.compactMap(types.declaration)
        let references =
            operations.flatMap { $0.parameters.map(\.type) }
            + operations.flatMap { $0.success.payloads.compactMap(Self.jsonType) }
            + operations.flatMap { ($0.requestBody?.contents ?? []).compactMap(Self.sentType) }
        return OperationsFile(
            fileName: types.names.groupTypes[group.name] ?? "General", group: clients.group(group),
            operations: declarations, types: nestedDeclarations,
            imports: Imports.needed(by: declarations, and: nestedDeclarations),
            needsFoundation: references.contains(where: types.speller.needsFoundation)
                || declarations.contains { $0.pages?.needsFoundation ?? false }
                || needsFoundation(nested))
    }

    /// Only JSON bodies are spelled by their schemas.
    private static func jsonType(_ payload: Payload) -> TypeReference? {
        [.json, .stream].contains(payload.coding) ? payload.type : nil
    }

    /// What is sent as text is spelled by its schema too.
    private static func sentType(_ payload: Payload) -> TypeReference? {
        [.json, .stream, .form, .text].contains(payload.coding) ? payload.type : nil
    }

    private func needsFoundation(_ definitions: [TypeDefinition]) -> Bool {
        definitions.contains { TypeUsage.references(of: $0.kind).contains(where: types.speller.needsFoundation) }
    }
}
