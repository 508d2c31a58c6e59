import ApusDiagnostics
import ApusIR
import ApusLowering
import ApusOpenAPI
import ApusYAML

/// Lowers texts for the tests of this room.
enum Lowered {
    /// An API from a whole document, the text's and the document's findings included.
    static func api(_ text: String, options: LoweringOptions = .init()) -> Checked<API>? {
        let tree = YAMLReader.read(SourceFile(path: "a.yaml", contents: text))
        guard let root = tree.value else { return nil }
        let document = OpenAPIReader.read(root)
        guard let value = document.value else { return nil }
        let api = Lowering.lower(value, options: options)
        return Checked(api.value, tree.diagnostics + document.diagnostics + api.diagnostics)
    }

    /// The dump's lines about types, for schemas given as `Name: schema` lines, and the codes of what is said.
    static func types(_ schemas: String, version: String = "3.1.0") -> (lines: [String], codes: [String]) {
        var text = "openapi: \(version)\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n"
        for line in schemas.split(separator: "\n") { text += "    \(line)\n" }
        var options = LoweringOptions()
        options.keepsUnusedTypes = true
        guard let api = api(text, options: options) else { return ([], ["unreadable"]) }
        return (Array(api.value.dumpLines.dropFirst()), api.diagnostics.map(\.code))
    }

    /// The dump's lines behind the API's own, for the text of `paths` and what follows it.
    static func lines(
        _ paths: String, version: String = "3.1.0", options: LoweringOptions = .init()
    ) -> (lines: [String], codes: [String]) {
        let text = "openapi: \(version)\ninfo: {title: T, version: '1'}\n" + paths
        guard let api = api(text, options: options) else { return ([], ["unreadable"]) }
        return (Array(api.value.dumpLines.dropFirst()), api.diagnostics.map(\.code))
    }
}
