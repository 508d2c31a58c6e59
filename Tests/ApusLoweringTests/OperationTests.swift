import ApusDiagnostics
import ApusIR
import ApusLowering
import Testing

/// What path items become: a document's text from `paths` on, lines of the dump out.
@Suite struct OperationTests {
    @Test func pathItemAndOperationParametersMerge() {
        let got = Lowered.lines(
            """
            paths:
              /a/{id}:
                parameters:
                  - {name: id, in: path, required: true, schema: {type: string}}
                  - {name: X-Tag, in: header, schema: {type: string}}
                get:
                  parameters:
                    - {name: id, in: path, required: true, schema: {type: integer}}
                    - {name: q, in: query, style: pipeDelimited, schema: {type: array, items: {type: string}}}
                    - {name: accept, in: header, schema: {type: string}}
                  responses: {'204': {description: Done}}
            """)
        #expect(
            got.lines == [
                "group \"\"",
                "operation \"GET /a/{id}\" GET \"/a/{id}\" in \"\"",
                "  parameter \"id\" path integer required simple",
                "  parameter \"X-Tag\" header string simple",
                "  parameter \"q\" query [string] pipeDelimited",
                "  success 204",
                "    description \"Done\"",
            ])
        #expect(got.codes == ["ignored-header"])
    }

    @Test func globalsAreMarkedWhereTheyAreListed() {
        let got = Lowered.lines(
            """
            x-speakeasy-globals:
              parameters:
                - $ref: '#/components/parameters/App'
                - {name: unused, in: query, schema: {type: string}}
            paths:
              /a: {parameters: [{$ref: '#/components/parameters/App'}], get: {operationId: a, responses: {'200': {}}}}
              /b: {get: {operationId: b, parameters: [{name: x-app, in: header, schema: {type: string}}], responses: {'200': {}}}}
              /c: {get: {operationId: c, responses: {'200': {}}}}
            components:
              parameters:
                App: {name: X-App, in: header, x-speakeasy-name-override: appName, schema: {type: string}}
            """)
        #expect(
            got.lines == [
                "global \"X-App\" header string simple global as \"appName\"",
                "group \"\"",
                "operation \"a\" GET \"/a\" in \"\"",
                "  parameter \"X-App\" header string simple global as \"appName\"",
                "  success 200",
                "operation \"b\" GET \"/b\" in \"\"",
                "  parameter \"x-app\" header string simple global",
                "  success 200",
                "operation \"c\" GET \"/c\" in \"\"",
                "  success 200",
            ])
        #expect(got.codes == ["unused-global"])
    }

    /// One in the path is the client's, too; it goes nowhere else.
    @Test func globalsOfThePath() {
        let got = Lowered.lines(
            """
            x-apus-globals: {everywhere: true, parameters: [{name: team, in: path, required: true, schema: {type: string}}]}
            paths:
              /{team}: {parameters: [{name: team, in: path, required: true, schema: {type: string}}], get: {operationId: a, responses: {'200': {}}}}
              /b: {get: {operationId: b, responses: {'200': {}}}}
            """)
        #expect(
            got.lines == [
                "global \"team\" path string required simple global", "group \"\"",
                "operation \"a\" GET \"/{team}\" in \"\"", "  parameter \"team\" path string required simple global",
                "  success 200", "operation \"b\" GET \"/b\" in \"\"", "  success 200",
            ])
        #expect(got.codes == [])
    }

    @Test func theErrorTableIsShared() {
        let got = Lowered.lines(
            """
            paths:
              /a: {get: {operationId: a, responses: {'200': {}, '404': {$ref: '#/components/responses/E'}, 4XX: {description: Any, content: {'*/*': {}}}}}}
              /b: {get: {operationId: b, responses: {'200': {}, '404': {$ref: '#/components/responses/E'}, default: {description: Rest}}}}
            components:
              responses: {E: {description: Gone, content: {application/json: {schema: {$ref: '#/components/schemas/E'}}}}}
              schemas: {E: {type: object, properties: {m: {type: string}}}}
            """)
        #expect(
            got.lines.filter { $0.contains("error ") || $0.contains("fails") } == [
                "error \"404 schemas/E\" 404 json \"application/json\" schemas/E",
                "error \"4XX\" 4XX",
                "error \"default\" default",
                "  fails \"404 schemas/E\"",
                "  fails \"4XX\"",
                "  fails \"404 schemas/E\"",
                "  fails \"default\"",
            ])
        #expect(got.codes.isEmpty)
    }

    @Test func bodiesAndSuccesses() {
        let got = Lowered.lines(
            """
            paths:
              /a:
                post:
                  operationId: a
                  requestBody: {required: true, content: {text/csv: {}, application/json: {schema: {properties: {x: {type: string}}}}}}
                  responses:
                    '200': {content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/R'}}}}}
                    '201': {content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/R'}}}}}
                    '202': {content: {text/plain: {}}}
                put:
                  operationId: b
                  requestBody: {content: {multipart/form-data: {schema: {type: object}}}}
                  responses: {default: {content: {audio/*: {}}}}
            components: {schemas: {R: {properties: {r: {type: string}}}, Unused: {properties: {u: {type: string}}}}}
            """)
        #expect(
            got.lines == [
                "record schemas/R named \"R\"",
                "  field \"r\" string",
                "record operations/a/|json body of \"a\" variant \"json body\"",
                "  field \"x\" string",
                "group \"\"",
                "operation \"a\" POST \"/a\" in \"\"",
                "  body text \"text/csv\" string",
                "  body json \"application/json\" operations/a/|json body",
                "  success 200 201 202",
                "    returns 200 json \"application/json\" [schemas/R]",
                "    returns 201 json \"application/json\" [schemas/R]",
                "    returns 202 text \"text/plain\" string",
                "operation \"b\" PUT \"/a\" in \"\"",
                "  body parts \"multipart/form-data\" binary optional",
                "  success default binary \"audio/*\" binary",
            ])
        #expect(got.codes == [])
    }

    static let successes: [(responses: String, lines: [String], codes: [String])] = [
        (
            "'200': {content: {application/json: {schema: {type: string}}}}, '204': {}",
            ["  success 200 204 json \"application/json\" string optional"], []
        ),
        (
            "'200': {content: {application/json: {schema: {properties: {x: {type: string}}}}}}, "
                + "'201': {content: {application/json: {schema: {properties: {x: {type: string}}}}}}",
            ["  success 200 201 json \"application/json\" operations/a/response"], []
        ),
        (
            "2XX: {content: {application/json: {schema: {type: integer}}}}, '204': {}, "
                + "'201': {content: {application/json: {schema: {type: string}}}}",
            [
                "  success 2XX 204 201", "    returns 204", "    returns 201 json \"application/json\" string",
                "    returns 2XX json \"application/json\" integer",
            ], []
        ),
        (
            "'200': {content: {application/json: {schema: {type: string}}}}, '206': {content: {image/png: {}}}",
            [
                "  success 200 206", "    returns 200 json \"application/json\" string",
                "    returns 206 binary \"image/png\" binary",
            ], []
        ),
    ]

    @Test(arguments: successes.indices)
    func severalSuccesses(index: Int) {
        let row = Self.successes[index]
        let got = Lowered.lines("paths: {/a: {get: {operationId: a, responses: {\(row.responses)}}}}")
        #expect(got.lines.filter { $0.contains("success") || $0.contains("returns") } == row.lines)
        #expect(got.codes == row.codes)
    }

    @Test func methodsOfOurOwn() {
        let got = Lowered.lines(
            """
            paths:
              /a:
                get: {responses: {'200': {}}}
                additionalOperations:
                  GET: {responses: {'200': {}}}
                  B AD: {responses: {'200': {}}}
                  copy: {responses: {'200': {}}}
            """, version: "3.2.0")
        #expect(
            got.lines.filter { $0.contains("operation") } == [
                "operation \"GET /a\" GET \"/a\" in \"\"", "operation \"copy /a\" copy \"/a\" in \"\"",
            ])
        #expect(got.codes == ["bad-method", "bad-method"])
    }

    /// Globals go out with operations that list them, or with all.
    @Test(arguments: [false, true]) func globalsEverywhere(everywhere: Bool) {
        let got = Lowered.lines(
            """
            x-apus-globals: {everywhere: \(everywhere), parameters: [{name: X-A, in: header, schema: {type: string}}]}
            paths:
              /a: {get: {operationId: a, parameters: [{name: x-a, in: header, schema: {type: string}}], responses: {'200': {}}}}
              /b: {get: {operationId: b, responses: {'200': {}}}}
            """)
        #expect(
            got.lines.filter { $0.contains("header") } == [
                "global \"X-A\" header string simple global", "  parameter \"x-a\" header string simple global",
            ] + (everywhere ? ["  parameter \"X-A\" header string simple global without argument"] : []))
    }

    /// Tags may have another name in code, and share one.
    @Test func namesOfTags() {
        let got = Lowered.lines(
            """
            tags: [{name: STT, x-apus-name: audio, description: Hear}, {name: TTS, x-apus-name: audio}, {name: B}]
            paths:
              /a: {get: {operationId: a, tags: [TTS], responses: {'200': {}}}}
              /b: {get: {operationId: b, tags: [STT], responses: {'200': {}}}}
              /c: {get: {operationId: c, tags: [B], responses: {'200': {}}}}
            """)
        #expect(
            got.lines.filter { !$0.contains("success") } == [
                "group \"audio\"",
                "  description \"Hear\"",
                "group \"B\"",
                "operation \"a\" GET \"/a\" in \"audio\"",
                "operation \"b\" GET \"/b\" in \"audio\"",
                "operation \"c\" GET \"/c\" in \"B\"",
            ])
    }

    @Test func groupsNamesAndWhatIsIgnored() {
        let got = Lowered.lines(
            """
            tags: [{name: B, description: Second}, {name: A}, {name: Unused}]
            paths:
              /a: {get: {operationId: a, tags: [A, B], x-speakeasy-name-override: fetch, x-apus-name: load, responses: {'200': {}}}}
              /b: {get: {operationId: b, tags: [C], deprecated: true, responses: {'200': {}}}}
              /c: {get: {operationId: c, tags: [A], x-speakeasy-group: B, responses: {'200': {}}}}
              /d: {get: {operationId: d, x-speakeasy-ignore: true, responses: {'200': {}}}}
            """)
        #expect(
            got.lines.filter { !$0.contains("success") } == [
                "group \"B\"",
                "  description \"Second\"",
                "group \"A\"",
                "group \"C\"",
                "operation \"a\" GET \"/a\" in \"A\" as \"load\"",
                "operation \"b\" GET \"/b\" in \"C\" deprecated",
                "operation \"c\" GET \"/c\" in \"B\"",
            ])
        #expect(got.codes.isEmpty)
    }

    static let tokenSchemes: [(scheme: String, lines: [String])] = [
        ("{type: oauth2, flows: {}}", ["  security \"token\" oauth2"]),
        (
            "{type: oauth2, flows: {clientCredentials: {tokenUrl: /t, scopes: {read: Look, write: null}}}}",
            ["  security \"token\" oauth2", "    flow clientCredentials token \"/t\" scopes \"read\" \"write\""]
        ),
        (
            "{type: openIdConnect, openIdConnectUrl: 'https://a.example'}",
            ["  security \"token\" openIDConnect \"https://a.example\""]
        ),
        ("{type: http, scheme: Own}", ["  security \"token\" http \"Own\""]),
        ("{type: mutualTLS}", ["  security \"token\" mutualTLS"]),
    ]

    @Test(arguments: tokenSchemes.indices)
    func schemes(index: Int) {
        let row = Self.tokenSchemes[index]
        let got = Lowered.lines(
            """
            security: [{token: [read]}, {token: [read, write]}]
            paths: {/a: {get: {operationId: a, responses: {'200': {}}}}}
            components: {securitySchemes: {token: \(row.scheme)}}
            """)
        for line in row.lines + ["  needs \"token\"", "  scopes \"token\" \"read\" \"write\""] {
            #expect(got.lines.contains(line), "\(line) in \(got.lines)")
        }
        #expect(got.codes.isEmpty)
    }

    @Test func securityServersAndRetries() {
        let got = Lowered.lines(
            """
            servers: [{url: 'https://{h}/v1/', variables: {h: {default: a.example}}}, {url: 'http://b.example'}, {url: 'http://localhost:8080'}, {url: /v1}]
            security: [{key: []}]
            x-speakeasy-retries: {strategy: backoff, backoff: {initialInterval: 500, maxInterval: 60000, maxElapsedTime: 3600000}, statusCodes: [5XX, '429'], retryConnectionErrors: true}
            x-retry-strategy: {maxAttempts: 3, initialDelay: 1}
            paths:
              /a: {get: {operationId: a, responses: {'200': {}}}}
              /b: {get: {operationId: b, security: [], responses: {'200': {}}}}
              /c: {get: {operationId: c, security: [{bearer: []}, {}], responses: {'200': {}}}}
              /d: {get: {operationId: d, security: [{digest: [], header: []}], responses: {'200': {}}}}
            components:
              securitySchemes:
                key: {type: http, scheme: bearer}
                bearer: {type: http, scheme: Bearer}
                header: {type: apiKey, in: header, name: X-Key}
                digest: {type: http, scheme: digest}
                unused: {type: http, scheme: basic}
            """)
        #expect(
            got.lines.filter { !$0.contains("success") && !$0.contains("group") } == [
                "  server \"https://{h}/v1\"",
                "    variable \"h\" default \"a.example\"",
                "  server \"http://localhost:8080\"",
                "  security \"key\" bearer",
                "  security \"header\" key in header \"X-Key\"",
                "  security \"digest\" unsupported \"http digest\"",
                "  retries attempts 3 initial 500 ms maximum 60000 ms elapsed 3600000 ms statuses 5XX 429 "
                    + "connection-errors true",
                "operation \"a\" GET \"/a\" in \"\"",
                "  needs \"key\"",
                "operation \"b\" GET \"/b\" in \"\"",
                "operation \"c\" GET \"/c\" in \"\"",
                "  needs \"key\"",
                "  needs nothing",
                "operation \"d\" GET \"/d\" in \"\"",
                "  needs \"digest\" and \"header\"",
            ])
        #expect(got.codes.sorted() == ["insecure-server", "relative-server", "unsupported-security"])
    }

    @Test func examplesOfResponses() {
        let got = Lowered.lines(
            """
            paths:
              /a:
                get:
                  operationId: a
                  responses:
                    '200': {content: {application/json: {example: {a: [1, 0x10, 1.50, .5, +7, null, true, 'é']}}}}
                    '404': {content: {application/json: {examples: {one: {value: 1}, two: {$ref: '#/components/examples/E'}}}}}
                    5XX: {content: {application/json: {schema: {$ref: '#/components/schemas/S'}}}}
            components:
              examples: {E: {value: two}}
              schemas: {S: {type: string, example: fallback}}
            """)
        #expect(
            got.lines.filter { $0.contains("example") } == [
                "  example \"default\" 200 \"application/json\" {\"a\": [1, 16, 1.50, 0.5, 7, null, true, \"\\u{E9}\"]}",
                "  example \"one\" 404 \"application/json\" 1",
                "  example \"two\" 404 \"application/json\" \"two\"",
                "  example \"default\" 500 \"application/json\" \"fallback\"",
            ])
    }

    @Test func whatIsLeftOutIsTold() {
        let got = Lowered.lines(
            """
            paths:
              /a:
                get:
                  operationId: a
                  parameters:
                    - {name: d, in: query, content: {application/xml: {schema: {type: object}}}}
                  responses: {'200': {content: {text/event-stream: {}}}}
            """)
        #expect(
            got.codes.sorted() == [
                "parameter-content"
            ])
        #expect(got.lines.contains("  success 200 stream \"text/event-stream\" any as event of text"))
    }
}
