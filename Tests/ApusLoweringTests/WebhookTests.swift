import ApusDiagnostics
import ApusIR
import ApusLowering
import Testing

/// What the API sends: which webhooks a document has, what they are called and what they bring.
@Suite struct WebhookTests {
    private static let document = """
        paths:
          /a:
            post:
              operationId: subscribe
              tags: [a]
              callbacks:
                event: {'{$url}': {post: {requestBody: {content: {application/json: {schema: {type: string}}}}}}}
                shared: {$ref: '#/components/callbacks/Ping'}
              responses: {'204': {description: OK}}
            put:
              operationId: renew
              tags: [b]
              callbacks:
                ping: {$ref: '#/components/callbacks/Ping'}
                off: {x-apus-ignore: true, '{$url}': {post: {}}}
              responses: {'204': {description: OK}}
        webhooks:
          pet:
            post: {tags: [b], operationId: petHook, requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}
            put: {x-apus-name: changed}
          hidden: {post: {x-apus-ignore: true}}
        components:
          callbacks: {Ping: {'{$url}': {get: {}, post: {}}, '{$other}': {get: {}}}}
          schemas: {Pet: {type: object, properties: {name: {type: string}}}, Unused: {type: object}}
        """

    private func webhooks(_ change: (inout LoweringOptions) -> Void = { _ in }) throws -> (API, [String]) {
        var options = LoweringOptions()
        change(&options)
        let text = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n" + Self.document
        let api = try #require(Lowered.api(text, options: options))
        return (api.value, api.diagnostics.map(\.code))
    }

    @Test func allAreThereOnce() throws {
        let (api, _) = try webhooks()
        #expect(
            api.webhooks.map { "\($0.id): \($0.name) as \($0.wish) \($0.method)" } == [
                "pet post: pet as pet post POST", "pet put: pet as changed PUT",
                "subscribe event: event as subscribe event POST",
                "Ping get: shared as Ping get GET", "Ping post: shared as Ping post POST",
                "Ping get'2: shared as Ping get GET",
            ])
        #expect(api.webhooks[2].source == .callback(operations: ["subscribe"], expression: "{$url}"))
        #expect(api.webhooks[5].source == .callback(operations: ["subscribe", "renew"], expression: "{$other}"))
    }

    @Test func typesOfPayloadsStay() throws {
        let (api, codes) = try webhooks()
        #expect(api.types.map(\.id.rawValue) == ["schemas/Pet"])
        #expect(api.webhooks[0].payload?.type == .named(TypeID(rawValue: "schemas/Pet")))
        #expect(api.webhooks[2].payload?.type == .primitive(.string))
        #expect(codes.allSatisfy { $0 != "callbacks-left-out" })
    }

    /// The callbacks of an operation go with it; webhooks are chosen like operations, save by path.
    @Test(
        arguments: [
            (["tag": "a"], [:], ["subscribe event", "Ping get", "Ping post", "Ping get'2"]),
            (["tag": "b"], [:], ["pet post", "Ping get", "Ping post", "Ping get'2"]),
            (["operation": "pet"], [:], ["pet post", "pet put"]),
            ([:], ["operation": "petHook", "path": "/a"], ["pet put"]),
        ] as [([String: String], [String: String], [String])])
    func filtersHold(include: [String: String], exclude: [String: String], want: [String]) throws {
        func words(_ words: [String: String]) -> [OperationFilter.Subject: [String]] {
            Dictionary(
                uniqueKeysWithValues: words.compactMap { key, value in
                    OperationFilter.Subject(rawValue: key).map { ($0, [value]) }
                })
        }
        let (api, codes) = try webhooks { options in
            options.filter.include = words(include)
            options.filter.exclude = words(exclude)
        }
        #expect(api.webhooks.map(\.id) == want)
        #expect(!codes.contains("unmatched-filter"))
    }

    @Test func ignoredOnesCanBeKept() throws {
        let (api, _) = try webhooks { $0.keepsIgnored = true }
        #expect(api.webhooks.map(\.id).contains("hidden") && api.webhooks.map(\.id).contains("renew off"))
    }

    /// Inline types that are equal are one, also between an operation and a webhook.
    @Test func equalTypesAreOne() {
        let got = Lowered.lines(
            """
            paths:
              /a:
                get:
                  operationId: a
                  responses: {'200': {content: {application/json: {schema: {type: object, properties: {x: {type: string}}}}}}}
            webhooks:
              w: {post: {requestBody: {content: {application/json: {schema: {type: object, properties: {x: {type: string}}}}}}}}
            """)
        #expect(got.lines.contains("  body json \"application/json\" operations/a/response optional"))
    }

    @Test func whatIsLeftOutIsTold() {
        let got = Lowered.lines(
            """
            paths: {}
            webhooks:
              w:
                parameters: [{name: s, in: cookie, schema: {type: string}}, {name: Authorization, in: header, schema: {}}]
                post:
                  security: [{k: []}]
                  callbacks: {c: {'{$url}': {post: {}}}}
                  requestBody: {content: {text/plain: {}}}
            components: {securitySchemes: {k: {type: http, scheme: bearer}}}
            """)
        #expect(
            Set(got.codes).isSuperset(of: [
                "callbacks-left-out", "ignored-header", "raw-webhook", "webhook-parameter-left-out",
                "webhook-security-left-out",
            ]))
        #expect(got.lines.contains("  body binary \"text/plain\" binary optional"))
    }
}
