import ApusDiagnostics
import ApusOpenAPI
import ApusYAML
import Testing

/// The mistakes that people make most, each with everything that is said about it.
@Suite struct BadInputTests {
    @Test func wrongIndentIsTheReadersFinding() {
        let result = Reading.read("openapi: 3.1.0\ninfo:\n  title: T\n version: '1'\n")
        #expect(result.value == nil)
        #expect(result.diagnostics.first?.severity == .error)
        #expect(result.diagnostics.first?.location?.start.line == 4)
    }

    @Test func unknownKeyNearAKnownOne() {
        let result = Reading.document("paths:\n  /a:\n    get:\n      sumary: S\n      responses: {'200': {}}\n")
        expect(
            result, "warning", "unknown-key", "`sumary` is not a key of an Operation Object and is ignored", "5:7",
            "/paths/~1a/get/sumary", hint: "Did you mean `summary`?")
    }

    @Test func danglingReference() {
        let result = Reading.document(
            """
            paths: {}
            components:
              schemas:
                User: {type: object}
                Group: {properties: {owner: {$ref: '#/components/schemas/Usr'}}}
            """)
        expect(
            result, "warning", "dangling-reference",
            "`#/components/schemas/Usr` names nothing; any value is taken there", "6:40",
            "/components/schemas/Group/properties/owner/$ref", hint: "Did you mean `#/components/schemas/User`?")
    }

    @Test func duplicateOperationID() {
        let result = Reading.document(
            """
            paths:
              /a:
                get: {operationId: list, responses: {'200': {}}}
                put: {operationId: list, responses: {'200': {}}}
            """)
        expect(
            result, "warning", "duplicate-operation-id",
            "the operationId `list` is taken; the operation is named after its method and path", "5:24",
            "/paths/~1a/put/operationId", hint: "Each operation needs an ID of its own.", note: "first used here 4:24")
    }

    @Test func missingResponses() {
        let result = Reading.document("paths:\n  /a:\n    get:\n      responses: {}\n")
        expect(
            result, "warning", "missing-responses", "`GET /a` has no response; any success is taken, without its body",
            "5:7", "/paths/~1a/get",
            hint: "Say at least what a success returns, such as `responses: {'200': {description: OK}}`.")
    }

    @Test func wrongType() {
        let result = Reading.document("paths:\n  /a:\n    get:\n      tags: 5\n      responses: {'200': {}}\n")
        expect(
            result, "warning", "lone-item",
            "`tags` must be a sequence of strings, not an integer; it is read as its only item", "5:13",
            "/paths/~1a/get/tags", hint: nil)
    }

    /// A key that was meant is looked for among the first 5,000: a document that holds nothing else is answered at once.
    @Test(arguments: [(4_999, "Is `opnapi` meant to be it?"), (5_000, "Write `openapi: 3.1.0` at the top.")])
    func aMissingVersionAmongManyKeys(before: Int, hint: String) {
        let others = (0..<before).map { "k\($0): 1\n" }.joined()
        let result = Reading.read(others + "opnapi: 3.1.0\n")
        #expect(result.value == nil)
        #expect(result.diagnostics.map(\.code) == ["missing-version"])
        #expect(result.diagnostics.first?.hint == hint)
    }

    private func expect(
        _ result: Checked<OpenAPIDocument?>, _ severity: String, _ code: String, _ message: String, _ position: String,
        _ pointer: String, hint: String?, note: String? = nil, at location: SourceLocation = #_sourceLocation
    ) {
        #expect(result.diagnostics.count == 1, sourceLocation: location)
        guard let found = result.diagnostics.first else { return }
        #expect(Reading.short(found) == "\(severity) \(code) \(position) \(pointer)", sourceLocation: location)
        #expect(found.message == message, sourceLocation: location)
        #expect(found.hint == hint, sourceLocation: location)
        let notes = found.notes.map { note in
            "\(note.message) \(note.location.map { "\($0.start.line):\($0.start.column)" } ?? "-")"
        }
        #expect(notes == (note.map { [$0] } ?? []), sourceLocation: location)
    }
}
