import ArgumentParser
import OpenRouter
import OpenRouterKit

/// `openrouter chat [MESSAGE]`.
struct ChatCommand: ServiceCommand {
    static let configuration = CommandConfiguration(
        commandName: "chat", abstract: "Ask a model, and see the answer while it comes.",
        discussion: """
            The message is given as arguments or through standard input. Without one, at a terminal, each line is a turn of a \
            conversation until Ctrl-D. With --json a line is a chunk of the answer, as it comes.
            """)

    @OptionGroup var shared: SharedOptions

    @Option(name: [.long, .short], help: "The model; see `openrouter models`.")
    var model = "openrouter/auto"

    @Option(name: [.long, .short], help: ArgumentHelp("What the model shall keep to.", valueName: "text"))
    var system: String?

    @Option(help: ArgumentHelp("The most tokens that the answer may have.", valueName: "tokens"))
    var maxTokens: Int?

    @Argument(help: "The message.")
    var message: [String] = []

    func run(_ session: Session) async throws {
        var conversation = ChatRequest(
            model: model, messages: system.map { [.system($0)] } ?? [], maxCompletionTokens: maxTokens)
        if !message.isEmpty {
            try await turn(message.joined(separator: " "), &conversation, session)
        } else if session.console.input.isTerminal {
            try await converse(&conversation, session)
        } else {
            let text = await Self.all(session.console.input.lines())
            guard text.contains(where: { !$0.isWhitespace }) else {
                throw CommandFailure(
                    "there is no message: give one as an argument or through standard input", status: .usage)
            }
            try await turn(text, &conversation, session)
        }
    }

    /// A turn for each line.
    private func converse(_ conversation: inout ChatRequest, _ session: Session) async throws {
        try session.note("talking to \(model); Ctrl-D ends it")
        try prompt(session)
        for await line in session.console.input.lines() {
            if line.contains(where: { !$0.isWhitespace }) { try await turn(line, &conversation, session) }
            try prompt(session)
        }
        try session.note("")
    }

    private func prompt(_ session: Session) throws {
        if session.console.errors.isTerminal { try session.console.errors.write("> ") }
    }

    /// Asks, shows the answer as it comes, and takes it into the conversation.
    private func turn(_ text: String, _ conversation: inout ChatRequest, _ session: Session) async throws {
        conversation.messages.append(.user(text))
        let stream = try await session.openRouter.chat.stream(conversation)
        var isMidLine = false
        let answer: ChatResult
        do {
            answer = try await stream.collected { chunk in
                guard !session.isJSON else { return try session.show(json: chunk) }
                guard let last = chunk.text.last else { return }
                isMidLine = last != "\n"
                let output = session.console.output
                try output.write(output.isTerminal ? TerminalText.lines(chunk.text) : chunk.text)
            }
        } catch {
            // The error begins a line of its own.
            if isMidLine { try session.console.output.write("\n") }
            throw error
        }
        if isMidLine { try session.console.output.write("\n") }
        try session.note(Self.facts(answer))
        if let message = answer.message { conversation.messages.append(.assistant(message)) }
    }

    /// Who answered and what it took.
    static func facts(_ answer: ChatResult) -> String {
        var facts = [answer.model]
        if let usage = answer.usage {
            facts.append("\(Numbers.count(usage.totalTokens)) tokens")
            if let cost = usage.cost { facts.append("\(Numbers.dollars(cost)) USD") }
        }
        if let reason = answer.finishReason, reason != .stop { facts.append("ended with `\(reason.rawValue)`") }
        return "(\(facts.joined(separator: ", ")))"
    }

    private static func all(_ lines: AsyncStream<String>) async -> String {
        var all: [String] = []
        for await line in lines { all.append(line) }
        return all.joined(separator: "\n")
    }
}
