import ApusJSON
import AsyncHTTPClient
import Foundation
import NIOCore
import OpenRouter
import OpenRouterExamples

/// Calls through the client against AsyncHTTPClient alone: with its bodies only collected, with them decoded by JSONDecoder,
/// as code written by hand would do, and with them decoded as the client does, which leaves what a call costs besides. One
/// call after another, and 16 tasks at once.
enum CallsBenchmark {
    private static let tasks = 16
    private static let calls = 400

    typealias Call = @Sendable () async throws -> Void

    static func run() async throws -> [Figure] {
        let server = try await FixedServer.start(body: OpenRouterExamples.getGeneration.responses[0].body)
        let openRouter = OpenRouterClient(apiKey: "sk-benchmark", baseURL: server.baseURL)
        var request = HTTPClientRequest(url: server.baseURL + "/generation?id=gen-1234567890")
        request.headers.add(name: "Authorization", value: "Bearer sk-benchmark")
        let raw = request
        let collected: Call = {
            let response = try await HTTPClient.shared.execute(raw, timeout: .seconds(30))
            _ = try await response.body.collect(upTo: 1 << 20)
        }
        let decoded: Call = {
            let response = try await HTTPClient.shared.execute(raw, timeout: .seconds(30))
            let body = try await response.body.collect(upTo: 1 << 20)
            _ = try JSONDecoder().decode(CodableGenerationResponse.self, from: Data(body.readableBytesView))
        }
        let read: Call = {
            let response = try await HTTPClient.shared.execute(raw, timeout: .seconds(30))
            let body = try await response.body.collect(upTo: 1 << 20)
            _ = try GenerationResponse(jsonBytes: Array(body.readableBytesView))
        }
        let ours: Call = { _ = try await openRouter.generations.getGeneration(id: "gen-1234567890") }
        let figures =
            try await compare("raw-AsyncHTTPClient", collected, ours)
            + compare("AsyncHTTPClient+JSONDecoder", decoded, ours)
            + compare("AsyncHTTPClient+ApusJSON", read, ours)
        try await server.shutdown()
        return figures
    }

    private static func compare(_ name: String, _ theirs: @escaping Call, _ ours: @escaping Call) async throws
        -> [Figure]
    {
        let inTurn = try await Stopwatch.compare(rounds: 11) {
            for _ in 0..<calls { try await theirs() }
        } _: {
            for _ in 0..<calls { try await ours() }
        }
        let atOnce = try await Stopwatch.compare(rounds: 11) {
            try await many(theirs)
        } _: {
            try await many(ours)
        }
        return [
            Figure(name: "calls/\(name)", value: inTurn.ratio, unit: "x", aim: .atLeast(0.9)),
            Figure(name: "calls, one after another", value: Double(calls) / inTurn.second, unit: "1/s", aim: .none),
            Figure(name: "calls-16-tasks/\(name)", value: atOnce.ratio, unit: "x", aim: .atLeast(0.9)),
            Figure(name: "calls, 16 tasks", value: Double(tasks * calls) / atOnce.second, unit: "1/s", aim: .none),
        ]
    }

    private static func many(_ call: @escaping Call) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<tasks { group.addTask { for _ in 0..<calls { try await call() } } }
            try await group.waitForAll()
        }
    }
}
