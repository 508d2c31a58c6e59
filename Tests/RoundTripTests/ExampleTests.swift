import ApusTesting
import OpenRouter
import OpenRouterExamples
import Testing

/// Every response example of the generation history, decoded and encoded again.
@Suite struct ExampleTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let operation: String
        let response: ExampleResponse
        var testDescription: String { "\(operation) \(response.status) \(response.name)" }
    }

    /// Those of the generation history, which have several for a status; `EveryOperationTests` has all operations.
    static let all = [OpenRouterExamples.getGeneration, OpenRouterExamples.listGenerationContent].flatMap { operation in
        operation.responses.map { Example(operation: operation.operationID, response: $0) }
    }

    @Test func everyResponseHasAnExample() {
        let statuses = Dictionary(grouping: Self.all, by: \.operation).mapValues { Set($0.map(\.response.status)) }
        #expect(statuses["getGeneration"]?.isSuperset(of: [200, 401, 402, 404, 429, 500, 502, 524, 529]) == true)
        #expect(
            statuses["listGenerationContent"]?.isSuperset(of: [200, 401, 403, 404, 429, 500, 502, 524, 529]) == true)
    }

    @Test(arguments: all.filter { $0.response.status == 200 })
    func successes(example: Example) throws {
        let bytes = Array(example.response.body.utf8)
        let want = try JSONValue(jsonBytes: bytes)
        switch example.operation {
        case "getGeneration": try expectRoundTrip(GenerationResponse(jsonBytes: bytes), want)
        default: try expectRoundTrip(GenerationContentResponse(jsonBytes: bytes), want)
        }
    }

    /// The statuses that only the API's default error covers.
    static let undocumented = [400, 501]

    @Test(arguments: all.filter { $0.response.status >= 400 && !undocumented.contains($0.response.status) })
    func errors(example: Example) throws {
        let bytes = Array(example.response.body.utf8)
        let want = try JSONValue(jsonBytes: bytes)
        switch example.response.status {
        case 401: try expectRoundTrip(UnauthorizedResponse(jsonBytes: bytes), want)
        case 402: try expectRoundTrip(PaymentRequiredResponse(jsonBytes: bytes), want)
        case 403: try expectRoundTrip(ForbiddenResponse(jsonBytes: bytes), want)
        case 404: try expectRoundTrip(NotFoundResponse(jsonBytes: bytes), want)
        case 429: try expectRoundTrip(TooManyRequestsResponse(jsonBytes: bytes), want)
        case 500: try expectRoundTrip(InternalServerResponse(jsonBytes: bytes), want)
        case 502: try expectRoundTrip(BadGatewayResponse(jsonBytes: bytes), want)
        case 524: try expectRoundTrip(EdgeNetworkTimeoutResponse(jsonBytes: bytes), want)
        case 529: try expectRoundTrip(ProviderOverloadedResponse(jsonBytes: bytes), want)
        default: Issue.record("no type for \(example)")
        }
    }

    /// The default error's examples, through the client: nothing of them is lost.
    @Test(arguments: all.filter { undocumented.contains($0.response.status) })
    func defaultErrors(example: Example) async throws {
        let server = try await ExampleServer.start(OpenRouterExamples.operations)
        let step = ServerStep.example(status: example.response.status, name: example.response.name)
        server.script(example.operation, [step])
        let client = OpenRouterClient(apiKey: "sk-c4n4ry7f3a9c", baseURL: server.baseURL, configuration: .once)
        do {
            if example.operation == "getGeneration" {
                _ = try await client.generations.getGeneration(id: "a")
            } else {
                _ = try await client.generations.listGenerationContent(id: "a")
            }
            Issue.record("\(example) was no error")
        } catch {
            #expect(error.caseName == "unexpectedStatus")
            #expect(error.details.bodyText == example.response.body)
            #expect(error.status == example.response.status)
        }
        try await server.shutdown()
    }

    /// Equal JSON, equal value, and the same through Codable.
    private func expectRoundTrip<Model: JSONModel>(_ model: Model, _ want: JSONValue) throws {
        let encoded = try model.jsonBytes()
        #expect(try JSONValue(jsonBytes: encoded) == want)
        #expect(try Model(jsonBytes: encoded) == model)
        #expect(try Model(jsonBytes: encoded).hashValue == model.hashValue)
    }
}
