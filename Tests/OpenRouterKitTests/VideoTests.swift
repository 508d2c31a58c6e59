import ApusTesting
import CanarySupport
import OpenRouter
import OpenRouterKit
import Testing

/// Videos, awaited on a clock that stands still.
@Suite struct VideoTests {
    static func job(_ status: String, http: Int = 200, more: String = "") -> ServerStep {
        .response(status: http, body: #"{"id":"job-1","polling_url":"u","status":"\#(status)"\#(more)}"#)
    }

    static let request = VideoGenerationRequest(model: "m", prompt: "A boat")

    @Test func itIsAwaited() async throws {
        try await withServer { server, client in
            let clock = TestClock()
            server.script("createVideo", [Self.job("pending", http: 202)])
            server.script("getVideo", [Self.job("in_progress"), Self.job("dreaming"), Self.job("completed")])
            var seen: [String] = []
            let job = try await client.videos.make(
                Self.request, within: .seconds(60), interval: .seconds(10), clock: clock
            ) { seen.append($0.status.rawValue) }
            #expect(job.status == .completed)
            #expect(seen == ["pending", "in_progress", "dreaming", "completed"])
            #expect(clock.sleeps == [.seconds(10), .seconds(10), .seconds(10)])
        }
    }

    @Test func aFailedOneIsAnError() async throws {
        try await withServer { server, client in
            server.script("getVideo", [Self.job("failed", more: #","error":"bad key \#(Canary.text)""#)])
            let error = try await #require(throws: VideoJobError.self) {
                _ = try await client.videos.wait(for: "job-1", within: .seconds(60), clock: TestClock())
            }
            #expect(error.description == "the video job job-1 ended with status `failed`")
            #expect(!Canary.isIn(Canary.prints(error)))
        }
    }

    @Test func theTimeIsUp() async throws {
        try await withServer { server, client in
            let clock = TestClock()
            server.respond(to: "getVideo") { _ in Self.job("in_progress") }
            let error = try await #require(throws: VideoJobError.self) {
                _ = try await client.videos.wait(
                    for: "job-1", within: .seconds(25), interval: .seconds(10), clock: clock)
            }
            #expect(error.description == "the video job job-1 was still `in_progress` when the time was up")
            #expect(clock.sleeps.count == 2 && server.requests.count == 3)
        }
    }

    @Test func aLookThatFailsIsTheCallsError() async throws {
        try await withServer { server, client in
            server.script("getVideo", [.example(status: 404)])
            let error = try await #require(throws: OpenRouterError.self) {
                _ = try await client.videos.wait(for: "job-1", within: .seconds(60), clock: TestClock())
            }
            #expect(error.status == 404)
        }
    }

    @Test func itCanBeCancelled() async throws {
        try await withServer { server, client in
            server.respond(to: "getVideo") { _ in Self.job("in_progress") }
            let task = Task {
                try await client.videos.wait(for: "job-1", within: .seconds(6000), interval: .seconds(3000))
            }
            while server.requests.isEmpty { await Task.yield() }
            task.cancel()
            await #expect(throws: (any Error).self) { _ = try await task.value }
        }
    }
}
