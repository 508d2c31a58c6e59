import Testing

@testable import ApusRuntime

@Suite("Middleware")
struct MiddlewareTests {
    struct Recorder: Middleware {
        let name: String
        let events: Locked<[String]>

        func attempt(
            _ request: TransportRequest, number: Int,
            next: @Sendable (TransportRequest) async throws(TransportError) -> TransportResponse
        ) async throws(TransportError) -> TransportResponse {
            note("\(name) \(request.operationID) \(number)")
            var request = request
            request.head.headerFields[.init("X-\(name)")!] = "yes"
            do {
                let response = try await next(request)
                note("\(name) \(response.head.status.code)")
                return response
            } catch {
                note("\(name) \(error.message)")
                throw error
            }
        }

        func callEnded(_ call: CallSummary) async {
            note("\(name) ended \(call.operationID) \(call.attempts.count) \(call.status ?? 0) \(call.failure == nil)")
        }

        private func note(_ text: String) { events.withLock { $0.append(text) } }
    }

    struct Refuser: Middleware {
        func attempt(
            _ request: TransportRequest, number: Int,
            next: @Sendable (TransportRequest) async throws(TransportError) -> TransportResponse
        ) async throws(TransportError) -> TransportResponse {
            throw TransportError(.other, .notSent, "not now")
        }
    }

    @Test("sees every attempt and every call, the first one outermost")
    func order() async {
        let events = Locked<[String]>([])
        var harness = Harness(.failure(SendLoopTests.lost), .json(200, SampleAPI.good))
        harness.configuration.middleware = [Recorder(name: "A", events: events), Recorder(name: "B", events: events)]
        #expect(await harness.failure() == nil)
        #expect(
            events.withLock { $0 } == [
                "A getGeneration 1", "B getGeneration 1", "B connection lost", "A connection lost", "A getGeneration 2",
                "B getGeneration 2", "B 200", "A 200", "A ended getGeneration 2 200 true",
                "B ended getGeneration 2 200 true",
            ])
        #expect(harness.header("X-A") == "yes" && harness.header("X-B") == "yes")
    }

    @Test("its failures are the transport's")
    func failure() async {
        let events = Locked<[String]>([])
        var harness = Harness(.json(200, SampleAPI.good))
        harness.configuration.middleware = [Recorder(name: "A", events: events), Refuser()]
        let error = await harness.failure()
        #expect(error?.name == "transport")
        #expect(error?.attempts.count == 1, "a request that was held back is not tried again")
        #expect(harness.transport.requests.isEmpty)
        #expect(events.withLock { $0.last } == "A ended getGeneration 1 0 false")
    }
}
