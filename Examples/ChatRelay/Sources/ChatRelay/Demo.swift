import ApusTesting
import OpenRouter
import OpenRouterExamples
import OpenRouterKit

/// The service as an example server in this process plays it, and a client of it.
struct Demo: Sendable {
    var server: ExampleServer
    var client: OpenRouterClient

    static func start() async throws -> Demo {
        let server = try await ExampleServer.start(OpenRouterExamples.operations)
        server.respond(to: "sendChat") { step(for: $0) }
        return Demo(server: server, client: OpenRouterClient(apiKey: "demo", baseURL: server.baseURL))
    }

    /// What the example server does with a chat: it streams an answer word by word. A message that is a status, such as `429`, gets
    /// it; after `break` the answer ends in the middle.
    static func step(for request: RecordedRequest) -> ServerStep {
        let chat = try? ChatRequest(jsonBytes: request.body)
        guard case .chatUserMessage(let message) = chat?.messages.last, case .string(let text) = message.content else {
            return .example(status: 400)
        }
        if let status = Int(text), 400...599 ~= status { return .example(status: status) }
        let answer =
            "You said: “\(text)”. A model would have answered; this is the demo, and the words come one by one."
        let pieces = words(answer).map { event(text: $0) }
        guard text != "break" else {
            return .pieces(Array(pieces.prefix(6)), every: .milliseconds(60), breaksOff: true)
        }
        return .pieces(pieces + [event(finish: .stop), "data: [DONE]\n\n"], every: .milliseconds(60))
    }

    /// The text's words, each with the space before it.
    private static func words(_ text: String) -> [String] {
        text.split(separator: " ", omittingEmptySubsequences: false).enumerated()
            .map { $0.offset == 0 ? String($0.element) : " \($0.element)" }
    }

    /// A chunk as the service would send it.
    static func event(text: String = "", finish: ChatFinishReasonEnum? = nil) -> String {
        let chunk = ChatStreamChunk(
            choices: [.init(delta: .init(content: text), finishReason: finish, index: 0)], created: 0,
            id: "demo", model: "demo")
        let json = (try? chunk.jsonBytes()).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
        return "data: \(json)\n\n"
    }
}
