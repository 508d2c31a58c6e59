import ApusDiagnostics
import ApusGenerator
import ApusRendering
import ApusSwift
import CompileSupport
import Testing

/// Whatever things are called, what is generated compiles.
@Suite struct HostileNamesTests {
    @Test func everyNameInEveryPlaceCompiles() throws {
        let generator = Generator(
            spec: SourceFile(path: "names.json", contents: HostileNames.document),
            options: SwiftOptions(module: "Golden", examples: true))
        let files = generator.files()
        #expect(files.diagnostics.map(\.code) == [])
        let sources = try #require(files.value).filter { $0.path.hasPrefix("Golden/") }
        let texts = sources.map { ($0.path, String(decoding: $0.contents, as: UTF8.self)) }
        let said = try Compiler.check(module: "Golden", Dictionary(uniqueKeysWithValues: texts))
        #expect(said.isEmpty, "\(said.prefix(4000))")
    }
}
