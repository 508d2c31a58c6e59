import ApusTesting
import Foundation
import OpenRouter
import OpenRouterExamples
import OpenRouterKit

/// A server, and a client that calls it once and takes nothing from the environment.
func withServer<Result>(
    _ body: (ExampleServer, OpenRouterClient) async throws -> Result
) async throws -> Result {
    let server = try await ExampleServer.start(OpenRouterExamples.operations)
    var configuration = ClientConfiguration()
    configuration.retryPolicy = .never
    configuration.environment = EnvironmentLookup([:])
    let client = OpenRouterClient(apiKey: "any", baseURL: server.baseURL, configuration: configuration)
    let result = try await body(server, client)
    try await server.shutdown()
    return result
}

extension ServerStep {
    /// A stream of events with these data, whole or broken off.
    static func events(_ data: [String], isWhole: Bool = true) -> ServerStep {
        let body = (data + (isWhole ? ["[DONE]"] : [])).map { "data: \($0)\n\n" }.joined()
        return .response(status: 200, headers: ["Content-Type": "text/event-stream"], body: body)
    }
}

extension RecordedRequest {
    /// The body as JSON.
    var json: JSONValue? { try? JSONValue(jsonBytes: body) }
}

/// A chunk of a chat with these choices.
func chunkText(_ choices: String, more: String = "") -> String {
    #"{"id":"c1","created":7,"model":"m","object":"chat.completion.chunk","choices":[\#(choices)]\#(more)}"#
}

/// An answer with this message.
func answerText(_ message: String, finish: String = "stop") -> String {
    #"{"id":"c1","created":7,"model":"m","object":"chat.completion","choices":"#
        + #"[{"index":0,"finish_reason":"\#(finish)","message":{"role":"assistant",\#(message)}}]}"#
}

/// A clock that moves only when somebody sleeps on it.
final class TestClock: CallClock, @unchecked Sendable {
    private let lock = NSLock()
    private var time = Duration.zero
    private var slept: [Duration] = []

    var now: Duration { lock.withLock { time } }
    var unixSeconds: Int { 0 }
    var sleeps: [Duration] { lock.withLock { slept } }

    func sleep(for duration: Duration) async throws {
        try Task.checkCancellation()
        lock.withLock {
            slept.append(duration)
            time += duration
        }
    }
}

/// The examples' bodies.
enum OpenRouterExamplesOf {
    /// An operation's first success as JSON.
    static func success(_ operationID: String) -> String? {
        OpenRouterExamples.operations.first { $0.operationID == operationID }?.responses
            .first { $0.status == 200 && $0.contentType == "application/json" }?.body
    }
}
