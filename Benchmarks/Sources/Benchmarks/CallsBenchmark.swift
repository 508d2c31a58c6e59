import AsyncHTTPClient
import Foundation
import NIOCore
import OpenRouter
import OpenRouterExamples

/// Calls through the client, decoded, against raw AsyncHTTPClient whose bodies are only collected.
enum CallsBenchmark {
    static func run() async throws -> [Figure] {
        let server = try await FixedServer.start(body: OpenRouterExamples.getGeneration.responses[0].body)
        let openRouter = OpenRouterClient(apiKey: "sk-benchmark", baseURL: server.baseURL)
        var request = HTTPClientRequest(url: server.baseURL + "/generation?id=gen-1234567890")
        request.headers.add(name: "Authorization", value: "Bearer sk-benchmark")
        let raw = request
        let one: @Sendable () async throws -> Void = {
            let response = try await HTTPClient.shared.execute(raw, timeout: .seconds(30))
            _ = try await response.body.collect(upTo: 1 << 20)
        }
        let other: @Sendable () async throws -> Void = {
            _ = try await openRouter.generations.getGeneration(id: "gen-1234567890")
        }
        let calls = 400
        let inTurn = try await Stopwatch.compare(rounds: 11) {
            for _ in 0..<calls { try await one() }
        } _: {
            for _ in 0..<calls { try await other() }
        }
        let atOnce = try await Stopwatch.compare(rounds: 11) {
            try await run(calls, one)
        } _: {
            try await run(calls, other)
        }
        try await server.shutdown()
        return [
            Figure(name: "calls/raw-AsyncHTTPClient", value: inTurn.ratio, unit: "x", aim: .atLeast(0.9)),
            Figure(name: "calls", value: Double(calls) / inTurn.second, unit: "1/s", aim: .none),
            Figure(name: "calls-16-tasks/raw-AsyncHTTPClient", value: atOnce.ratio, unit: "x", aim: .atLeast(0.9)),
            Figure(name: "calls-16-tasks", value: Double(tasks * calls) / atOnce.second, unit: "1/s", aim: .none),
        ]
    }

    private static let tasks = 16

    /// Makes so many calls in each of the tasks.
    private static func run(_ calls: Int, _ call: @escaping @Sendable () async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<tasks { group.addTask { for _ in 0..<calls { try await call() } } }
            try await group.waitForAll()
        }
    }
}
