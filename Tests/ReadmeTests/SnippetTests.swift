import Foundation
import Testing

/// All Swift that README and the articles of the documentation show is compiled: each text's snippets stand, line for line, in the
/// file of its name in `Snippets/`.
@Suite struct SnippetTests {
    @Test func theArticlesAreThere() throws {
        let names = Set(try Document.articles().map { URL(fileURLWithPath: $0.path).lastPathComponent })
        let wanted: Set = [
            "GettingStarted.md", "Streaming.md", "ErrorsAndRetries.md", "Pagination.md", "Files.md",
            "TestingYourApp.md", "MigratingFromHandWrittenClients.md", "GeneratingYourOwnSDK.md", "OpenRouterKit.md",
            "OpenRouter.md", "ApusRuntime.md", "ApusTesting.md", "ApusJSON.md",
        ]
        #expect(wanted.subtracting(names) == [])
    }

    /// Calls of modules that only the texts' readers make; `ReadmeTests` and `OwnSDKTests` make them, and compile these.
    static let elsewhere = ["status.get()", "PetStoreClient(key:"]

    @Test func swiftIsCompiled() throws {
        for document in try [Document("README.md")] + Document.articles() {
            let snippets = document.fences("swift").filter { snippet in
                !Self.elsewhere.contains { snippet.lines.joined().contains($0) }
            }
            guard !snippets.isEmpty else { continue }
            let text = try #require(try? Document.text(document.snippetsPath), "no \(document.snippetsPath)")
            let compiled = Document.Fence(
                language: "swift", lines: text.split(separator: "\n").map { String($0) })
            for snippet in snippets {
                let first = snippet.statements.first ?? ""
                #expect(!snippet.statements.isEmpty, "\(document.path) has an empty snippet")
                #expect(
                    Self.contains(compiled.statements, snippet.statements),
                    "\(document.path): not in \(document.snippetsPath): \(first)")
                #expect(Set(snippet.imports).isSubset(of: compiled.imports), "\(document.path): imports of \(first)")
            }
        }
    }

    /// No code is shown in a way that is not looked at.
    @Test func nothingEscapes() throws {
        for document in try Document.articles() {
            let languages = Set(document.fences.map(\.language))
            #expect(languages.isSubset(of: ["swift", "yaml", "sh"]), "\(document.path): \(languages)")
            let indented = document.prose.filter { $0.hasPrefix("    ") }
            #expect(indented == [], "\(document.path): code in fences, please")
        }
    }

    private static func contains(_ lines: [String], _ part: [String]) -> Bool {
        guard part.count <= lines.count else { return false }
        return (0...lines.count - part.count).contains { lines[$0..<$0 + part.count].elementsEqual(part) }
    }
}
