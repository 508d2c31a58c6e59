public import ApusDiagnostics

/// The door of the room: a text in, a tree with a mark on every node out.
///
/// Steps: check size, encoding and directives (`TextCheck`, `DirectiveCheck`) → events, from our own readers of JSON
/// (`JSONReader`) and of what most YAML is (`BlockReader`), or from libyaml (`LibYAML`) → nodes, with anchors, merge keys and
/// budgets (`NodeBuilder`).
public enum YAMLReader {
    /// Reads one document of YAML 1.2 or JSON.
    ///
    /// Scalars are resolved by the core schema (YAML 1.2.2, 10.3). Findings that concern one node, such as a duplicate
    /// key, are collected, and the rest of the document is still read; syntax errors and exceeded budgets end the
    /// reading at their place.
    /// - Returns: the root node, `nil` when the text cannot be read; an empty text gives an error.
    public static func read(_ file: SourceFile, limits: YAMLLimits = .init()) -> Checked<YAMLNode?> {
        do throws(Unreadable) {
            let text = try TextCheck.check(file, limits)
            guard JSONReader.isCandidate(text) else { return readYAML(text, limits) }
            return readJSON(text, limits)
        } catch {
            return Checked(nil, [error.diagnostic])
        }
    }

    private static func readYAML(_ text: CheckedText, _ limits: YAMLLimits) -> Checked<YAMLNode?> {
        BlockReader.read(text, limits).map { Checked($0) } ?? readAnyYAML(text, limits)
    }

    /// What ``readYAML(_:_:)`` does, without the reader that knows the common part of YAML alone.
    static func readAnyYAML(_ text: CheckedText, _ limits: YAMLLimits) -> Checked<YAMLNode?> {
        collect(text, limits) { builder throws(Unreadable) in
            try DirectiveCheck.check(text)
            try text.refuseUnprintable()
            try LibYAML.read(text, into: &builder)
        }
    }

    /// Text that begins like JSON may still be YAML's flow style, as in `{a: b}`: where JSON's grammar fails, libyaml
    /// has the second word.
    private static func readJSON(_ text: CheckedText, _ limits: YAMLLimits) -> Checked<YAMLNode?> {
        var syntaxError: Diagnostic?
        let json = collect(text, limits) { builder throws(Unreadable) in
            do throws(Unreadable) {
                try JSONReader.read(text, into: &builder)
            } catch {
                if error.isSyntax { syntaxError = error.diagnostic }
                throw error
            }
        }
        guard let syntaxError else { return json }
        let yaml = readYAML(text, limits)
        return yaml.value != nil || explainsMore(yaml.diagnostics.last, than: syntaxError) ? yaml : json
    }

    /// Where both readers fail, a file named as JSON was meant to be it; else the one that got further knows more of
    /// the mistake, and at the same place libyaml only where it found no fault in the syntax.
    private static func explainsMore(_ yaml: Diagnostic?, than json: Diagnostic) -> Bool {
        guard json.location?.file.path.hasSuffix(".json") == false, let reached = yaml?.location?.start,
            let place = json.location?.start
        else { return false }
        return reached > place || (reached == place && yaml?.code != "yaml-syntax")
    }

    private static func collect(
        _ text: CheckedText, _ limits: YAMLLimits, _ read: (inout NodeBuilder) throws(Unreadable) -> Void
    ) -> Checked<YAMLNode?> {
        var builder = NodeBuilder(file: text.file, limits: limits)
        do throws(Unreadable) {
            try read(&builder)
            return Checked(builder.root, builder.diagnostics)
        } catch {
            var last = error.diagnostic
            // A syntax error knows no pointer; the node that was being read is the nearest.
            if last.pointer == nil, !builder.pointer.tokens.isEmpty { last.pointer = builder.pointer }
            return Checked(nil, builder.diagnostics + [last])
        }
    }
}
