import ApusTesting
import OpenRouter
import OpenRouterExamples

// The Swift of the landing page ApusTesting.md, compiled: see `SnippetTests`.

func testingLandingPage() async throws {
    let server = try await ExampleServer.start(OpenRouterExamples.operations)
    server.script("getGeneration", [.response(status: 503), .drop, .delayed(.milliseconds(50), .example())])
    let client = OpenRouterClient(apiKey: "any", baseURL: server.baseURL)
    _ = try await client.generations.getGeneration(id: "gen-1")  // the third try succeeds
    print(server.requests.map(\.target))
    try await server.shutdown()
}
