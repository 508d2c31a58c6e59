import ApusTesting
import Foundation
import OpenRouter
import OpenRouterExamples

@testable import OpenRouterCLI

/// The key of all tests: it must show nowhere.
let secretKey = "sk-or-v1-c0ffee00decafbad"

/// What a run said.
struct Run {
    var status: ToolStatus
    var output: String
    var errors: String
}

/// What a run has around it.
struct Surroundings {
    var isTerminal = false
    /// Lines that are typed, or come through a pipe; then nobody is at the terminal.
    var typed: [String] = []
    var piped: [String]?
    var columns = 80
    var environment = ["OPENROUTER_API_KEY": secretKey]
    var clock: any CallClock = HastyClock()

    static let terminal = Surroundings(isTerminal: true)

    /// Runs a command line, and keeps what it says.
    func run(_ arguments: [String]) async -> Run {
        let (output, errors) = (Guarded(""), Guarded(""))
        let lines = piped ?? typed
        let console = Console(
            output: .init(isTerminal: isTerminal, columns: { isTerminal ? columns : nil }) { text in
                output.with { $0 += text }
            },
            errors: .init(isTerminal: isTerminal, columns: { isTerminal ? columns : nil }) { text in
                errors.with { $0 += text }
            },
            input: .init(isTerminal: isTerminal && piped == nil) {
                AsyncStream { continuation in
                    for line in lines { continuation.yield(line) }
                    continuation.finish()
                }
            }, environment: environment, clock: clock)
        let status = await OpenRouterTool.run(arguments, console: console)
        return Run(status: status, output: output.with { $0 }, errors: errors.with { $0 })
    }

    /// Runs a command line against the server.
    func run(_ arguments: String..., at server: ExampleServer) async -> Run {
        await run(arguments + ["--base-url", server.baseURL])
    }
}

/// A server for one test.
func withServer(_ body: (ExampleServer) async throws -> Void) async throws {
    let server = try await ExampleServer.start(OpenRouterExamples.operations)
    do {
        try await body(server)
    } catch {
        try? await server.shutdown()
        throw error
    }
    try await server.shutdown()
}

/// A clock on which nobody waits; deadlines do not pass.
final class HastyClock: CallClock, Sendable {
    private let time = Guarded(Duration.zero)

    var now: Duration { time.with { $0 } }
    var unixSeconds: Int { 1_700_000_000 }

    func sleep(for duration: Duration) async throws {
        try Task.checkCancellation()
        time.with { $0 += duration }
    }

    func expire(after duration: Duration) async { try? await Task.sleep(for: .seconds(86_400)) }
}

extension ServerStep {
    /// A stream of these chunks' JSON, whole or broken off.
    static func events(_ data: [String], isWhole: Bool = true) -> ServerStep {
        let body = (data + (isWhole ? ["[DONE]"] : [])).map { "data: \($0)\n\n" }.joined()
        return .response(status: 200, headers: ["Content-Type": "text/event-stream"], body: body)
    }

    /// An error as the service sends it.
    static func refusal(_ status: Int, _ message: String, headers: [String: String] = [:]) -> ServerStep {
        let body: JSONValue = ["error": ["code": .number(JSONNumber(status)), "message": .string(message)]]
        return .response(status: status, headers: headers, body: body.description)
    }
}

/// A chunk of a chat.
func chunk(_ text: String, more: String = "") -> String {
    let choice = #"{"index":0,"delta":{"content":\#(JSONValue.string(text).description)},"finish_reason":null}"#
    return #"{"id":"c1","created":7,"model":"m","object":"chat.completion.chunk","choices":[\#(choice)]\#(more)}"#
}

/// A folder that goes with the test.
func withFolder(_ body: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("openrouter-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await body(folder.path)
}
