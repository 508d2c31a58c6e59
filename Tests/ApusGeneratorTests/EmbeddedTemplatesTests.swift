import ApusDiagnostics
import ApusSwift
import ApusTemplates
import Foundation
import Testing

@testable import ApusGenerator

/// The executable's templates are those of `Templates/`; `RECORD=1` rewrites them.
@Suite struct EmbeddedTemplatesTests {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let folder = root.appendingPathComponent("Templates")
    static let target = root.appendingPathComponent("Sources/ApusGenerator/EmbeddedTemplates.swift")

    @Test func embeddedTemplatesAreThoseOfTheFolder() throws {
        let source = Self.source(of: try Self.files())
        if ProcessInfo.processInfo.environment["RECORD"] != nil {
            try Data(source.utf8).write(to: Self.target)
            Issue.record("recorded \(Self.target.lastPathComponent); run again without RECORD")
        }
        let current = try String(contentsOf: Self.target, encoding: .utf8)
        #expect(current == source, "Templates/ changed: run `make templates`")
    }

    @Test func everyTemplateParses() {
        let parsed = TemplateLibrary.parse(DefaultTemplates.sources)
        #expect(parsed.diagnostics.isEmpty)
        #expect(parsed.value.names.count == EmbeddedTemplates.texts.count)
    }

    static func files() throws -> [(path: String, text: String)] {
        let paths = try #require(FileManager.default.enumerator(atPath: folder.path)).compactMap { $0 as? String }
        return try paths.filter { $0.hasSuffix(".mustache") }.sorted().map { path in
            (path, try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8))
        }
    }

    static func source(of files: [(path: String, text: String)]) -> String {
        var lines = [
            "// Written from Templates/ by `make templates`. Do not edit.",
            "enum EmbeddedTemplates {",
            "    static let texts: [(path: String, text: String)] = [",
        ]
        for file in files {
            lines += ["        (", "            \(SwiftLiteral.string(file.path)),", "            \"\"\""]
            lines += SwiftLiteral.multilineString(file.text).map { $0.isEmpty ? "" : "            " + $0 }
            lines += ["            \"\"\"", "        ),"]
        }
        return (lines + ["    ]", "}", ""]).joined(separator: "\n")
    }
}
