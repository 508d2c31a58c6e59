import ApusIR
import Testing

@testable import ApusLowering

/// What extensions say: the text of an operation, a schema or a path in, lines of the dump and findings out.
@Suite("Extensions")
struct ExtensionTests {
    struct Row: Sendable {
        /// Keys of the path item.
        var item = ""
        /// Keys of the operation.
        var operation = ""
        var responses = "'200': {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}"
        var schema = "type: string"
        /// Parts of lines that must be there, and others that must not.
        var has: [String] = []
        var lacks: [String] = []
        var codes: [String] = []
    }

    static let events = "'200': {content: {text/event-stream: {schema: {type: integer}, "
    static let both = "'200': {content: {application/json: {schema: {}}, text/event-stream: {schema: {}}}}"
    static let body = "requestBody: {content: {application/json: {schema: {properties: {live: {type: boolean}}}}}}"

    static let rows: [Row] = [
        Row(operation: "x-internal: true", lacks: ["operation"]),
        Row(item: "x-internal: true", lacks: ["operation"]),
        Row(item: "x-internal: true", operation: "x-apus-ignore: false", has: ["operation \"a\""]),
        Row(operation: "x-internal: false", has: ["operation \"a\""]),
        Row(operation: "x-hidden: true", has: ["operation \"a\""]),
        Row(operation: "x-hidden: 'yes'", has: ["operation \"a\""], codes: ["bad-extension"]),
        Row(operation: "x-speakeasy-ignore: [true]", has: ["operation \"a\""], codes: ["bad-extension"]),
        Row(operation: "x-speakeasy-name-override: list", has: ["operation \"a\" GET \"/a\" in \"\" as \"list\""]),
        Row(operation: "x-speakeasy-name-override: 7", has: ["in \"\""], codes: ["bad-extension"]),
        Row(operation: "x-speakeasy-group: pets.cats", has: ["in \"pets.cats\""]),
        Row(
            operation: "parameters: [{name: q, in: query, x-speakeasy-name-override: query, schema: {}}]",
            has: ["parameter \"q\" query any form explode as \"query\""]),
        Row(
            schema:
                "x-speakeasy-name-override: Animal, properties: {n: {type: string, x-speakeasy-name-override: name}}",
            has: ["named \"Animal\"", "field \"n\" string as \"name\""]),
        Row(
            operation:
                "deprecated: true, x-speakeasy-deprecation-message: 'Old.', x-speakeasy-deprecation-replacement: b",
            has: ["deprecated: \"Old. Use `b` instead.\""]),
        Row(
            operation: "x-speakeasy-retries: {strategy: attempt-count-backoff, maxRetries: 2, statusCodes: [503]}",
            has: ["  retries attempts 3 statuses 503"]),
        Row(operation: "x-speakeasy-retries: {strategy: none}", has: ["  retries attempts 1"]),
        Row(
            operation: "x-apus-retries: {maxAttempts: 2}, x-speakeasy-retries: {strategy: none}",
            has: ["  retries attempts 2"]),
        Row(
            operation: "x-apus-retries: {strategy: none}, x-speakeasy-retries: {maxRetries: 4, statusCodes: [500]}",
            has: ["  retries attempts 1"], lacks: ["statuses"]),
        Row(operation: "x-speakeasy-retries: {strategy: shell}", lacks: ["retries"], codes: ["bad-extension"]),
        Row(
            operation: "x-apus-name: send, x-apus-stream-name: stream", responses: both,
            has: ["as \"send\"", "as \"stream\""]),
        Row(responses: events + "x-speakeasy-sse-sentinel: '[DONE]'}}}", has: ["until \"[DONE]\""]),
        Row(
            responses: events + "x-speakeasy-sse-sentinel: [END]}}}", has: ["until \"[END]\""], codes: ["bad-extension"]
        ),
        Row(responses: events + "x-speakeasy-sse-sentinel: 7}}}", lacks: ["until"], codes: ["bad-extension"]),
        Row(
            operation: body + ", x-speakeasy-stream-request-field: live", responses: both,
            has: ["sets \"live\" false", "sets \"live\" true"]),
        Row(schema: "type: string, enum: [a], x-speakeasy-unknown-values: disallow", has: ["closed"]),
        Row(schema: "type: string, enum: [a], x-speakeasy-unknown-values: allow", lacks: ["closed"]),
        Row(
            schema: "type: string, enum: [a], x-speakeasy-unknown-values: maybe", lacks: ["closed"],
            codes: ["bad-extension"]),
        Row(
            operation: "servers: [{url: 'https://a.example', x-speakeasy-server-id: main}]",
            has: ["server \"https://a.example\" as \"main\""]),
    ]

    /// JSONPaths in, steps out.
    @Test(arguments: [
        ("$", "$"), ("$.a.b", "$[\"a\"][\"b\"]"), ("$['a b'][0]", "$[\"a b\"][0]"), ("$[\"a\"][-1]", "$[\"a\"][-1]"),
        ("$.data[-1:].id", "$[\"data\"][-1][\"id\"]"), ("$.a[(@.length-1)]", "$[\"a\"][-1]"),
        ("$.a[( @.length - 1 )]", "$[\"a\"][-1]"), ("$.length", "$.length"), ("$.length.a", "$[\"length\"][\"a\"]"),
        ("$.a-b_c", "$[\"a-b_c\"]"), ("a.b", "nil"), ("$..a", "nil"), ("$.a[*]", "nil"), ("$.*", "nil"),
        ("$.a[?@.b]", "nil"), ("$['a", "nil"), ("$.a[", "nil"), ("$a", "nil"), ("", "nil"), ("$.", "nil"),
    ])
    func pagePaths(text: String, want: String) { #expect(PagePath.steps(text)?.path ?? "nil" == want) }

    @Test(arguments: rows.indices)
    func row(index: Int) {
        let row = Self.rows[index]
        let item = row.item.isEmpty ? "" : row.item + ", "
        let operation = row.operation.isEmpty ? "" : ", " + row.operation
        let got = Lowered.lines(
            """
            paths: {/a: {\(item)get: {operationId: a\(operation), responses: {\(row.responses)}}}}
            components: {schemas: {A: {\(row.schema)}}}
            """)
        for part in row.has { #expect(got.lines.contains { $0.contains(part) }, "\(part) in \(got.lines)") }
        for part in row.lacks { #expect(!got.lines.contains { $0.contains(part) }, "\(part) in \(got.lines)") }
        #expect(got.codes == row.codes)
    }
}
