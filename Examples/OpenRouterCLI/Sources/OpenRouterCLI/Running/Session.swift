import ApusTesting
import ArgumentParser
import OpenRouter

/// A command that asks the service.
protocol ServiceCommand: ParsableCommand {
    var shared: SharedOptions { get }

    func run(_ session: Session) async throws
}

/// One run: the client that asks, and the console that is told.
struct Session: Sendable {
    let console: Console
    let openRouter: OpenRouterClient
    let isJSON: Bool
    let isDemo: Bool

    /// Runs a body with a client as the options want it; a demo's server lives as long as the body runs.
    static func with(
        _ options: SharedOptions, _ console: Console, _ body: (Session) async throws -> Void
    ) async throws {
        var configuration = ClientConfiguration()
        configuration.environment = EnvironmentLookup(console.environment)
        configuration.clock = console.clock
        if let timeout = options.timeout { configuration.deadline = .seconds(timeout) }
        let server = options.demo ? try await DemoService.start() : nil
        // The demo has a key of its own: the user's stays where it is.
        let client = OpenRouterClient(
            apiKey: server == nil ? nil : "sk-or-demo", appTitle: "openrouter command line",
            baseURL: server?.baseURL ?? options.baseURL, configuration: configuration)
        let session = Session(console: console, openRouter: client, isJSON: options.json, isDemo: options.demo)
        do {
            try await body(session)
        } catch {
            try? await server?.shutdown()
            throw error
        }
        try await server?.shutdown()
    }

    var style: Style { console.style }
    /// How wide tables may be; `nil` where nothing is cut.
    var width: Int? { console.output.isTerminal ? console.output.columns() ?? BarChart.usualWidth : nil }

    /// Prints text that is made for the terminal already.
    func show(_ text: String) throws { if !text.isEmpty { try console.output.write(text + "\n") } }

    /// Prints a value as the API gave it, what the module does not know included.
    func show(json value: some JSONCodable) throws {
        let text = try value.jsonText()
        try show(console.output.isTerminal ? TerminalText.json(text) : text)
    }

    /// Prints the value, or the text that is made of it.
    func show(_ value: some JSONCodable, as text: () -> String) throws {
        if isJSON { try show(json: value) } else { try show(text()) }
    }

    /// Tells the person at the terminal something that is no result.
    func note(_ text: String) throws {
        if console.errors.isTerminal { try console.errors.write(TerminalText.line(text) + "\n") }
    }
}
