import OpenRouter

// The Swift of the landing page OpenRouter.md, compiled: see `SnippetTests`.

func openRouterLandingPage() async throws {
    let openRouter = OpenRouterClient()  // reads OPENROUTER_API_KEY at each call
    let generation = try await openRouter.generations.getGeneration(id: "gen-1")
    print(generation.data.model, generation.data.totalCost)
}
