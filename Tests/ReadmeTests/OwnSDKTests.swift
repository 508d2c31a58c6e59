import ApusDiagnostics
import ApusGenerator
import ApusRendering
import ApusSwift
import CompileSupport
import Testing

/// GeneratingYourOwnSDK.md: its document, with its settings, gives a module that its call compiles against.
@Suite struct OwnSDKTests {
    @Test func theArticleWorks() throws {
        let article = try Document("Sources/ApusRuntime/ApusRuntime.docc/GeneratingYourOwnSDK.md")
        let yaml = article.fences("yaml").map { $0.lines.joined(separator: "\n") }
        try #require(yaml.count == 2)
        let settings = ConfigurationReader.read(SourceFile(path: "apus.yaml", contents: yaml[1]))
        #expect(settings.diagnostics.isEmpty)
        let options = try #require(settings.value.swiftOptions)
        let generated = Generator(spec: SourceFile(path: "petstore.yaml", contents: yaml[0]), options: options).files()
        #expect(generated.diagnostics.map(\.message) == [])

        let made = (generated.value ?? []).map { ($0.path, String(decoding: $0.contents, as: UTF8.self)) }
        #expect(made.contains { $0.0.hasPrefix("PetStoreExamples/") })
        var files = Dictionary(uniqueKeysWithValues: made.filter { $0.0.hasPrefix("PetStore/") })
        let calls = article.fences("swift").flatMap(\.lines)
        files["Call.swift"] = "func call() async {\n\(calls.joined(separator: "\n"))\n}\n"
        let said = try Compiler.check(module: "PetStore", files)
        #expect(said.isEmpty, "\(said)")
    }
}
