import OpenRouter

// The Swift of the landing page ApusRuntime.md, compiled: see `SnippetTests`.

func runtimeLandingPage() async throws {
    var configuration = ClientConfiguration()
    configuration.deadline = .seconds(20)
    configuration.retryPolicy = RetryPolicy(maximumAttempts: 2)
    let client = OpenRouterClient(configuration: configuration)
    let options = CallOptions(deadline: .seconds(5), headers: ["X-Trace": "1"])
    let credits = try await client.credits.get(options: options)
    print(credits)
}
