import ApusAsyncHTTPClient
import ApusRuntime
import AsyncHTTPClient
import HTTPTypes
import NIOConcurrencyHelpers
import NIOCore
import Testing

/// Faulty servers, row 30: cancelled in whatever phase, a call ends as cancelled, is not tried again, and leaves no socket.
///
/// Phases that other tests have: head and body (``LifecycleTests``), events (``StreamTests``), the wait between attempts
/// with a clock of its own (`SendLoopTests`).
@Suite(.timeLimit(.minutes(2))) struct CancellationTests {
    /// Runs the call, cancels it when `isThere`, and expects what has to be.
    private func cancel(
        _ client: APIClient, _ call: some OperationRequest, when isThere: () async -> Void
    ) async {
        let task = Task { await client.failure(of: call) }
        await isThere()
        task.cancel()
        let error = await task.value
        #expect(error?.name == "cancelled", "\(String(describing: error))")
        #expect(client.counters.snapshot.attempts <= 1)
    }

    @Test("While a name is looked up", arguments: TransportKind.allCases)
    func nameResolution(_ kind: TransportKind) async throws {
        try await kind.run { transport in
            let head = HTTPRequest(
                method: .get, scheme: "http", authority: "does-not-exist.invalid", path: "/", headerFields: [:])
            let call = Task { await transport.outcome(of: TransportRequest(head: head)) }
            await Task.yield()
            call.cancel()
            let outcome = await call.value
            // A resolver may have been faster.
            guard case .error(let reason, _) = outcome else { Issue.record("\(outcome)"); return }
            #expect([.cancelled, .nameResolution].contains(reason))
        }
    }

    #if canImport(Glibc)
        @Test("While connecting", arguments: TransportKind.allCases)
        func connecting(_ kind: TransportKind) async throws {
            let hole = try #require(BlackHole())
            let fillers = Machine.unanswered(to: hole.port)
            let before = try #require(Machine.openDescriptors)
            // A busy machine may take its time until the call is given up.
            try await kind.runImpatient(connect: .seconds(8)) { transport in
                let patient = APIClient.wire(hole.port, transport) { $0.timeouts = StressTests.patient }
                await cancel(patient, Post()) { #expect(await Machine.unanswered(to: hole.port, exceed: fillers)) }
                // Besides the socket only what the transport keeps for itself.
                #expect(await Machine.descriptorsSettle(at: before + 2))
            }
        }
    #endif

    @Test("While uploading", arguments: TransportKind.allCases)
    func uploading(_ kind: TransportKind) async throws {
        try await FaultServer.run([.readHead, .pause(.seconds(1)), .silence]) { server in
            try await kind.run { transport in
                let body = RequestBody.bytes([UInt8](repeating: 1, count: 32 << 20))
                await cancel(APIClient.wire(server.port, transport), Put(body: body)) {
                    await server.wait { $0.requests.count == 1 }
                }
                #expect(await server.wait { $0.open == 0 }, "the connection is closed")
                #expect(server.connections == 1)
            }
        }
    }

    @Test("While a stream of the caller's has nothing to send")
    func waitingForTheBody() async throws {
        try await FaultServer.run([.readHead, .silence]) { server in
            try await TransportKind.asyncHTTPClient.run { transport in
                let body = RequestBody.stream { AsyncStream<[UInt8]> { $0.yield([1]) } }
                await cancel(APIClient.wire(server.port, transport), Put(body: body)) {
                    await server.wait { $0.requests.count == 1 }
                }
                #expect(await server.wait { $0.open == 0 }, "the connection is closed")
            }
        }
    }

    @Test("While queueing for a connection: the one in front is left alone")
    func queueing() async throws {
        var configuration = AsyncHTTPClientTransport.defaultConfiguration
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 1
        let transport = AsyncHTTPClientTransport(configuration: configuration)
        let gate = Gate()
        let answer: FaultServer.Script = [.readRequest, .hold(gate), .json(200, "1"), .readRequest, .json(200, "2")]
        try await FaultServer.run(answer) { server in
            try await TransportKind.asyncHTTPClient.run(transport) { transport in
                let first = Task { await transport.outcome(of: request(port: server.port)) }
                await server.wait { $0.requests.count == 1 }
                await cancel(APIClient.wire(server.port, transport), Post()) {
                    try? await Task.sleep(for: .milliseconds(50))
                }
                gate.open()
                #expect(await first.value == .response(status: 200, body: "1"))
                let next = await transport.outcome(of: request(port: server.port))
                #expect(next == .response(status: 200, body: "2"))
                #expect(server.connections == 1)
                #expect(server.requests.allSatisfy { $0.hasPrefix("GET") }, "the cancelled call was never sent")
            }
        }
    }

    @Test("Between two attempts", arguments: TransportKind.allCases)
    func waiting(_ kind: TransportKind) async throws {
        let busy = FaultServer.Step.json(503, "{}", "Retry-After: 30\r\nConnection: close\r\n")
        try await FaultServer.run([.readRequest, busy, .close]) { server in
            try await kind.run { transport in
                await cancel(APIClient.wire(server.port, transport), Get()) {
                    await server.wait { $0.connections == 1 && $0.open == 0 }
                    try? await Task.sleep(for: .milliseconds(50))
                }
                #expect(server.connections == 1)
            }
        }
    }

    @Test("While a body that is whole is still being read", arguments: TransportKind.allCases)
    func readingWhole(_ kind: TransportKind) async throws {
        let start = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n1"
        try await FaultServer.run([.readRequest, .write(start), .silence]) { server in
            try await kind.run { transport in
                await cancel(APIClient.wire(server.port, transport), Get()) {
                    await server.wait { $0.written == start.utf8.count }
                    try? await Task.sleep(for: .milliseconds(50))
                }
                #expect(await server.wait { $0.open == 0 }, "the connection is closed")
                #expect(server.connections == 1)
            }
        }
    }

    @Test("At a moment nobody chose, again and again: nothing stays open", arguments: TransportKind.allCases)
    func anywhere(_ kind: TransportKind) async throws {
        let before = Machine.openDescriptors
        let rounds = kind == .asyncHTTPClient ? 500 : 100
        let script: FaultServer.Script = [.readRequest, .pause(.milliseconds(1)), .json(200, "1"), .silence]
        try await FaultServer.run(script) { server in
            try await kind.run { transport in
                let client = APIClient.wire(server.port, transport)
                for round in 0..<rounds {
                    let task = Task { await client.outcome(of: Get()) }
                    try await Task.sleep(for: .microseconds(round * 20 % 6000))
                    task.cancel()
                    let outcome = await task.value
                    #expect(outcome.hasPrefix("cancelled") || outcome == "200 after 1", "\(outcome)")
                }
            }
            #expect(await server.wait { $0.open == 0 }, "all connections are closed")
        }
        if let before { #expect(await Machine.descriptorsSettle(at: before + 8)) }
    }
}
