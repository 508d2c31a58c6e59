import ApusDiagnostics
public import ApusLowering
import ApusYAML

/// Reads `types:` of `apus.yaml`.
enum TypeMappingReader {
    private static let keys = ["formats", "schemas", "properties"]

    static func read(_ pair: YAMLMapping.Pair) -> Checked<TypeMapping> {
        var reader = Reader()
        guard let members = pair.value.mapping?.pairs else {
            return Checked(TypeMapping(), [mistyped(pair, "a mapping of `formats`, `schemas` and `properties`")])
        }
        var mapping = TypeMapping()
        for member in members {
            switch member.key {
            case "formats": mapping.formats = reader.entries(member)
            case "schemas": mapping.schemas = reader.entries(member)
            case "properties": mapping.properties = reader.entries(member)
            default: reader.reportKey(member)
            }
        }
        return Checked(mapping, reader.diagnostics)
    }

    fileprivate static func mistyped(_ pair: YAMLMapping.Pair, _ wanted: String) -> Diagnostic {
        .error(
            "configuration-type", "`\(pair.key)` is not \(wanted)", at: pair.value.range,
            pointer: JSONPointer(["types", pair.key]), hint: "Write \(wanted).")
    }

    private struct Reader {
        var diagnostics: [Diagnostic] = []

        mutating func entries(_ pair: YAMLMapping.Pair) -> [TypeMapping.Entry] {
            guard let members = pair.value.mapping?.pairs else {
                diagnostics.append(mistyped(pair, "a mapping of names to types"))
                return []
            }
            return members.compactMap { member in
                let text = member.value.scalar?.text ?? ""
                if let target = TypeMapping.Target(rawValue: text) { return .init(member.key, target) }
                diagnostics.append(
                    .error(
                        "configuration-type", "`\(text)` is not a type that values can be read as",
                        at: member.value.range, pointer: JSONPointer(["types", pair.key, member.key]),
                        hint: TypeMapping.hint(insteadOf: text)))
                return nil
            }
        }

        mutating func reportKey(_ pair: YAMLMapping.Pair) {
            diagnostics.append(
                .error(
                    "configuration-key", "`types` has no key `\(pair.key)`", at: pair.keyRange,
                    pointer: JSONPointer(["types", pair.key]),
                    hint: didYouMean(keys, insteadOf: pair.key) ?? "The keys are: \(keys.joined(separator: ", "))."))
        }
    }
}

extension TypeMapping {
    /// What to write in place of a word that is no type.
    public static func hint(insteadOf text: String) -> String {
        let names = Target.allCases.map(\.rawValue)
        return didYouMean(names, insteadOf: text) ?? "The types are: \(names.joined(separator: ", "))."
    }
}
