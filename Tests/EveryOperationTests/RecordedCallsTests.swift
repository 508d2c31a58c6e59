import ApusDiagnostics
import ApusGenerator
import Foundation
import Testing

/// The calls are those of the document. `RECORD=1 swift test --filter EveryOperationTests` writes them.
@Suite struct RecordedCallsTests {
    @Test func theCallsAreThoseOfTheDocument() throws {
        func file(_ path: String) throws -> SourceFile {
            let data = try Data(contentsOf: Document.root.appendingPathComponent(path))
            return SourceFile(path: path, bytes: Array(data))
        }
        let options = try #require(ConfigurationReader.read(file("apus.yaml")).value.swiftOptions)
        let module = try #require(Generator(spec: file("spec/openrouter.yaml"), options: options).module().value)
        let text = CallRecorder(module: module).text
        let path = "Tests/EveryOperationTests/RecordedCalls.swift"
        if ProcessInfo.processInfo.environment["RECORD"] != nil {
            try text.write(to: Document.root.appendingPathComponent(path), atomically: true, encoding: .utf8)
            Issue.record("recorded \(path)")
        } else {
            #expect(text == String(decoding: try file(path).bytes, as: UTF8.self), "record the calls anew")
        }
    }
}
