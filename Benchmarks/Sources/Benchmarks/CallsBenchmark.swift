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
        let calls = 400
        let result = try await Stopwatch.compare(rounds: 11) {
            for _ in 0..<calls {
                let response = try await HTTPClient.shared.execute(raw, timeout: .seconds(30))
                _ = try await response.body.collect(upTo: 1 << 20)
            }
        } _: {
            for _ in 0..<calls { _ = try await openRouter.generations.getGeneration(id: "gen-1234567890") }
        }
        try await server.shutdown()
        return [
            Figure(name: "calls/raw-AsyncHTTPClient", value: result.ratio, unit: "x", aim: .atLeast(0.9)),
            Figure(name: "calls", value: Double(calls) / result.second, unit: "1/s", aim: .none),
        ]
    }
}
