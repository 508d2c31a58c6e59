import OpenRouter
import OpenRouterKit

// The Swift of GettingStarted.md, compiled: see `SnippetTests`.

enum GettingStarted {
    static func firstCall() async throws {
        let openRouter = OpenRouterClient()  // reads OPENROUTER_API_KEY at each call
        let answer = try await openRouter.chat.send(.init(model: "openai/gpt-4o", messages: ["Hello"]))
        print(answer.text, answer.usage?.totalTokens ?? 0)
    }

    static func groups(_ openRouter: OpenRouterClient, _ request: inout ChatRequest) async throws {
        let models = try await openRouter.models.list(category: .programming, sort: .newest)
        for model in models.data { print(model.id, model.contextLength ?? 0) }

        let sort: ListModelsRequest.Sort = .init(rawValue: "a-new-order")
        print(sort, models.data.first?.unknownFields["a_new_member"] ?? "not there")

        request.temperature = .value(0.2)
        request.topP = .null
        print(request.temperature.valueOrNil ?? 1)
    }

    static func keys(_ vault: Vault, _ otherKey: String) async throws {
        let mine = OpenRouterClient(apiKey: "sk-or-…", appTitle: "My App")
        let rotating = OpenRouterClient(credentials: .init(apiKey: .provider { try await vault.currentKey() }))
        let options = CallOptions(credentials: ["apiKey": .value(otherKey)])
        let theirs = try await mine.keys.getCurrent(options: options)
        print(rotating, theirs)
    }

    static func response(_ openRouter: OpenRouterClient) async throws {
        let response = try await openRouter.send(GetGenerationRequest(id: "gen-1"))
        print(response.status, response.requestID ?? "-", response.attempts.count, response.duration)
        print(response.value.data.model, response.headers.xGenerationID ?? "-")
    }

    static func configured() -> OpenRouterClient {
        var configuration = ClientConfiguration()
        configuration.deadline = .seconds(30)
        configuration.headers = ["X-Team": "search"]
        let ours = OpenRouterClient(configuration: configuration)
        return ours
    }
}
