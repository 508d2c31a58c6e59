import ApusDiagnostics
import ApusGenerator
import ApusRendering
import ApusSwift
import CompileSupport
import Foundation
import Testing

/// README says nothing that does not work.
@Suite struct ReadmeTests {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    /// The lines of the fenced blocks of a language, without their indentation's common part.
    static func blocks(_ language: String) throws -> [[String]] {
        var blocks: [[String]] = []
        var current: [String]?
        for line in try text("README.md").split(separator: "\n", omittingEmptySubsequences: false) {
            let trimmed = line.trimmingCharacters(in: .whitespaces)
            if trimmed == "```\(language)" {
                current = []
            } else if trimmed == "```", let block = current {
                blocks.append(block)
                current = nil
            } else {
                current?.append(String(line))
            }
        }
        return blocks
    }

    /// Every Swift snippet but the walk's last, whose module does not exist yet, is compiled in `Snippets.swift`.
    @Test func swiftSnippetsCompile() throws {
        let compiled = try Self.text("Tests/ReadmeTests/Snippets.swift").split(separator: "\n")
            .map { $0.trimmingCharacters(in: .whitespaces) }
        let snippets = try Self.blocks("swift").map { lines in
            lines.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty && !$0.hasPrefix("import ") }
        }
        #expect(snippets.count == 4)
        for snippet in snippets where !snippet.joined().contains("getCredits") {
            #expect(!snippet.isEmpty)
            #expect(Self.contains(compiled, snippet), "not in Snippets.swift: \(snippet.first ?? "")")
        }
    }

    private static func contains(_ lines: [String], _ part: [String]) -> Bool {
        guard part.count <= lines.count else { return false }
        return (0...lines.count - part.count).contains { Array(lines[$0..<$0 + part.count]) == part }
    }

    @Test func theTestingSnippetDoesWhatItSays() async throws {
        #expect(try await testing() == ["gone", "Bearer any", "Bearer any", "Bearer any"])
    }

    /// The walk "Add an endpoint": its two pieces of YAML, put where it says, give what it says.
    @Test func theWalkWorks() throws {
        let files = try Self.extended()
        let operations = try #require(files["OpenRouter/Operations/CreditsOperations.swift"])
        #expect(operations.contains("public func getCredits("))
        #expect(operations.contains(".init(.exact(401), contentType: \"application/json\", index: 0)"))
        let models = try #require(files["OpenRouter/Models/CreditsModels.swift"])
        #expect(models.contains("public var totalCredits: Double") && models.contains("public var totalUsage: Double"))
        #expect(files["OpenRouterExamples/OpenRouterExamples.swift"]?.contains("\"total_usage\": 25.75") == true)
        #expect(files["OpenRouter/OpenRouterClient.swift"]?.contains("\"apiKey\": credentials.apiKey") == true)
    }

    /// The walk's call compiles against the module that the walk makes.
    @Test func theWalksCallCompiles() throws {
        let call = try #require(try Self.blocks("swift").first { $0.joined().contains("getCredits") })
        let body = call.map { "    " + $0.trimmingCharacters(in: .whitespaces) }.joined(separator: "\n")
        var files = try Self.extended().filter { $0.key.hasPrefix("OpenRouter/") }
        files["Walk.swift"] = "func walk(_ openRouter: OpenRouterClient) async throws {\n\(body)\n}\n"
        let said = try Compiler.check(module: "OpenRouter", files)
        #expect(said.isEmpty, "\(said)")
    }

    /// What the generator makes of the document with the walk's pieces in it.
    static func extended() throws -> [String: String] {
        let yaml = try blocks("yaml").map { $0.map { $0.hasPrefix("   ") ? String($0.dropFirst(3)) : $0 } }
        #expect(yaml.count == 2)
        var lines = try text("spec/openrouter.yaml").split(separator: "\n", omittingEmptySubsequences: false).map(
            String.init)
        let paths = try #require(lines.firstIndex(of: "paths:"))
        lines.insert(contentsOf: yaml[0], at: paths + 1)
        let schemas = try #require(lines.firstIndex(of: "  schemas:"))
        lines.insert(contentsOf: yaml[1], at: schemas + 1)
        let spec = SourceFile(path: "openrouter.yaml", contents: lines.joined(separator: "\n"))
        let options = SwiftOptions(module: "OpenRouter", environmentPrefix: "OPENROUTER", examples: true)
        let generated = Generator(spec: spec, options: options).files()
        #expect(generated.diagnostics.map(\.message) == [])
        return Dictionary(
            uniqueKeysWithValues: (generated.value ?? []).map {
                ($0.path, String(decoding: $0.contents, as: UTF8.self))
            })
    }

    /// Files that README and the other documents point to are there.
    @Test(arguments: ["README.md", "CONTRIBUTING.md"])
    func linksLeadSomewhere(document: String) throws {
        let links = try Self.text(document).matches(of: /\]\(([^)#:]+)\)/).map { String($0.1) }
        for link in links {
            #expect(FileManager.default.fileExists(atPath: Self.root.appendingPathComponent(link).path), "\(link)")
        }
        #expect(document != "README.md" || links.count >= 5)
    }
}
