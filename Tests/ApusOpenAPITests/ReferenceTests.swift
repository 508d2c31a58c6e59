import ApusDiagnostics
import ApusOpenAPI
import Testing

/// `$ref`: where it leads, and where it must not.
@Suite struct ReferenceTests {
    /// The text of a reference in the property `p` of schema `A`, and the code of what is said; `nil` for nothing.
    static let texts: [(String, String?)] = [
        ("#/components/schemas/B", nil),
        ("#/components/schemas/C~1D", nil),
        ("#/components/schemas/C%7E1D", nil),
        ("#/components/schemas/B/properties/q", nil),
        ("#/x-types/0", nil),
        ("#here", nil),
        ("#/components/schemas/C/D", "dangling-reference"),
        // RFC 6901, section 6: percent-encoding is undone before the pointer is read.
        ("#/components/schemas/C%2FD", "dangling-reference"),
        ("#/components/schemas/", "dangling-reference"),
        ("#/x-types/1", "dangling-reference"),
        ("#/x-types/-1", "dangling-reference"),
        ("#/x-types/00", "dangling-reference"),
        ("#/x-types/1000000000", "dangling-reference"),
        ("#nowhere", "dangling-reference"),

        ("", "malformed-reference"),
        ("#/a~2b", "malformed-reference"),
        ("#/a%2", "malformed-reference"),
        ("#/components/parameters/B", "dangling-reference"),
        ("http://169.254.169.254/x", "remote-reference"),
        ("//host/x#/A", "remote-reference"),
        ("file:///etc/passwd", "remote-reference"),
        ("../../secret.yaml#/", "unreadable-reference"),
    ]

    @Test(arguments: texts) func text(_ text: String, _ code: String?) {
        let result = Reading.document(
            """
            paths: {}
            x-types: [{type: string}]
            components:
              schemas:
                A: {properties: {p: {$ref: "\(text)"}}}
                B: {properties: {q: {type: string, $anchor: here}}}
                C/D: {type: string}
            """)
        #expect(result.diagnostics.map(\.code) == (code.map { [$0] } ?? []))
    }

    @Test func circlesAreReportedOnce() {
        let result = Reading.document(
            """
            paths: {}
            components:
              schemas:
                A: {$ref: '#/components/schemas/B'}
                B: {$ref: '#/components/schemas/A'}
                C: {$ref: '#/components/schemas/C'}
                D: {$ref: '#/components/schemas/A'}
                E: {properties: {e: {$ref: '#/components/schemas/E'}}}
              responses:
                R: {$ref: '#/components/responses/R'}
            """)
        #expect(result.diagnostics.map(\.code) == ["reference-cycle", "reference-cycle", "reference-cycle"])
        #expect(result.value?.references != nil)
    }

    @Test func longChainsAreFollowed() {
        var text = "paths: {}\ncomponents:\n  schemas:\n"
        for index in 0..<20_000 { text += "    S\(index): {$ref: '#/components/schemas/S\(index + 1)'}\n" }
        text += "    S20000: {type: string}\n"
        #expect(Reading.document(text).diagnostics.isEmpty)
    }

    @Test func mappingOfADiscriminatorMustLeadSomewhere() {
        let result = Reading.document(
            """
            paths: {}
            components:
              schemas:
                A: {oneOf: [{$ref: '#/components/schemas/B'}], discriminator: {propertyName: t, mapping: {b: B, c: Cat}}}
                B: {type: object}
            """)
        #expect(
            result.diagnostics.map(Reading.short)
                == ["warning dangling-reference 5:104 /components/schemas/A/discriminator/mapping/c"])
    }

    /// A call must not send the braces: a variable whose parameter is lost is not taken for declared.
    @Test func aLostPathParameterIsNotDeclared() {
        let result = Reading.document(
            """
            paths: {'/a/{id}': {get: {parameters: [{$ref: '#/components/parameters/I'}], responses: {'200': {description: x}}}}}
            """)
        #expect(result.diagnostics.map(\.code) == ["undeclared-path-parameter", "dangling-reference"])
    }

    @Test func componentBehindAReference() {
        let result = Reading.document(
            """
            paths: {/a: {$ref: '#/components/pathItems/P'}}
            components:
              pathItems: {P: {get: {responses: {'200': {$ref: '#/components/responses/R'}}}}}
              responses: {R: {$ref: '#/components/responses/S'}, S: {description: found}}
            """)
        #expect(result.diagnostics.isEmpty)
        let document = result.value
        let item = document?.paths["/a"].flatMap { document?.references.resolve($0) }
        let response = item?.operations.first?.operation.responses["200"].flatMap { document?.references.resolve($0) }
        #expect(response?.description == "found")
    }
}
