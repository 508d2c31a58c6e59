import Foundation
import OpenRouter

/// Prints what one generation cost: `OPENROUTER_API_KEY=… swift run Consumer gen-…`.
let arguments = CommandLine.arguments.dropFirst()
guard let id = arguments.first else {
    print("usage: Consumer <generation ID>")
    exit(2)
}

let openRouter = OpenRouterClient(appTitle: "Consumer")
do {
    let generation = try await openRouter.generations.getGeneration(id: id)
    print(generation.data.model, generation.data.totalCost, generation.data.finishReason ?? "running")
} catch {
    print(error)
    exit(1)
}
