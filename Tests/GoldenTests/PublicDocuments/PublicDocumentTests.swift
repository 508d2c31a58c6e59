import ApusDiagnostics
import ApusRendering
import CompileSupport
import Foundation
import Testing

/// Documents of OpenAPI's own suite and of ogen: right ones become Swift that compiles, faulty ones are refused or read with a
/// warning, as `docs/decisions/0011-faulty-documents.md` says why.
@Suite(.enabled(if: PublicDocument.available, "../shared/suites is not here"))
struct PublicDocumentTests {
    private static let versions = ["3.0", "3.1", "3.2"]

    /// Most documents of 3.1 and 3.2 are the same: what they become is compiled once.
    @Test func rightDocumentsCompile() throws {
        let documents = PublicDocument.below(
            Self.versions.map { "oas-schema-pass-fail/\($0)/pass" } + ["ogen-testdata/positive"])
        #expect(documents.count == 148)
        var compiled: Set<[String: String]> = []
        for document in documents {
            let result = try document.generate(module: "Sample")
            #expect(!result.hasErrors, "\(document.path): \(result.diagnostics.filter { $0.severity == .error })")
            let files = (result.value ?? []).filter { $0.path.hasSuffix(".swift") }
                .map { ($0.path, String(decoding: $0.contents, as: UTF8.self)) }
            let sources = Dictionary(uniqueKeysWithValues: files)
            guard compiled.insert(sources).inserted else { continue }
            let said = try Compiler.check(module: "Sample", sources)
            #expect(said.isEmpty, "\(document.path): \(said)")
        }
    }

    /// Every faulty document, and nothing else, is in the table, and ends as it says.
    @Test func faultyDocumentsEndAsDecided() throws {
        let documents = PublicDocument.below(
            Self.versions.map { "oas-schema-pass-fail/\($0)/fail" } + ["ogen-testdata/negative"])
        #expect(documents.map(\.path).sorted() == faultyDocuments.map(\.path).sorted())
        for row in faultyDocuments {
            let result = try PublicDocument(path: row.path).generate(module: "Sample")
            let codes = Set(result.diagnostics.map(\.code)).sorted()
            #expect(!result.hasErrors, "\(row.path)")
            #expect(codes == row.codes, "\(row.path)")
            #expect(result.diagnostics.allSatisfy { $0.location != nil }, "\(row.path)")
        }
    }

    /// A document that departs from its specification is refused by a strict run.
    @Test func strictRunsRefuseThem() throws {
        for row in faultyDocuments where row.isRefusedByStrictRuns {
            let result = try PublicDocument(path: row.path).generate(module: "Sample")
            #expect(result.diagnostics.contains { $0.strict.severity == .error }, "\(row.path)")
        }
    }
}
