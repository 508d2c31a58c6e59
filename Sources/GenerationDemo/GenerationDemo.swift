import ApusTesting
import Foundation
import OpenRouter
import OpenRouterExamples

/// Shows the SDK at work: `GenerationDemo [generation ID]`.
///
/// With `OPENROUTER_API_KEY` and an ID it asks the real service; otherwise an in-process server that answers from the
/// examples of `spec/openrouter.yaml`.
@main
struct GenerationDemo {
    static func main() async throws {
        if let id = CommandLine.arguments.dropFirst().first(where: { !$0.isEmpty }) {
            guard ProcessInfo.processInfo.environment["OPENROUTER_API_KEY"] != nil else {
                print("Set OPENROUTER_API_KEY to ask the real service for \(id).")
                exit(2)
            }
            try await show(id, with: OpenRouterClient(appTitle: "Apus demo"))
        } else {
            try await showEmbedded()
        }
    }

    /// Both operations, against whatever the client talks to.
    private static func show(_ id: String, with openRouter: OpenRouterClient) async throws {
        do {
            let generation = try await openRouter.generations.getGeneration(id: id)
            heading("getGeneration(id: \"\(id)\")")
            print(GenerationTable.text(generation.data))
            let content = try await openRouter.generations.listGenerationContent(id: id)
            heading("listGenerationContent(id: \"\(id)\")")
            print(ContentText.text(content.data))
        } catch {
            print(error)
            exit(1)
        }
    }

    private static func showEmbedded() async throws {
        let server = try await ExampleServer.start(OpenRouterExamples.operations)
        print(
            "The in-process server answers at \(server.baseURL); with OPENROUTER_API_KEY set, `make run ID=gen-…` asks the real one."
        )
        let openRouter = OpenRouterClient(apiKey: "sk-or-demo", appTitle: "Apus demo", baseURL: server.baseURL)
        try await show("gen-1234567890", with: openRouter)
        await showNotFound(openRouter, server)
        try await showRetries(openRouter, server)
        try await server.shutdown()
    }

    /// A documented error arrives as a case of its own.
    private static func showNotFound(_ openRouter: OpenRouterClient, _ server: ExampleServer) async {
        heading("an ID that does not exist: a typed 404")
        server.script("getGeneration", [.example(status: 404)])
        do {
            _ = try await openRouter.generations.getGeneration(id: "gen-missing")
        } catch {
            switch error {
            case .notFound(let notFound):
                print("caught .notFound: \(notFound.message) (code \(notFound.body?.error.code ?? 0))")
            default: print("caught \(error)")
            }
        }
    }

    /// A server in trouble: the call succeeds all the same, and tells what it took.
    private static func showRetries(_ openRouter: OpenRouterClient, _ server: ExampleServer) async throws {
        heading("two 503s, then the answer")
        let trouble = ServerStep.response(
            status: 503, headers: ["Content-Type": "application/json"],
            body: #"{"error": {"code": 503, "message": "Service temporarily unavailable"}}"#)
        server.script("getGeneration", [trouble, trouble])
        let response = try await openRouter.send(GetGenerationRequest(id: "gen-1234567890"))
        for attempt in response.attempts { print(attempt) }
        print("value: \(response.value.data.id), \(response.value.data.model)")
    }

    private static func heading(_ text: String) { print("\n— \(text)") }
}
