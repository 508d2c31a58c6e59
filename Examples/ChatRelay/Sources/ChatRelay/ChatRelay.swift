import ArgumentParser
import Foundation
import OpenRouter
import UnixSignals

/// A server that passes streamed chats on to a web page. The browser talks to it alone, and never sees the key.
@main struct ChatRelay: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ChatRelay", abstract: "Serves a page to chat with a model of OpenRouter; the key stays here.",
        discussion: "The key is read from OPENROUTER_API_KEY.")

    @Option(help: "The address to listen at.") var host = "127.0.0.1"
    @Option(help: "The port to listen at; 0 takes a free one.") var port = 8080
    @Option(help: "The model that answers; the page cannot choose another.") var model = "openai/gpt-4o"
    @Flag(help: "Answer from an example server in this process: no account, no network.") var demo = false

    func validate() throws {
        if !demo, (ProcessInfo.processInfo.environment["OPENROUTER_API_KEY"] ?? "").isEmpty {
            throw ValidationError("Set OPENROUTER_API_KEY, or try --demo, which needs no key.")
        }
    }

    func run() async throws {
        let demo = demo ? try await Demo.start() : nil
        let rules = RelayRules(model: model, isDemo: demo != nil)
        let relay = Relay(client: demo?.client ?? OpenRouterClient(appTitle: "Chat relay"), rules: rules)
        try await relay.serve(host: host, port: port, until: [.sigterm, .sigint]) { port in
            print("Open http://\(host):\(port)")
            fflush(nil)
        }
        try await demo?.server.shutdown()
    }
}
