import ApusTesting
import OpenRouter
import OpenRouterExamples
import OpenRouterKit

// The Swift of README.md, compiled: see `SnippetTests`.

struct Vault: Sendable {
    func currentKey() async throws -> String { "sk" }
}

func firstCall() async throws {
    let openRouter = OpenRouterClient()  // reads OPENROUTER_API_KEY at each call
    do {
        let answer = try await openRouter.chat.send(.init(model: "openai/gpt-4o", messages: ["Hello"]))
        print(answer.text, answer.usage?.totalTokens ?? 0)
    } catch {  // typed: error is OpenRouterError
        switch error {
        case .unauthorized(let refused): print(refused.message, refused.requestID ?? "-")
        case .tooManyRequests(let limited):
            print("again in", limited.retryAfter ?? .zero, "tries:", limited.attempts.count)
        default: print(error)
        }
    }

    let story = ChatRequest(model: "openai/gpt-4o", messages: ["Tell me a story"])
    for try await piece in try await openRouter.chat.stream(story).text { print(piece, terminator: "") }
}

func moreCalls(id: String, vault: Vault) async throws {
    // A client for one app; the call's argument wins over the client's, the client's over the environment's.
    let openRouter = OpenRouterClient(apiKey: "sk-or-…", appTitle: "My App")
    let content = try await openRouter.generations.listGenerationContent(id: id, httpReferer: "https://my.app")

    // The response with its metadata.
    let response = try await openRouter.send(GetGenerationRequest(id: id))
    print(response.status, response.headers.xGenerationID ?? "-", response.attempts.count, response.value.data.model)

    // One call, other rules.
    let options = CallOptions(deadline: .seconds(5), retryPolicy: .never, headers: ["X-Trace": "1"])
    _ = try await openRouter.generations.getGeneration(id: id, options: options)

    // A key that is fetched anew before each attempt.
    let rotating = OpenRouterClient(credentials: .init(apiKey: .provider { try await vault.currentKey() }))

    // The exact request, without sending it, and as a command with the secrets left out.
    let request = try GetGenerationRequest(id: id).httpRequest(baseURL: "https://openrouter.ai/api/v1")
    print(request.path ?? "", GetGenerationRequest(id: id).curl(baseURL: "https://openrouter.ai/api/v1"))
    print(content, rotating)
}

func testing() async throws -> [String] {
    let transport = MockTransport()
    let body = NotFoundResponse(error: .init(code: 404, message: "gone"))
    transport.stub(GetGenerationRequest.self, status: 404, body: body)
    let mocked = OpenRouterClient(apiKey: "any", transport: transport)

    let server = try await ExampleServer.start(OpenRouterExamples.operations)
    server.script("getGeneration", [.response(status: 503), .drop, .delayed(.milliseconds(50), .example())])
    let client = OpenRouterClient(apiKey: "any", baseURL: server.baseURL)
    _ = try await client.generations.getGeneration(id: "gen-1")  // the third try succeeds
    print(server.requests.count, server.requests[0].header("Authorization") ?? "-")

    server.script("sendChat", [.example(status: 401)])  // the document's example of that error
    do {
        _ = try await client.chat.send(.init(model: "openai/gpt-4o", messages: ["Hello"]))
    } catch .unauthorized(let refused) {
        print(refused.message)
    } catch {
        print(error)
    }

    let story = ChatRequest(model: "openai/gpt-4o", messages: ["Tell me a story"])
    // Once upon a time.
    for try await piece in try await client.chat.stream(story).text { print(piece, terminator: "") }
    try await server.shutdown()

    do {
        _ = try await mocked.generations.getGeneration(id: "gen-1")
        return []
    } catch {
        return [error.message] + server.requests.map { $0.header("Authorization") ?? "-" }
    }
}
