import ApusDiagnostics
import ApusYAML
import Testing

@testable import ApusOpenAPI

/// Large maps are decoded in parts: what comes of them is what one walk from top to bottom gives.
@Suite struct PartDecodingTests {
    private static func document(_ schemas: Int, _ body: (Int) -> String) -> String {
        "openapi: 3.1.0\ninfo: {title: a, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n"
            + (0..<schemas).map { "    S\($0): \(body($0))\n" }.joined()
    }

    private func read(_ text: String) -> Checked<OpenAPIDocument?> {
        YAMLReader.read(SourceFile(path: "a.yaml", contents: text)).flatMap { root in
            root.map { OpenAPIReader.read($0) } ?? Checked(nil)
        }
    }

    @Test(arguments: [1, 31, 32, 33, 200]) func schemasAndFindingsAreInTheirOrder(_ count: Int) {
        let read = read(
            Self.document(count) { "{type: strin\($0), items: {$ref: '#/components/schemas/S\((7 * $0) % count)'}}" })
        let schemas = read.value?.components.schemas
        #expect(schemas?.map(\.key) == (0..<count).map { "S\($0)" })
        #expect(
            read.diagnostics.map { "\($0.code) \($0.pointer?.description ?? "")" }
                == (0..<count).map { "unknown-type /components/schemas/S\($0)/type" })
        for number in 0..<count {
            let reference = schemas?["S\(number)"]?.keywords.items?.keywords.reference
            let target = reference.flatMap { read.value?.references.schema($0) }
            #expect(
                target.map { ObjectIdentifier($0) } == schemas?["S\((7 * number) % count)"].map { ObjectIdentifier($0) }
            )
        }
    }

    /// What is told once in a document is told of its first place, in whichever part that is.
    @Test(arguments: [0, 17, 39]) func misplacedReferencesAreToldOnce(_ first: Int) {
        let read = read(
            Self.document(40) {
                $0 < first ? "{type: string}" : "{description: {$ref: '#/components/schemas/S0/type'}, type: string}"
            })
        #expect(read.diagnostics.map(\.code) == ["misplaced-reference"])
        #expect(
            read.diagnostics.first?.pointer?.description == "/components/schemas/S\(first)/description")
        #expect(read.value?.components.schemas["S39"]?.keywords.description == "string")
        #expect(read.value?.components.schemas.entries.count == 40)
    }

    @Test func everyKeyIsFoundAndNoOther() {
        for key in SchemaKey.allCases {
            #expect(SchemaKey.table[key.rawValue] == key)
            #expect(SchemaKey.table[key.rawValue + "x"] == nil)
            #expect(SchemaKey.table["~" + key.rawValue.dropFirst()] == nil)
        }
        #expect(SchemaKey.table[""] == nil)
    }
}
