import ApusRuntime
import HTTPTypes
import Testing

/// Faulty servers, rows 1 to 5, 8 and 10: connections that do not come about, are lost, or must not be used again.
@Suite(.timeLimit(.minutes(2))) struct ConnectionFaultTests {
    static let ok = FaultServer.Step.json(200, "1")
    static let stalled = FaultServer.Step.write(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n12345")

    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let scripts: [FaultServer.Script]
        /// What comes of GET, of POST, and of POST with an idempotency key.
        let get: String
        let post: String
        let keyed: String

        var testDescription: String { name }
    }

    static let rows: [Row] = [
        Row(
            name: "reset before the head", scripts: [[.readRequest, .reset], [.readRequest, ok]],
            get: "200 after 2", post: "transport after 1: mayHaveActed", keyed: "200 after 2"),
        Row(
            name: "closed before the head", scripts: [[.readRequest, .close], [.readRequest, ok]],
            get: "200 after 2", post: "transport after 1: mayHaveActed", keyed: "200 after 2"),
        Row(
            name: "body shorter than promised", scripts: [[.readRequest, stalled, .close], [.readRequest, ok]],
            get: "200 after 2", post: "transport 200 after 1: mayHaveActed",
            keyed: "transport 200 after 1: mayHaveActed"),
        Row(
            name: "always lost", scripts: [[.readRequest, .close]],
            get: "transport after 3: attemptsExhausted", post: "transport after 1: mayHaveActed",
            keyed: "transport after 3: attemptsExhausted"),
    ]

    @Test("Lost connections: again only what does no harm twice", arguments: TransportKind.allCases, rows)
    func lost(_ kind: TransportKind, _ row: Row) async throws {
        try await kind.run { transport in
            func outcome(_ call: some OperationRequest, _ options: CallOptions = .init()) async throws -> String {
                try await FaultServer.run(scripts: row.scripts) { server in
                    await APIClient.wire(server.port, transport).outcome(of: call, options)
                }
            }
            let get = try await outcome(Get())
            #expect(get == row.get)
            let post = try await outcome(Post())
            #expect(post == row.post)
            let keyed = try await outcome(Post(), CallOptions(idempotencyKey: "key-1"))
            #expect(keyed == row.keyed)
        }
    }

    @Test("A kept-alive connection that ends as the next request comes: one more try, on a new connection")
    func stale() async throws {
        let dying: FaultServer.Script = [.readRequest, Self.ok, .readRequest, .close]
        for (call, want, connections) in [
            (Get() as any OperationRequest, "200 after 2", 2), (Put(), "200 after 2", 2),
            (Post(), "transport after 1: mayHaveActed", 1),
        ] {
            try await FaultServer.run(dying, [.readRequest, Self.ok]) { server in
                try await TransportKind.asyncHTTPClient.run { transport in
                    let client = APIClient.wire(server.port, transport)
                    #expect(await client.outcome(of: Get()) == "200 after 1")
                    #expect(await client.outcome(of: call) == want)
                    #expect(server.connections == connections)
                    #expect(server.requests.count == connections + 1)
                }
            }
        }
    }

    @Test("What a lost POST may have done is said by its error", arguments: TransportKind.allCases)
    func mayHaveBeenProcessed(_ kind: TransportKind) async throws {
        try await FaultServer.run([.readRequest, .close]) { server in
            try await kind.run { transport in
                let error = await APIClient.wire(server.port, transport).failure(of: Post())?.transportError
                #expect(error?.reason == .connectionLost)
                #expect(error?.delivery == .maybeSent)
            }
        }
    }

    @Test("A closed port: three attempts, each counted, none hidden", arguments: TransportKind.allCases)
    func refused(_ kind: TransportKind) async throws {
        let port = try await FaultServer.run([.close]) { $0.port }
        try await kind.run { transport in
            let error = await APIClient.wire(port, transport).failure(of: Post())
            #expect(error?.details.attempts.map(\.failure?.reason) == [.connect, .connect, .connect])
            #expect(error?.details.attempts.map(\.failure?.delivery) == [.notSent, .notSent, .notSent])
            #expect(error?.details.retryStopReason == .attemptsExhausted)
        }
    }

    @Test("A refused connection is told in the system's words", arguments: ["127.0.0.1", "localhost"])
    func refusedInWords(_ host: String) async throws {
        let port = try await FaultServer.run([.close]) { $0.port }
        try await TransportKind.asyncHTTPClient.run { transport in
            let head = HTTPRequest(method: .get, scheme: "http", authority: "\(host):\(port)", path: "/")
            let error = await #expect(throws: TransportError.self) {
                _ = try await transport.send(TransportRequest(head: head))
            }
            let place = host == "localhost" ? " to `localhost` port \(port)" : ""
            #expect(error?.reason == .connect && error?.message == "no connection\(place): Connection refused")
        }
    }

    #if canImport(Glibc)
        @Test("A port that never answers: the connect limit, not sent", arguments: TransportKind.allCases)
        func unanswered(_ kind: TransportKind) async throws {
            let hole = try #require(BlackHole())
            try await kind.runImpatient { transport in
                let limits = TransportTimeouts(connect: .milliseconds(300), firstByte: .milliseconds(600))
                let outcome = await transport.outcome(of: request(.post, port: hole.port, body: [1], timeouts: limits))
                // URLSession does not tell when a connection stands: it may be that the request was sent.
                #expect(
                    outcome
                        == (kind == .asyncHTTPClient
                            ? .error(.timeout(.connect), .notSent) : .error(.timeout(.firstByte), .maybeSent)))
            }
        }
    #endif

    @Test("A connection whose body stalled or broke the rules is not used again", arguments: TransportKind.allCases)
    func notReused(_ kind: TransportKind) async throws {
        let broken: [FaultServer.Script] = [
            [.readRequest, Self.stalled, .silence],
            [.readRequest, .write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"), .silence],
            [
                .readRequest, .write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc"),
                .silence,
            ],
        ]
        for script in broken {
            try await FaultServer.run(script, [.readRequest, .json(200, "2"), .silence]) { server in
                try await kind.run { transport in
                    var limits = TransportTimeouts(firstByte: .seconds(10), idle: .milliseconds(300))
                    guard case .error = await transport.outcome(of: request(port: server.port, timeouts: limits)) else {
                        Issue.record("no error")
                        return
                    }
                    limits.idle = .seconds(10)
                    let second = await transport.outcome(of: request(port: server.port, timeouts: limits))
                    #expect(second == .response(status: 200, body: "2"))
                    #expect(server.connections == 2)
                }
            }
        }
    }

    @Test("Bytes behind a response never answer the next request", arguments: TransportKind.allCases)
    func strayBytes(_ kind: TransportKind) async throws {
        let strays = ["stray", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nstray"]
        let first = "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n1"
        for stray in strays {
            for script: FaultServer.Script in [
                [.readRequest, .write(first + stray), .silence],
                [.readRequest, .write(first), .pause(.milliseconds(30)), .write(stray), .silence],
            ] {
                try await FaultServer.run(script, [.readRequest, .json(200, "2"), .silence]) { server in
                    try await kind.run { transport in
                        let one = await transport.outcome(of: request(port: server.port))
                        #expect(one == .response(status: 200, body: "1"))
                        #expect(await server.wait { $0.open == 0 }, "the connection is dropped")
                        // The pool may hear of that a moment later: a call that it then turns away was not sent.
                        var two = Outcome.error(.connectionLost, .notSent)
                        for _ in 0..<100 where two == .error(.connectionLost, .notSent) {
                            two = await transport.outcome(of: request(port: server.port))
                        }
                        #expect(two == .response(status: 200, body: "2"))
                    }
                }
            }
        }
    }
}
