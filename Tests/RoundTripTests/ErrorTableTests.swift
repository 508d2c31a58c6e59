import ApusTesting
import HTTPTypes
import OpenRouter
import OpenRouterExamples
import Testing

/// Every error of the table over a real socket, on both transports.
@Suite struct ErrorTableTests {
    static let generation: [(status: Int, name: String)] = [
        (401, "unauthorized"), (402, "paymentRequired"), (404, "notFound"), (429, "tooManyRequests"),
        (500, "internalServer"), (502, "badGateway"), (524, "edgeNetworkTimeout"), (529, "providerOverloaded"),
        // Not in this operation's table: the API's default error.
        (400, "unexpectedStatus"), (403, "unexpectedStatus"), (418, "unexpectedStatus"), (503, "unexpectedStatus"),
    ]
    static let content: [(status: Int, name: String)] = [
        (401, "unauthorized"), (403, "forbidden"), (404, "notFound"), (429, "tooManyRequests"),
        (500, "internalServer"), (502, "badGateway"), (524, "edgeNetworkTimeout"), (529, "providerOverloaded"),
        (402, "unexpectedStatus"), (422, "unexpectedStatus"), (504, "unexpectedStatus"),
    ]

    @Test(arguments: TransportKind.allCases)
    func getGeneration(kind: TransportKind) async throws {
        try await check(Self.generation, kind, "getGeneration") { client throws(OpenRouterError) in
            _ = try await client.generations.getGeneration(id: "gen-1")
        }
    }

    @Test(arguments: TransportKind.allCases)
    func listGenerationContent(kind: TransportKind) async throws {
        try await check(Self.content, kind, "listGenerationContent") { client throws(OpenRouterError) in
            _ = try await client.generations.listGenerationContent(id: "gen-1")
        }
    }

    private func check(
        _ rows: [(status: Int, name: String)], _ kind: TransportKind, _ operation: String,
        _ call: (OpenRouterClient) async throws(OpenRouterError) -> Void
    ) async throws {
        let server = try await ExampleServer.start(OpenRouterExamples.operations)
        let transport = kind.make()
        let client = OpenRouterClient(
            apiKey: "sk-c4n4ry7f3a9c", baseURL: server.baseURL + "/api/v1", configuration: .once, transport: transport)
        for row in rows {
            server.script(
                operation, [.response(status: row.status, headers: Self.headers, body: Self.body(row.status))])
            do {
                try await call(client)
                Issue.record("\(row) was no error")
            } catch {
                expect(error, row)
            }
        }
        await transport.shutdown()
        try await server.shutdown()
    }

    private static let headers = [
        "Content-Type": "application/json; charset=utf-8", "X-Request-Id": "req-7", "Retry-After": "7",
    ]

    private static func body(_ status: Int) -> String {
        #"{"error": {"code": \#(status), "message": "no: \#(status)", "metadata": {"a": 1}}, "user_id": "u"}"#
    }

    private func expect(_ error: OpenRouterError, _ row: (status: Int, name: String)) {
        #expect(error.caseName == row.name, "\(row)")
        #expect(error.status == row.status)
        #expect(error.message == "no: \(row.status)" || error.message.hasPrefix("no: \(row.status) ["))
        #expect(error.code == "\(row.status)")
        #expect(error.requestID == "req-7")
        #expect(error.retryAfter == .seconds(7))
        #expect(error.attempts.map(\.status) == [row.status])
        #expect(error.details.headers?[.contentType] == "application/json; charset=utf-8")
        #expect(error.details.rawBody == Array(Self.body(row.status).utf8))
        #expect(typedBody(error) == (row.name == "unexpectedStatus" ? nil : "no: \(row.status)"))
    }

    /// The message as the typed body has it.
    private func typedBody(_ error: OpenRouterError) -> String? {
        switch error {
        case .unauthorized(let error): error.body?.error.message
        case .paymentRequired(let error): error.body?.error.message
        case .forbidden(let error): error.body?.error.message
        case .notFound(let error): error.body?.error.message
        case .tooManyRequests(let error): error.body?.error.message
        case .internalServer(let error): error.body?.error.message
        case .badGateway(let error): error.body?.error.message
        case .edgeNetworkTimeout(let error): error.body?.error.message
        case .providerOverloaded(let error): error.body?.error.message
        default: nil
        }
    }
}
