import ApusTesting
import OpenRouter
import OpenRouterExamples
import Testing

/// Client-level headers: what the call says wins over the client, the client over the environment.
@Suite struct GlobalTests {
    /// One of the three, with how it is given at each level.
    struct Global: Sendable, CustomTestStringConvertible {
        let field: String
        let variable: String
        let client: @Sendable (String?, ClientConfiguration, MockTransport) -> OpenRouterClient
        let generation: @Sendable (String?) -> GetGenerationRequest
        let content: @Sendable (String?) -> ListGenerationContentRequest
        var testDescription: String { field }
    }

    static let globals = [
        Global(
            field: "HTTP-Referer", variable: "OPENROUTER_HTTP_REFERER",
            client: { .init(apiKey: "sk-c4n4ry7f3a9c", httpReferer: $0, configuration: $1, transport: $2) },
            generation: { .init(id: "a", httpReferer: $0) }, content: { .init(id: "a", httpReferer: $0) }),
        Global(
            field: "X-OpenRouter-Title", variable: "OPENROUTER_X_OPEN_ROUTER_TITLE",
            client: { .init(apiKey: "sk-c4n4ry7f3a9c", appTitle: $0, configuration: $1, transport: $2) },
            generation: { .init(id: "a", appTitle: $0) }, content: { .init(id: "a", appTitle: $0) }),
        Global(
            field: "X-OpenRouter-Categories", variable: "OPENROUTER_X_OPEN_ROUTER_CATEGORIES",
            client: { .init(apiKey: "sk-c4n4ry7f3a9c", appCategories: $0, configuration: $1, transport: $2) },
            generation: { .init(id: "a", appCategories: $0) }, content: { .init(id: "a", appCategories: $0) }),
    ]

    /// What call, client and environment say, and what is sent.
    static let rows: [(call: String?, client: String?, environment: String?, want: String?)] = [
        (nil, nil, nil, nil), ("call", nil, nil, "call"), (nil, "client", nil, "client"),
        (nil, nil, "environment", "environment"), ("call", "client", "environment", "call"),
        (nil, "client", "environment", "client"), ("call", nil, "environment", "call"), ("", "client", nil, nil),
        ("", nil, "environment", nil), (nil, "", "environment", nil),
    ]

    @Test(arguments: globals)
    func precedence(global: Global) async throws {
        for row in Self.rows {
            let transport = try MockTransport.answeringExamples()
            var configuration = ClientConfiguration()
            configuration.environment = EnvironmentLookup(row.environment.map { [global.variable: $0] } ?? [:])
            let client = global.client(row.client, configuration, transport)
            _ = try await client.send(global.generation(row.call))
            _ = try await client.send(global.content(row.call))
            #expect(transport.requests.map { $0.header(global.field) } == [row.want, row.want], "\(row)")
        }
    }

    /// The key: call, then client, then environment; an empty one counts as missing.
    static let keys: [(call: String?, client: String?, environment: String?, want: String?)] = [
        (nil, nil, nil, nil),
        ("call-c4n4ry7f3a9c", "client-c4n4ry7f3a9c", "environment-c4n4ry7f3a9c", "Bearer call-c4n4ry7f3a9c"),
        (nil, "client-c4n4ry7f3a9c", "environment-c4n4ry7f3a9c", "Bearer client-c4n4ry7f3a9c"),
        (nil, nil, "environment-c4n4ry7f3a9c", "Bearer environment-c4n4ry7f3a9c"),
        (nil, "", "environment-c4n4ry7f3a9c", "Bearer environment-c4n4ry7f3a9c"),
        (nil, "bearer already-c4n4ry7f3a9c", nil, "bearer already-c4n4ry7f3a9c"),
    ]

    @Test(arguments: keys.indices)
    func credentials(index: Int) async throws {
        let (call, client, environment, want) = Self.keys[index]
        let transport = try MockTransport.answeringExamples()
        var configuration = ClientConfiguration()
        configuration.environment = EnvironmentLookup(environment.map { ["OPENROUTER_API_KEY": $0] } ?? [:])
        let openRouter = OpenRouterClient(apiKey: client, configuration: configuration, transport: transport)
        let options = CallOptions(credentials: call.map { ["apiKey": .value($0)] } ?? [:])
        do {
            _ = try await openRouter.generations.getGeneration(id: "a", options: options)
            #expect(transport.requests.map { $0.header("Authorization") } == [want])
        } catch {
            #expect(want == nil)
            guard case .invalidRequest = error else { throw error }
            #expect(error.message.contains("OPENROUTER_API_KEY"))
            #expect(transport.requests.isEmpty)
        }
    }

    @Test func aProviderIsAskedBeforeEveryAttempt() async throws {
        let transport = MockTransport()
        let failure = try JSONValue(jsonBytes: Array(#"{"error": {"code": 500, "message": "no"}}"#.utf8))
        let good = try JSONValue(jsonBytes: Array(OpenRouterExamples.getGeneration.responses[0].body.utf8))
        transport.stub(GetGenerationRequest.self, sequence: [.json(500, failure), .json(200, good)])
        let counter = Counter()
        var configuration = ClientConfiguration()
        configuration.random = { 0 }
        let client = OpenRouterClient(
            credentials: .init(apiKey: .provider { "token-\(await counter.next())-c4n4ry7f3a9c" }),
            configuration: configuration,
            transport: transport)
        _ = try await client.generations.getGeneration(id: "a")
        #expect(
            transport.requests.map { $0.header("Authorization") } == [
                "Bearer token-1-c4n4ry7f3a9c", "Bearer token-2-c4n4ry7f3a9c",
            ])
    }

    actor Counter {
        private var count = 0

        func next() -> Int {
            count += 1
            return count
        }
    }
}
