public import ApusDiagnostics
public import ApusYAML

/// How pages follow each other, as an extension or a configuration says: the keys of `x-speakeasy-pagination`, and some
/// of ours. Nothing is looked up yet.
public struct PaginationRule: Sendable, Hashable {
    /// What leads to the next page, as written.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// By number or by offset, as the inputs say.
        case offsetLimit
        /// By number.
        case page
        /// By offset.
        case offset
        /// By a text of the page before.
        case cursor
        /// By a URL of the page before.
        case url
        /// By the header field `Link`.
        case link
    }

    /// A value of the request.
    public struct Input: Sendable, Hashable {
        /// Its name on the wire.
        public var name: String
        /// Whether it is a member of the request's body.
        public var isInBody: Bool
        /// What it is: `page`, `offset`, `limit` or `cursor`.
        public var role: String
    }

    /// What leads to the next page.
    public var kind: Kind
    /// Values of the request.
    public var inputs: [Input]
    /// JSONPaths into the page, by their role: `results`, `numPages`, `nextCursor`, `nextUrl`, `hasMore`.
    public var outputs: [String: String]
    /// The number or offset of the first page.
    public var start: Int?

    private static let roles = ["page", "offset", "limit", "cursor"]
    private static let outputs = ["results", "numPages", "nextCursor", "nextUrl", "hasMore"]

    /// Reads a rule. What it does not know is a warning, and where it makes no sense there is no rule.
    public static func read(_ node: YAMLNode) -> Checked<PaginationRule?> {
        var reader = Reader()
        let rule = reader.rule(node)
        return Checked(rule, reader.diagnostics)
    }

    private struct Reader {
        var diagnostics: [Diagnostic] = []

        mutating func rule(_ node: YAMLNode) -> PaginationRule? {
            guard let mapping = node.mapping, let type = mapping["type"]?.scalar?.text,
                let kind = Kind(rawValue: type)
            else {
                let kinds = Kind.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
                return say("its `type` is none of \(kinds)", node)
            }
            for pair in mapping.pairs where !["type", "inputs", "outputs", "start"].contains(pair.key) {
                say("`\(pair.key)` is not known and is ignored", pair.value)
            }
            let inputs = (mapping["inputs"]?.sequence ?? []).compactMap { input($0) }
            var outputs: [String: String] = [:]
            for pair in mapping["outputs"]?.mapping?.pairs ?? [] {
                guard PaginationRule.outputs.contains(pair.key), let path = pair.value.scalar?.text else {
                    say("the output `\(pair.key)` is not known and is ignored", pair.value)
                    continue
                }
                outputs[pair.key] = path
            }
            return PaginationRule(
                kind: kind, inputs: inputs, outputs: outputs,
                start: (mapping["start"]?.scalar?.text).flatMap { Int($0) })
        }

        private mutating func input(_ node: YAMLNode) -> Input? {
            guard let mapping = node.mapping, let name = mapping["name"]?.scalar?.text,
                let role = mapping["type"]?.scalar?.text, PaginationRule.roles.contains(role),
                let place = mapping["in"]?.scalar?.text, place == "parameters" || place == "requestBody"
            else {
                say("an input needs `name`, `in` (`parameters`, `requestBody`) and `type` (`page`, `offset`, …)", node)
                return nil
            }
            return Input(name: name, isInBody: place == "requestBody", role: role)
        }

        @discardableResult
        private mutating func say(_ what: String, _ node: YAMLNode) -> PaginationRule? {
            diagnostics.append(
                .warning("bad-pagination", "pagination: \(what)", at: node.range, category: .document))
            return nil
        }
    }
}
