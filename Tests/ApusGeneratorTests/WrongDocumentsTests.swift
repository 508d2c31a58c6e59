import ApusDiagnostics
import ApusSwift
import Foundation
import Testing

@testable import ApusGenerator

/// The page "When your document is wrong" shows what is printed; `RECORD=1` writes it anew.
@Suite struct WrongDocumentsTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("WrongDocuments")
    static let page = EmbeddedTemplatesTests.root.appendingPathComponent("docs/wrong-documents.md")

    @Test func thePageShowsWhatIsPrinted() throws {
        let text = try Self.text()
        if ProcessInfo.processInfo.environment["RECORD"] != nil {
            try Data(text.utf8).write(to: Self.page)
            Issue.record("recorded \(Self.page.lastPathComponent); run again without RECORD")
        }
        let current = try String(contentsOf: Self.page, encoding: .utf8)
        #expect(current == text, "run `RECORD=1 swift test --filter WrongDocumentsTests`")
    }

    /// Each has something wrong, and what is only a warning is an error of a strict run.
    @Test func strictRunsRefuseAll() throws {
        for document in try Self.documents() {
            let files = Self.generator(document.text, isStrict: true).files()
            #expect(files.diagnostics.contains { $0.severity == .error } || Self.isRemote(files.diagnostics))
        }
    }

    /// Fetching nothing is a limit of ours, not the document's fault.
    private static func isRemote(_ diagnostics: [Diagnostic]) -> Bool {
        diagnostics.map(\.code) == ["remote-reference"]
    }

    private static func generator(_ text: String, isStrict: Bool = false) -> Generator {
        Generator(
            spec: SourceFile(path: "openapi.yaml", contents: text), options: SwiftOptions(module: "Shop"),
            isStrict: isStrict)
    }

    /// Title and text of each document; the title is the first line's comment.
    private static func documents() throws -> [(title: String, text: String)] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        return try names.filter { $0.hasSuffix(".yaml") }.map { name in
            let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
            let end = text.firstIndex(of: "\n") ?? text.endIndex
            return (String(text[..<end].dropFirst(2)), String(text[end...].dropFirst()))
        }
    }

    private static func text() throws -> String {
        let parts = try documents().map { document in
            let found = TerminalPrinter().print(generator(document.text).files().diagnostics)
            return "## \(document.title)\n\n```yaml\n\(document.text)```\n\n```text\n\(trimmed(found))\n```\n"
        }
        return introduction + "\n" + parts.joined(separator: "\n")
    }

    private static func trimmed(_ text: String) -> String { text.trimmingCharacters(in: .newlines) }

    private static let introduction = """
        # When your document is wrong

        What is wrong is shown at its place, with the pointer to it and a way out. Where a document can sensibly be read all the same, it
        is: the finding is a warning, and the rest is generated. With `--strict`, or `strict: true` in `apus.yaml`, such warnings are
        errors, the exit code is 1 and nothing is written. What cannot be read at all is an error always.

        Here are ten wrong documents with what is printed; a test keeps this page true.

        """
}
