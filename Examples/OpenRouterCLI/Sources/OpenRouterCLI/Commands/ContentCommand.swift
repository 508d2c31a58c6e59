import ArgumentParser
import OpenRouter

/// `openrouter content ID`.
struct ContentCommand: ServiceCommand {
    static let configuration = CommandConfiguration(
        commandName: "content", abstract: "Show what went into a generation and what came out, as it is stored.")

    @OptionGroup var shared: SharedOptions

    @Argument(help: "The generation's ID, such as gen-1234567890.")
    var id: String

    func run(_ session: Session) async throws {
        let content = try await session.openRouter.generations.listGenerationContent(id: id)
        try session.show(content) { Self.text(content.data, session.style) }
    }

    static func text(_ data: GenerationContentData, _ style: Style) -> String {
        var parts: [(heading: String, text: String)] = []
        switch data.input {
        case .prompt(let input): parts.append(("prompt", input.prompt))
        case .messages(let input): parts += input.messages.map(message)
        case .unknown(let input): parts.append(("input", input.description))
        }
        if let reasoning = data.output.reasoning { parts.append(("reasoning", reasoning)) }
        if let completion = data.output.completion { parts.append(("completion", completion)) }
        if let error = data.error { parts.append(("error", error.message ?? "without a message")) }
        return parts.map { style.bold(TerminalText.line($0.heading)) + "\n" + TerminalText.lines($0.text) }
            .joined(separator: "\n\n")
    }

    /// Messages are stored as they were sent: their content is a text, or parts of which some are texts.
    private static func message(_ message: JSONValue) -> (heading: String, text: String) {
        let content = message["content"]
        let parts = content?.array?.map { $0["text"]?.string ?? $0.description }
        let text = content?.string ?? parts?.joined(separator: "\n") ?? message.description
        return (message["role"]?.string ?? "message", text)
    }
}
