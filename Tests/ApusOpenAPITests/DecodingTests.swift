import ApusDiagnostics
import ApusOpenAPI
import ApusYAML
import Testing

/// What each object accepts, tolerates and refuses. Parts stand behind the line `openapi: 3.1.0`.
@Suite struct DecodingTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let part: String
        let want: [String]
        var testDescription: String { part }

        init(_ part: String, _ want: String...) {
            self.part = part
            self.want = want
        }
    }

    private static let schema = "components: {schemas: {A: "

    static let rows: [Row] = [
        // Versions.
        Row("info: {title: T, version: '1'}\nopenapi: 3.0.4"),
        Row("info: {title: T, version: '1'}\nopenapi: 3.2.0"),
        Row("info: {title: T, version: '1'}\nopenapi: 4.0.0", "error unsupported-version 2:10 /openapi"),
        Row("info: {title: T, version: '1'}\nopenapi: 3.10.0", "warning near-version 2:10 /openapi"),
        Row("info: {title: T, version: '1'}\nopenapi: [3]", "error wrong-type 2:10 /openapi"),
        // Strings, booleans and what is nearly one.
        Row("info: {title: T, version: 1.0}", "warning unquoted-string 2:27 /info/version"),
        Row("info: {title: [T], version: '1'}", "warning wrong-type 2:15 /info/title"),
        Row("info: {title: T, version: '1', description: }", "warning empty-value 2:45 /info/description"),
        Row("info: {title: T}", "warning missing-key 2:7 /info"),
        Row(
            "paths: {/a: {get: {deprecated: 'true', responses: {'200': {}}}}}",
            "warning quoted-boolean 2:32 /paths/~1a/get/deprecated"),
        Row(
            "paths: {/a: {get: {deprecated: 1, responses: {'200': {}}}}}",
            "warning wrong-type 2:32 /paths/~1a/get/deprecated"),
        // Keys that nobody knows.
        Row("x-mine: {any: thing}\npaths: {}"),
        Row("vendor: 1\npaths: {}", "warning unknown-key 2:1 /vendor"),
        Row("path: {}", "warning unknown-key 2:1 /path"),
        Row(schema + "{nulable: true}}}", "warning unknown-key 2:28 /components/schemas/A/nulable"),
        Row(schema + "{colour: red}}}", "warning unknown-key 2:28 /components/schemas/A/colour"),
        // Types of schemas.
        Row(schema + "{type: [string, 'null']}}}"),
        Row(schema + "{type: [string, null]}}}"),
        Row(schema + "{type: strng}}}", "warning unknown-type 2:34 /components/schemas/A/type"),
        Row(schema + "true}}"),
        Row(schema + "[]}}", "warning wrong-type 2:27 /components/schemas/A"),
        Row(
            schema + "{type: string, nullable: true}}}", "warning nullable-keyword 2:52 /components/schemas/A/nullable"),
        // Limits that make no sense shape nothing.
        Row(
            schema + "{exclusiveMinimum: true}}}",
            "warning boolean-limit 2:46 /components/schemas/A/exclusiveMinimum"),
        Row(
            schema + "{maximum: 9223372036854776000}}}", "warning limit-overflow 2:37 /components/schemas/A/maximum"),
        Row(schema + "{minimum: -9223372036854775808, maximum: 9223372036854775807}}}"),
        Row(schema + "{maximum: 1e400}}}", "warning bad-limit 2:37 /components/schemas/A/maximum"),
        Row(schema + "{minLength: -1}}}", "warning bad-limit 2:39 /components/schemas/A/minLength"),
        Row(schema + "{multipleOf: 0}}}", "warning bad-limit 2:40 /components/schemas/A/multipleOf"),
        Row(schema + "{minimum: low}}}", "warning wrong-type 2:37 /components/schemas/A/minimum"),
        Row(schema + "{required: true}}}", "warning boolean-required 2:38 /components/schemas/A/required"),
        Row(schema + "{enum: []}}}", "warning empty-enum 2:34 /components/schemas/A/enum"),
        Row(schema + "{allOf: []}}}", "warning empty-composition 2:35 /components/schemas/A/allOf"),
        Row(schema + "{examples: {x: {value: 1}}}}}", "warning schema-examples 2:38 /components/schemas/A/examples"),
        Row(
            schema + "{discriminator: kind}}}",
            "warning discriminator-string 2:43 /components/schemas/A/discriminator"),
        Row(schema + "{discriminator: {}}}}", "warning missing-key 2:43 /components/schemas/A/discriminator"),
        // Enumerated keys.
        Row(
            "components: {parameters: {P: {name: p, in: qury, schema: {}}}}",
            "warning unknown-value 2:44 /components/parameters/P/in"),
        Row(
            "components: {securitySchemes: {S: {type: http}}}",
            "warning missing-key 2:35 /components/securitySchemes/S"),
        // References and what stands beside them.
        Row(
            "components: {responses: {R: {$ref: '#/components/responses/S', content: {}}, S: {}}}",
            "warning ignored-sibling 2:64 /components/responses/R/content"),
        Row(
            "paths: {/a: {parameters: , get: {responses: {'200': {}}}}}",
            "warning empty-value 2:26 /paths/~1a/parameters"),
    ]

    @Test(arguments: rows) func row(_ row: Row) {
        #expect(Reading.document(row.part).diagnostics.map(Reading.short) == row.want)
    }

    @Test func missingVersion() {
        let result = Reading.read("swagger: '1.2'\n")
        #expect(result.value == nil)
        #expect(result.diagnostics.map(\.message) == ["Swagger `1.2` is not read"])
        #expect(Reading.read("info: {}\n").diagnostics.map(Reading.short) == ["error missing-version 1:1 "])
        #expect(Reading.read("[]\n").diagnostics.map(Reading.short) == ["error not-openapi 1:1 "])
    }

    @Test func booleanLimitsAndNullableAreAtHomeIn30() {
        let schema = "{type: integer, nullable: true, minimum: 1, exclusiveMinimum: true}"
        let result = Reading.document("openapi: 3.0.3\npaths: {}\ncomponents: {schemas: {A: \(schema)}}\n")
        #expect(result.diagnostics.isEmpty)
        let keywords = result.value?.components.schemas["A"]?.keywords
        #expect(keywords?.isNullable == true)
        #expect(keywords?.limits.map(\.keyword) == ["minimum", "exclusiveMinimum"])
    }

    @Test func nothingIsLost() {
        let result = Reading.document(
            "paths: {}\nx-root: 1\ncomponents: {schemas: {A: {not: {type: string}, xml: {name: a}, x-a: [1]}}}\n")
        #expect(result.diagnostics.isEmpty)
        #expect(result.value?.extensions["x-root"]?.scalar?.text == "1")
        let keywords = result.value?.components.schemas["A"]?.keywords
        #expect(keywords?.others.map(\.keyword) == ["not"])
        #expect(keywords?.annotations["xml"] != nil)
        #expect(keywords?.extensions["x-a"]?.sequence?.count == 1)
    }
}
