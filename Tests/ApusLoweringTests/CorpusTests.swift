import ApusDiagnostics
import ApusIR
import ApusLowering
import ApusOpenAPI
import ApusYAML
import Testing

/// Whole published documents.
@Suite(.enabled(if: Corpus.isHere, "../shared/corpus is not here")) struct CorpusTests {
    private func read(_ path: String) throws -> Checked<OpenAPIDocument?> {
        let bytes = try #require(Corpus.bytes(path))
        let tree = YAMLReader.read(SourceFile(path: path, bytes: bytes))
        return OpenAPIReader.read(try #require(tree.value))
    }

    @Test func openRouterWhole() throws {
        let document = try read("openrouter-31/in.openapi.yaml")
        #expect(document.diagnostics.map(\.code) == ["boolean-limit"])
        var options = LoweringOptions()
        options.keepsIgnored = true
        let api = Lowering.lower(try #require(document.value), options: options)
        #expect(!api.hasErrors)
        // 97 in the document, and a second one for each of the six that also stream.
        #expect(api.value.operations.count == 103)
        #expect(api.value.groups.count == 28)
        #expect(
            kinds(api.value) == [
                "record": 790, "enumeration": 174, "alias": 13, "union": 107, "union by discriminator": 35,
                "union by inferredTag": 29, "union by jsonKind": 33, "union by requiredKeys": 1, "union by mixed": 4,
                "union by bestMatch": 5, "form": 2,
            ])
    }

    @Test func openRouterWithoutWhatItIgnores() throws {
        let document = try read("openrouter-31/in.openapi.yaml")
        let api = Lowering.lower(try #require(document.value))
        #expect(api.value.operations.count == 100)
        let generation = try #require(api.value.types.first { $0.id.rawValue == "schemas/GenerationResponse/data" })
        guard case .record(let record) = generation.kind else { Issue.record("not a record"); return }
        #expect(record.fields.count == 45)
        let operation = try #require(api.value.operations.first { $0.id == "getGeneration" })
        #expect(operation.errors.map(\.id.rawValue).first == "401 schemas/UnauthorizedResponse")
        #expect(operation.errors.count == 8)
    }

    /// How many declarations there are of each kind, and how many unions go by each rule.
    private func kinds(_ api: API) -> [String: Int] {
        var counts: [String: Int] = [:]
        for type in api.types {
            switch type.kind {
            case .record: counts["record", default: 0] += 1
            case .enumeration: counts["enumeration", default: 0] += 1
            case .alias: counts["alias", default: 0] += 1
            case .tuple: counts["tuple", default: 0] += 1
            case .form: counts["form", default: 0] += 1
            case .union(let union):
                counts["union", default: 0] += 1
                counts["union by \(union.rule.rawValue)", default: 0] += 1
            }
        }
        return counts
    }

    /// Documents of one file that are read and lowered without an error.
    static let clean = [
        "oai-petstore-30/petstore.yaml", "oai-link-30/link-example.json", "oai-webhook-31/webhook-example.yaml",
        "swagger-petstore-30/openapi.yaml", "redocly-museum-31/openapi.yaml", "redocly-sse-32/sse.yaml",
        "readme-discriminators-30/discriminators.yaml", "apple-petstore-31/petstore.yaml",
        "apple-content-types-31/openapi.yaml", "kiota-multi-security-30/ModelWithMultipleSecurityAndVariables.yaml",
        "k8s-apps-v1-30/v1.json", "discord-31/openapi.json", "workos-31/open-api-spec.yaml", "stripe-30/spec3.yaml",
        "scalar-galaxy-32/3.2.yaml",
    ]

    @Test(arguments: clean) func document(_ path: String) throws {
        let document = try read(path)
        #expect(document.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
        let api = Lowering.lower(try #require(document.value))
        #expect(api.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
        #expect(api.value.dumpLines.first?.hasPrefix("api ") == true)
    }
}
