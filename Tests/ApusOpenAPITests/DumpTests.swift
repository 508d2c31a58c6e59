import ApusDiagnostics
import ApusOpenAPI
import Testing

@Suite struct DumpTests {
    @Test func dumpShowsWhatWasRead() throws {
        let document = try #require(
            Reading.document(
                """
                paths:
                  /a:
                    get:
                      operationId: list
                      parameters: [{name: q, in: query, schema: {type: [string, 'null']}}]
                      responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}
                components: {schemas: {A: {type: object, required: [b], properties: {b: {enum: [x, y]}}}}}
                """
            ).value)
        #expect(
            OpenAPIDump.dump(document) == """
                openapi 3.1.0
                info T 1
                path /a
                  operation GET list
                    parameter query q
                      schema string nullable
                    response 200
                      content application/json
                        schema -> #/components/schemas/A
                schema A object
                  b! enum 2

                """)
    }
}
