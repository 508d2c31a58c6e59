import ApusTesting
import OpenRouter
import OpenRouterExamples
import OpenRouterKit
import Testing

// The Swift of TestingYourApp.md, compiled (see `SnippetTests`); its tests run with ours.

struct Greeter {
    let openRouter: OpenRouterClient

    func greeting(for name: String) async throws -> String {
        let request = ChatRequest(model: "openai/gpt-4o", messages: ["Greet \(name)."])
        return try await openRouter.chat.send(request).text
    }
}

@Suite struct GreeterTests {
    @Test func theModelIsAsked() async throws {
        let transport = MockTransport()
        let message = ChatAssistantMessage(content: .value(.string("Good day, Ada!")))
        let answer = ChatResult(choices: [.init(index: 0, message: message)], created: 0, id: "c", model: "m")
        transport.stub(SendChatRequest.self, returning: answer)
        let greeter = Greeter(openRouter: OpenRouterClient(apiKey: "any", transport: transport))

        #expect(try await greeter.greeting(for: "Ada") == "Good day, Ada!")
        #expect(transport.requests[0].json?["messages"]?[0]?["content"] == "Greet Ada.")
    }

    @Test func anErrorOfTheDocument() async throws {
        let server = try await ExampleServer.start(OpenRouterExamples.operations)
        let client = OpenRouterClient(apiKey: "any", baseURL: server.baseURL)

        server.script("sendChat", [.example(status: 402)])
        do {
            _ = try await Greeter(openRouter: client).greeting(for: "Ada")
            Issue.record("the call succeeded")
        } catch OpenRouterError.paymentRequired(let refused) {
            #expect(refused.message.contains("credits"))
        }
        try await server.shutdown()
    }

    @Test func aBusyServerIsAskedAgain() async throws {
        let server = try await ExampleServer.start(OpenRouterExamples.operations)
        server.script("sendChat", [.response(status: 503, headers: ["Retry-After": "0"]), .example()])
        let client = OpenRouterClient(apiKey: "any", baseURL: server.baseURL)

        let greeting = try await Greeter(openRouter: client).greeting(for: "Ada")

        #expect(greeting == "The capital of France is Paris.")
        #expect(server.requests.map(\.operationID) == ["sendChat", "sendChat"])
        try await server.shutdown()
    }
}

enum TestingYourApp {
    static func failing(_ transport: MockTransport, _ events: String, _ lost: TransportError) {
        transport.stub(
            SendChatRequest.self, status: 402,
            body: PaymentRequiredResponse(error: .init(code: 402, message: "top up")))
        transport.stub(
            SendChatStreamRequest.self,
            sequence: [
                .text(200, events, contentType: "text/event-stream"), .failure(lost),
                .delayed(.seconds(1), .text(503, "")),
            ])
    }

    static func rules(_ server: ExampleServer, _ noMore: String) {
        server.respond(to: "listWorkspaces") { request in
            request.query.contains { $0.name == "offset" } ? .response(status: 200, body: noMore) : .example()
        }
    }

    static func pieces(_ server: ExampleServer) {
        let choice = ChatStreamChoice(delta: .init(content: "Hi"), index: 0)
        let chunk = ChatStreamChunk(choices: [choice], created: 0, id: "c", model: "m")
        let events = ["data: \(chunk)\n\n", "data: [DONE]\n\n"]
        server.script("sendChat", [.pieces(events, every: .milliseconds(50)), .response(status: 429), .drop])
    }

    static func withoutWaits(_ transport: MockTransport) -> OpenRouterClient {
        var configuration = ClientConfiguration()
        configuration.random = { 0 }
        configuration.environment = EnvironmentLookup([:])
        let client = OpenRouterClient(apiKey: "any", configuration: configuration, transport: transport)
        return client
    }
}
