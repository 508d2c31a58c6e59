/// The modules of the runtime that a file's spellings mention: an import that nothing uses would be a warning.
enum Imports {
    /// Imports of a file of models, sorted.
    static func needed(by types: [TypeDeclaration]) -> [String] {
        let spellings = types.flatMap(spellings)
        return ["ApusJSON", "ApusRuntime"].filter { module in spellings.contains { mentions($0, module) } }
    }

    /// Imports of a file of operations, sorted.
    static func needed(by operations: [OperationDeclaration], and types: [TypeDeclaration]) -> [String] {
        let passesBytes = operations.contains { [.text, .xml, .byStatus].contains($0.outputCoding) }
        let spellings = operations.flatMap {
            $0.parameters.map(\.type) + $0.bodyCases.map(\.type) + [$0.output] + [$0.pages?.item].compactMap(\.self)
        }
        let needsJSON =
            passesBytes || spellings.contains { mentions($0, "ApusJSON") }
            || needed(by: types).contains("ApusJSON")
        return (needsJSON ? ["ApusJSON"] : []) + ["ApusRuntime"] + (passesBytes ? ["HTTPTypes"] : [])
    }

    /// Imports of the file of webhooks, sorted.
    static func needed(by webhooks: [WebhookDeclaration], and types: [TypeDeclaration]) -> [String] {
        let spellings = webhooks.flatMap { [$0.payload, $0.answer].compactMap(\.self) }
        let needsJSON = spellings.contains { mentions($0, "ApusJSON") } || needed(by: types).contains("ApusJSON")
        return (needsJSON ? ["ApusJSON"] : []) + ["ApusRuntime"]
    }

    /// Whether a spelling qualifies a name with the module. Searched by bytes: the library's search of one text in another
    /// took a sixteenth of a whole run.
    private static func mentions(_ spelling: String, _ module: String) -> Bool {
        guard let first = module.utf8.first else { return false }
        var rest = spelling.utf8[...]
        while let start = rest.firstIndex(of: first) {
            rest = rest[start...]
            if rest.starts(with: module.utf8), rest.dropFirst(module.utf8.count).first == UInt8(ascii: ".") {
                return true
            }
            rest = rest.dropFirst()
        }
        return false
    }

    private static func spellings(_ type: TypeDeclaration) -> [String] {
        switch type.kind {
        case .alias(let spelled): [spelled]
        case .record(let record):
            ["ApusJSON."] + record.properties.map(\.type) + [record.additionalType].compactMap { $0 }
        case .enumeration: ["ApusJSON."]
        case .tuple(let tuple): ["ApusJSON."] + tuple.items.map(\.type) + [tuple.restType]
        case .form(let form):
            ["ApusRuntime."] + form.parts.map(\.type) + form.encoding + [form.additionalType].compactMap { $0 }
        case .union(let union): ["ApusJSON."] + union.variants.map(\.type)
        }
    }
}
