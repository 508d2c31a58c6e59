import OpenRouter
import OpenRouterKit

// The Swift of the landing page OpenRouterKit.md, compiled: see `SnippetTests`.

func landingPage() async throws {
    let openRouter = OpenRouterClient()  // reads OPENROUTER_API_KEY at each call
    let answer = try await openRouter.chat.send(.init(model: "openai/gpt-4o", messages: ["Hello"]))
    print(answer.text)
}
