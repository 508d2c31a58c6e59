import Foundation
import Testing

/// docs/openrouter.md says nothing that does not compile.
@Suite struct DocumentTests {
    static func lines(_ path: String) throws -> [String] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
    }

    static func snippets(_ lines: [String]) -> [[String]] {
        lines.split { $0 == "```swift" }.dropFirst().map { part in Array(part.prefix { $0 != "```" }) }
    }

    @Test func snippetsCompile() throws {
        let compiled = try Self.lines("Tests/OpenRouterKitTests/Snippets.swift")
        let snippets = Self.snippets(try Self.lines("docs/openrouter.md"))
        #expect(snippets.count == 12)
        for snippet in snippets {
            let isThere = compiled.indices.contains { Array(compiled[$0...].prefix(snippet.count)) == snippet }
            #expect(isThere, "not in Snippets.swift: \(snippet.first ?? "")")
        }
    }
}
