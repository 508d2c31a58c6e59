import ArgumentParser
import OpenRouter

/// `openrouter generation ID`.
struct GenerationCommand: ServiceCommand {
    static let configuration = CommandConfiguration(
        commandName: "generation", abstract: "Show what a generation cost and how it was routed.")

    @OptionGroup var shared: SharedOptions

    @Argument(help: "The generation's ID, such as gen-1234567890.")
    var id: String

    func run(_ session: Session) async throws {
        let generation = try await session.openRouter.generations.getGeneration(id: id)
        try session.show(generation) { Self.text(generation.data, session.style) }
    }

    static func text(_ data: GenerationResponse.Data, _ style: Style) -> String {
        Property.text(facts(data) + (data.providerResponses ?? []).map(tried), style: style)
    }

    private static func facts(_ data: GenerationResponse.Data) -> [Property] {
        let ending = data.cancelled == true ? "cancelled" : data.finishReason ?? "still running"
        let key = data.isBYOK ? ", with a provider key of your own" : ""
        return [
            Property("generation", data.id), Property("model", data.model), Property("created", data.createdAt),
            Property("provider", data.providerName), Property("region", data.dataRegion.rawValue),
            Property("router", data.router), Property("finished", ending),
            Property("cost", "\(Numbers.dollars(data.totalCost)) USD\(key)"),
            Property("prompt", tokens(data.tokensPrompt, data.nativeTokensPrompt)),
            Property("completion", tokens(data.tokensCompletion, data.nativeTokensCompletion)),
            Property("reasoning", tokens(data.nativeTokensReasoning, nil)),
            Property("cached", tokens(data.nativeTokensCached, nil)),
            Property("latency", data.latency.map(Numbers.seconds)),
            Property("generated in", data.generationTime.map(Numbers.seconds)),
            Property("session", data.sessionID), Property("user", data.externalUser),
        ]
    }

    private static func tried(_ response: ProviderResponse) -> Property {
        let name = response.providerName?.rawValue ?? "a provider"
        return Property("tried", "\(name), status \(response.status.map { "\($0)" } ?? "unknown")")
    }

    /// Tokens as OpenRouter counts them, and as the provider does.
    private static func tokens(_ ours: Int?, _ native: Int?) -> String? {
        guard let ours else { return native.map { "\(Numbers.count($0)) tokens, as the provider counts" } }
        guard let native, native != ours else { return "\(Numbers.count(ours)) tokens" }
        return "\(Numbers.count(ours)) tokens, \(Numbers.count(native)) as the provider counts"
    }
}
