import ApusDiagnostics
import ApusOpenAPI
import ApusYAML

/// Reads texts for the tests of this room.
enum Reading {
    /// A document around a part of it: `paths: {}` and the like are added where the part does not have them.
    static func document(_ part: String) -> Checked<OpenAPIDocument?> {
        var text = part
        if !part.contains("openapi:") { text = "openapi: 3.1.0\n" + text }
        if !part.contains("info:") { text += "\ninfo: {title: T, version: '1'}\n" }
        let parts = ["paths:", "components:", "webhooks:"]
        if !text.split(separator: "\n").contains(where: { line in parts.contains { line.hasPrefix($0) } }) {
            text += "\npaths: {}\n"
        }
        return read(text)
    }

    static func read(_ text: String) -> Checked<OpenAPIDocument?> {
        let tree = YAMLReader.read(SourceFile(path: "a.yaml", contents: text))
        guard let root = tree.value else { return Checked(nil, tree.diagnostics) }
        let document = OpenAPIReader.read(root)
        return Checked(document.value, tree.diagnostics + document.diagnostics)
    }

    /// Reads `api/a.yaml` beside other files, given by their paths.
    static func read(_ text: String, with files: [String: String]) -> Checked<OpenAPIDocument?> {
        read(whole: "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n" + text, with: files)
    }

    /// The same with a document that has its own head.
    static func read(whole text: String, with files: [String: String]) -> Checked<OpenAPIDocument?> {
        let root = YAMLReader.read(SourceFile(path: "api/a.yaml", contents: text))
        guard let node = root.value else { return Checked(nil, root.diagnostics) }
        let files = files.map { SourceFile(path: $0.key, contents: $0.value) }
        return OpenAPIReader.read(node, loader: MemoryLoader(files))
    }

    /// `error code 3:7 /pointer`.
    static func short(_ diagnostic: Diagnostic) -> String {
        let start = diagnostic.location.map { "\($0.start.line):\($0.start.column)" } ?? "-"
        return "\(diagnostic.severity) \(diagnostic.code) \(start) \(diagnostic.pointer?.description ?? "-")"
    }
}
