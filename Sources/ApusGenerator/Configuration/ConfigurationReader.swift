public import ApusDiagnostics
import ApusLowering
import ApusSwift
import ApusYAML

/// Reads `apus.yaml`.
public enum ConfigurationReader {
    static let keys = [
        "spec", "overlays", "allow-ref-dir", "output", "module", "access", "templates", "client", "error",
        "environment-prefix", "acronyms", "examples", "filter", "pagination", "types", "strict",
    ]

    /// Reads a configuration; an unknown key or a value of the wrong type is an error at its place.
    public static func read(_ file: SourceFile) -> Checked<Configuration> {
        YAMLReader.read(file).flatMap { node in
            guard let node else { return Checked(Configuration()) }
            guard let mapping = node.mapping else {
                return Checked(
                    Configuration(),
                    [
                        .error(
                            "configuration-type", "the configuration is no mapping", at: node.range,
                            hint: "Write keys with values, such as `module: OpenRouter`.")
                    ])
            }
            var decoder = Decoder()
            for pair in mapping.pairs { decoder.decode(pair) }
            return Checked(decoder.configuration, decoder.diagnostics)
        }
    }

    private struct Decoder {
        var configuration = Configuration()
        var diagnostics: [Diagnostic] = []

        mutating func decode(_ pair: YAMLMapping.Pair) {
            switch pair.key {
            case "spec": configuration.spec = text(pair)
            case "allow-ref-dir": configuration.referenceFolders = paths(pair)
            case "output": configuration.output = text(pair)
            case "module": configuration.module = identifier(pair)
            case "access": configuration.access = access(pair)
            case "templates": configuration.templates = text(pair)
            case "client": configuration.client = identifier(pair)
            case "error": configuration.error = identifier(pair)
            case "environment-prefix": configuration.environmentPrefix = identifier(pair)
            case "acronyms": configuration.acronyms = texts(pair)
            case "overlays": configuration.overlays = texts(pair)
            case "filter": configuration.filter = filter(pair)
            case "pagination": configuration.pagination = pagination(pair)
            case "examples": configuration.examples = boolean(pair)
            case "types": configuration.types = types(pair)
            case "strict": configuration.strict = boolean(pair)
            default: unknown(pair)
            }
        }

        private mutating func text(_ pair: YAMLMapping.Pair) -> String? {
            guard let scalar = pair.value.scalar, scalar.kind == .string, !scalar.text.isEmpty else {
                return mistyped(pair, "a text")
            }
            return scalar.text
        }

        private mutating func identifier(_ pair: YAMLMapping.Pair) -> String? {
            guard let text = text(pair) else { return nil }
            guard ConfigurationCheck.isIdentifier(text) else {
                return mistyped(pair, "a name of ASCII letters, digits and `_` that begins with a letter")
            }
            return text
        }

        private mutating func access(_ pair: YAMLMapping.Pair) -> AccessLevel? {
            guard let text = text(pair) else { return nil }
            return AccessLevel(rawValue: text) ?? mistyped(pair, "`public`, `package` or `internal`")
        }

        /// One path or a list of them.
        private mutating func paths(_ pair: YAMLMapping.Pair) -> [String]? {
            let paths = pair.value.sequence == nil ? text(pair).map { [$0] } : texts(pair)
            guard paths?.contains("") != true else { return mistyped(pair, "a list of paths") }
            return paths
        }

        private mutating func texts(_ pair: YAMLMapping.Pair) -> [String]? {
            let scalars = pair.value.sequence?.map(\.scalar)
            guard let scalars, scalars.allSatisfy({ $0?.kind == .string }) else {
                return mistyped(pair, "a list of texts")
            }
            return scalars.compactMap { $0?.text }
        }

        /// `include-tag`, `exclude-path` and so on, each with a list of words.
        private mutating func filter(_ pair: YAMLMapping.Pair) -> OperationFilter? {
            let subjects = OperationFilter.Subject.allCases
            let keys = subjects.flatMap { ["include-\($0.rawValue)", "exclude-\($0.rawValue)"] }
            let known = "a mapping of " + keys.map { "`\($0)`" }.joined(separator: ", ")
            guard let members = pair.value.mapping?.pairs, members.allSatisfy({ keys.contains($0.key) }) else {
                return mistyped(pair, known)
            }
            var filter = OperationFilter()
            for member in members {
                let words = texts(member)
                for subject in subjects {
                    if member.key == "include-\(subject.rawValue)" { filter.include[subject] = words }
                    if member.key == "exclude-\(subject.rawValue)" { filter.exclude[subject] = words }
                }
            }
            return filter
        }

        /// `formats`, `schemas` and `properties`, each a mapping of names to types.
        private mutating func types(_ pair: YAMLMapping.Pair) -> TypeMapping? {
            let read = TypeMappingReader.read(pair)
            diagnostics += read.diagnostics
            return read.value
        }

        /// A rule for each operation ID, as `x-apus-pagination` is written.
        private mutating func pagination(_ pair: YAMLMapping.Pair) -> [String: PaginationRule]? {
            guard let members = pair.value.mapping?.pairs else {
                return mistyped(pair, "a mapping of operation IDs to rules")
            }
            var rules: [String: PaginationRule] = [:]
            for member in members {
                let read = PaginationRule.read(member.value)
                for finding in read.diagnostics {
                    diagnostics.append(
                        .error(
                            "configuration-pagination", "`\(member.key)`: \(finding.message)",
                            at: finding.location ?? member.value.range,
                            pointer: JSONPointer([pair.key, member.key]),
                            hint: "Write it as `x-apus-pagination` is written."))
                }
                rules[member.key] = read.value
            }
            return rules
        }

        private mutating func boolean(_ pair: YAMLMapping.Pair) -> Bool? {
            guard case .boolean(let value)? = pair.value.scalar?.kind else {
                return mistyped(pair, "`true` or `false`")
            }
            return value
        }

        private mutating func mistyped<Value>(_ pair: YAMLMapping.Pair, _ wanted: String) -> Value? {
            diagnostics.append(
                .error(
                    "configuration-type", "`\(pair.key)` is not \(wanted)", at: pair.value.range,
                    pointer: JSONPointer([pair.key]), hint: "Write \(wanted)."))
            return nil
        }

        private mutating func unknown(_ pair: YAMLMapping.Pair) {
            let near = nearest(ConfigurationReader.keys, to: pair.key).first
            diagnostics.append(
                .error(
                    "configuration-key", "the configuration has no key `\(pair.key)`", at: pair.keyRange,
                    pointer: JSONPointer([pair.key]),
                    hint: near.map { "Did you mean `\($0)`?" }
                        ?? "The keys are: \(ConfigurationReader.keys.joined(separator: ", "))."))
        }
    }
}
