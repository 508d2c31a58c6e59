/// The modules of the runtime that a file's spellings mention: an import that nothing uses would be a warning.
enum Imports {
    /// Imports of a file of models, sorted.
    static func needed(by types: [TypeDeclaration]) -> [String] {
        let spellings = types.flatMap(spellings)
        return ["ApusJSON", "ApusRuntime"].filter { module in spellings.contains { $0.contains(module + ".") } }
    }

    /// Imports of a file of operations, sorted.
    static func needed(by operations: [OperationDeclaration], and types: [TypeDeclaration]) -> [String] {
        let passesBytes = operations.contains { [.text, .byStatus].contains($0.outputCoding) }
        let spellings = operations.flatMap {
            $0.parameters.map(\.type) + [$0.output] + [$0.pages?.item].compactMap(\.self)
        }
        let needsJSON =
            passesBytes || spellings.contains { $0.contains("ApusJSON.") }
            || needed(by: types).contains("ApusJSON")
        return (needsJSON ? ["ApusJSON"] : []) + ["ApusRuntime"] + (passesBytes ? ["HTTPTypes"] : [])
    }

    /// Imports of the file of webhooks, sorted.
    static func needed(by webhooks: [WebhookDeclaration], and types: [TypeDeclaration]) -> [String] {
        let spellings = webhooks.flatMap { [$0.payload, $0.answer].compactMap(\.self) }
        let needsJSON = spellings.contains { $0.contains("ApusJSON.") } || needed(by: types).contains("ApusJSON")
        return (needsJSON ? ["ApusJSON"] : []) + ["ApusRuntime"]
    }

    private static func spellings(_ type: TypeDeclaration) -> [String] {
        switch type.kind {
        case .alias(let spelled): [spelled]
        case .record(let record):
            ["ApusJSON."] + record.properties.map(\.type) + [record.additionalType].compactMap { $0 }
        case .enumeration: ["ApusJSON."]
        case .tuple(let tuple): ["ApusJSON."] + tuple.items.map(\.type) + [tuple.restType]
        case .union(let union): ["ApusJSON."] + union.variants.map(\.type)
        }
    }
}
