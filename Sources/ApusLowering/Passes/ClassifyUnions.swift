import ApusDiagnostics
import ApusIR

/// How the branches of each union are told apart: discriminator, a tag found in every branch, JSON kind, required keys;
/// else the first branch that decodes, with a warning.
enum ClassifyUnions {
    static func run(_ api: consuming API) -> Checked<API> {
        var finder = TypeFactsFinder(api.types)
        var diagnostics: [Diagnostic] = []
        for index in api.types.indices {
            guard case .union(let union) = api.types[index].kind else { continue }
            var classifier = UnionClassifier(union, &finder)
            let classified = classifier.classify()
            api.types[index].kind = .union(classified)
            if !classifier.ambiguous.isEmpty {
                diagnostics.append(warning(api.types[index], classifier.ambiguous))
            }
        }
        return Checked(api, diagnostics)
    }

    private static func warning(_ type: TypeDefinition, _ names: [String]) -> Diagnostic {
        let shown = names.prefix(6).map { "`\($0)`" } + (names.count > 6 ? ["\(names.count - 6) more"] : [])
        return .warning(
            "ambiguous-union",
            "nothing tells \(shown.joined(separator: ", ")) of `\(type.id)` apart: the one that fits best is taken",
            at: type.origin.range, pointer: type.origin.pointer,
            hint: "Give each branch a property with a value of its own, and name it as the `discriminator`.")
    }
}
