import ApusAsyncHTTPClient
import ApusRuntime
import AsyncHTTPClient
import NIOCore
import Testing

/// Faulty servers, rows 43 and 44: many calls at once, and clients that go while calls are in flight.
@Suite(.timeLimit(.minutes(2))) struct StressTests {
    static func transport(connections: Int) -> AsyncHTTPClientTransport {
        var configuration = AsyncHTTPClientTransport.defaultConfiguration
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = connections
        // A call waits no longer than that for a connection, and a busy machine may take its time.
        configuration.timeout.connect = .seconds(100)
        return AsyncHTTPClientTransport(configuration: configuration)
    }

    static let patient = TransportTimeouts(connect: .seconds(100), firstByte: .seconds(100), idle: .seconds(100))
    /// Answers call after call on one connection.
    static let answers: FaultServer.Script = (0..<5000).flatMap { _ in [.readRequest, .json(200, "1")] }

    @Test("5,000 calls at once on 8 connections: all are answered, and 8 descriptors are enough")
    func crowd() async throws {
        try await FaultServer.run(Self.answers) { server in
            try await TransportKind.asyncHTTPClient.run(Self.transport(connections: 8)) { transport in
                _ = await transport.outcome(of: request(port: server.port))
                let before = Machine.openDescriptors
                let client = APIClient.wire(server.port, transport) { configuration in
                    configuration.timeouts = Self.patient
                    configuration.deadline = .seconds(100)
                }
                let outcomes = await withTaskGroup(of: String.self) { group in
                    for _ in 0..<5000 { group.addTask { await client.outcome(of: Get()) } }
                    // In the thick of it: 8 connections have 2 ends each, both in this process.
                    await server.wait { $0.requests.count > 1000 }
                    if let before, let now = Machine.openDescriptors { #expect(now <= before + 16) }
                    return await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
                }
                #expect(outcomes == ["200 after 1": 5000])
                #expect(server.connections <= 8)
                #expect(server.requests.count == 5001)
            }
            #expect(await server.wait { $0.open == 0 }, "all connections are closed")
        }
    }

    @Test("Calls that wait in the queue keep their connect limit, and are not sent")
    func queueLimit() async throws {
        try await FaultServer.run([.readRequest, .silence]) { server in
            try await TransportKind.asyncHTTPClient.run(Self.transport(connections: 2)) { transport in
                let holders = (0..<2).map { _ in
                    Task { await transport.outcome(of: request(port: server.port, timeouts: Self.patient)) }
                }
                await server.wait { $0.requests.count == 2 }
                let limits = TransportTimeouts(connect: .milliseconds(200), firstByte: .seconds(50))
                let outcomes = await withTaskGroup(of: Outcome.self) { group in
                    for _ in 0..<500 {
                        group.addTask {
                            await transport.outcome(of: request(.post, port: server.port, timeouts: limits))
                        }
                    }
                    return await group.reduce(into: []) { $0.append($1) }
                }
                #expect(outcomes.allSatisfy { $0 == .error(.timeout(.connect), .notSent) })
                #expect(server.requests.count == 2)
                for holder in holders { holder.cancel() }
                for holder in holders { #expect(await holder.value == .error(.cancelled, .maybeSent)) }
            }
        }
    }

    @Test("Who came first goes first, roughly") func fairness() async throws {
        try await FaultServer.run(Self.answers) { server in
            try await TransportKind.asyncHTTPClient.run(Self.transport(connections: 1)) { transport in
                await withTaskGroup(of: Void.self) { group in
                    for number in 0..<500 {
                        group.addTask {
                            let path = "/\(number)"
                            let call = request(port: server.port, path: path, timeouts: Self.patient)
                            _ = await transport.outcome(of: call)
                        }
                    }
                }
                let order = server.requests.compactMap { Int($0.split(separator: " ")[1].dropFirst()) }
                #expect(Set(order) == Set(0..<500))
                // Tasks of a group begin in no strict order, and the machine may hold one of them back for as long as it likes: so
                // it is the places of all of them together. Last come, first served, gives the reverse, and any order 250 for both.
                let places = order.enumerated().sorted { $0.element < $1.element }.map(\.offset)
                let (first, last) = (places[..<250].reduce(0, +) / 250, places[250...].reduce(0, +) / 250)
                #expect(first < 200 && last > 300, "\(first), \(last)")
            }
        }
    }

    @Test("100 calls in flight when the transport is shut down: each ends once", arguments: TransportKind.allCases)
    func shutdown(_ kind: TransportKind) async throws {
        let before = Machine.openDescriptors
        try await FaultServer.run([.readRequest, .silence]) { server in
            try await kind.run { transport in
                let client = APIClient.wire(server.port, transport)
                let calls = (0..<100).map { _ in Task { await client.failure(of: Post()) } }
                await server.wait { $0.requests.count == 100 }
                await transport.shutdown()
                for call in calls {
                    let error = await call.value
                    #expect(error?.name == "transport")
                    #expect(error?.details.attempts.count == 1)
                }
                #expect(client.counters.snapshot.calls == 100)
                #expect(await server.wait { $0.open == 0 }, "all connections are closed")
                #expect(await client.outcome(of: Get()) == "transport after 1: notRetryable")
            }
        }
        if let before { #expect(await Machine.descriptorsSettle(at: before + 8)) }
    }

    @Test("A client that is dropped: its calls in flight go on to their end", arguments: TransportKind.allCases)
    func dropped(_ kind: TransportKind) async throws {
        let gate = Gate()
        try await FaultServer.run([.readRequest, .hold(gate), .json(200, "1"), .silence]) { server in
            var client: APIClient? = APIClient.wire(server.port, kind.make())
            let calls = (0..<20).map { [client] _ in Task { await client?.outcome(of: Get()) } }
            await server.wait { $0.requests.count == 20 }
            client = nil
            gate.open()
            for call in calls { #expect(await call.value == "200 after 1") }
            #expect(await server.wait { $0.open == 0 }, "its connections are closed")
        }
    }
}
