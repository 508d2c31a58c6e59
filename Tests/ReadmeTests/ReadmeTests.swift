import ApusDiagnostics
import ApusGenerator
import ApusLowering
import ApusRendering
import ApusSwift
import ApusYAML
import CompileSupport
import Foundation
import Testing

/// README says nothing that does not work.
@Suite struct ReadmeTests {
    @Test func theTestingSnippetDoesWhatItSays() async throws {
        #expect(try await testing() == ["gone"] + [String](repeating: "Bearer any", count: 5))
    }

    /// The walk "Add an endpoint": its action, put where it says, gives what it says.
    @Test func theWalkWorks() throws {
        let files = try Self.extended()
        let operations = try #require(files["OpenRouter/Operations/StatusOperations.swift"])
        #expect(operations.contains("public func get("))
        #expect(operations.contains(".init(.exact(401), contentType: \"application/json\", index: 0)"))
        let models = try #require(files["OpenRouter/Models/StatusModels.swift"])
        #expect(models.contains("public var healthy: Bool") && models.contains("public var delaySeconds: Double"))
        #expect(files["OpenRouterExamples/OpenRouterExamples.swift"]?.contains("\"delay_seconds\": 0.25") == true)
        #expect(files["OpenRouter/OpenRouterClient.swift"]?.contains("\"apiKey\": credentials.apiKey") == true)
    }

    /// The walk's call compiles against the module that the walk makes.
    @Test func theWalksCallCompiles() throws {
        let call = try #require(
            try Document("README.md").fences("swift").map(\.lines).first { $0.joined().contains("status.get()") })
        let body = call.map { "    " + $0.trimmingCharacters(in: .whitespaces) }.joined(separator: "\n")
        var files = try Self.extended().filter { $0.key.hasPrefix("OpenRouter/") }
        files["Walk.swift"] = "func walk(_ openRouter: OpenRouterClient) async throws {\n\(body)\n}\n"
        let said = try Compiler.check(module: "OpenRouter", files)
        #expect(said.isEmpty, "\(said)")
    }

    /// What the generator makes of our document with the walk's action behind our corrections. The other operations stay out: they
    /// are compiled in the module itself.
    static func extended() throws -> [String: String] {
        let yaml = try Document("README.md").fences("yaml").map(\.lines)
        #expect(yaml.count == 1)
        let corrections = try Document.text("spec/openrouter.overlay.yaml")
        #expect(isLastAction(yaml[0], of: corrections))
        let overlay = "overlay: 1.1.0\ninfo: {title: T, version: '1'}\nactions:\n" + yaml[0].joined(separator: "\n")
        let options = SwiftOptions(module: "OpenRouter", environmentPrefix: "OPENROUTER", examples: true)
        var generator = Generator(
            spec: SourceFile(path: "openrouter.yaml", contents: try Document.text("spec/openrouter.yaml")),
            options: options)
        generator.overlays = [SourceFile(path: "walk.yaml", contents: overlay)]
        generator.lowering.filter.include = [.path: ["/status"]]
        let generated = generator.files()
        #expect(generated.diagnostics.map(\.message) == [])
        return Dictionary(
            uniqueKeysWithValues: (generated.value ?? []).map {
                ($0.path, String(decoding: $0.contents, as: UTF8.self))
            })
    }

    /// Whether the lines, indented as README shows them, are read as the last action of the overlay.
    private static func isLastAction(_ lines: [String], of overlay: String) -> Bool {
        let text = overlay + lines.map { String($0.dropFirst(3)) + "\n" }.joined()
        let actions = YAMLReader.read(SourceFile(path: "overlay.yaml", contents: text)).value?.mapping?["actions"]?
            .sequence
        return actions?.last?.mapping?["x-apus-adds"] != nil
    }

    /// Files that README and the other documents point to are there.
    @Test(arguments: ["README.md", "CONTRIBUTING.md"])
    func linksLeadSomewhere(document: String) throws {
        let links = try Document.text(document).matches(of: /\]\(([^)#:]+)\)/).map { String($0.1) }
        for link in links {
            #expect(FileManager.default.fileExists(atPath: Document.root.appendingPathComponent(link).path), "\(link)")
        }
        #expect(document != "README.md" || links.count >= 5)
    }
}
