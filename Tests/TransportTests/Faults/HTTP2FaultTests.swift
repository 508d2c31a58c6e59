import ApusRuntime
import Testing

/// Faulty servers, row 34: HTTP/2.
@Suite(.enabled(if: Certificates.shared != nil, Comment(rawValue: Certificates.skipped)), .timeLimit(.minutes(2)))
struct HTTP2FaultTests {
    let certificates: Certificates

    init() throws { certificates = try #require(Certificates.shared) }

    private func run<R>(
        _ scripts: FaultServer.Script..., body: (FaultServer, any Transport) async throws -> R
    ) async throws -> R {
        let tls = ServerTLS(certificates: certificates, offersHTTP2: true)
        return try await FaultServer.run(scripts: scripts, tls: tls) { server in
            try await TransportKind.asyncHTTPClient.run(trusting: certificates) { try await body(server, $0) }
        }
    }

    static let open: FaultServer.Script = [.write(HTTP2.start), .readHTTP2Request]
    static func json(_ stream: UInt32) -> FaultServer.Step { .write(HTTP2.json(stream, "1")) }

    @Test("The server of these tests does speak HTTP/2") func proper() async throws {
        try await run(Self.open + [Self.json(1), .readHTTP2Request, Self.json(3), .silence]) { server, transport in
            let client = APIClient.wire(server.port, transport, scheme: "https")
            #expect(await client.outcome(of: Get()) == "200 after 1")
            #expect(await client.outcome(of: Post()) == "200 after 1")
            #expect(server.connections == 1)
            #expect(server.requests == ["stream 1", "stream 3"])
        }
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let bytes: [UInt8]
        var end = FaultServer.Step.silence
        /// `nil`: an error that says that the server may have acted, of whatever reason.
        var want: Outcome?
        var reasons: [TransportError.Reason] = [.connectionLost]

        var testDescription: String { name }
    }

    static let unsent = Outcome.error(.connectionLost, .notSent)
    static let rows: [Row] = [
        Row(name: "GOAWAY below the stream", bytes: HTTP2.goAway(last: 0), want: unsent),
        Row(name: "GOAWAY below the stream, closed", bytes: HTTP2.goAway(last: 0), end: .close, want: unsent),
        Row(
            name: "GOAWAY below the stream, with an error", bytes: HTTP2.goAway(last: 0, .enhanceYourCalm),
            want: unsent),
        Row(name: "refused stream", bytes: HTTP2.reset(1, .refusedStream), want: unsent),
        Row(name: "GOAWAY at the stream, closed", bytes: HTTP2.goAway(last: 1), end: .close),
        Row(
            name: "GOAWAY at the stream, then its answer", bytes: HTTP2.goAway(last: 1) + HTTP2.json(1, "1"),
            want: .response(status: 200, body: "1")),
        Row(name: "reset before the head", bytes: HTTP2.reset(1, .internalError)),
        Row(name: "cancelled before the head", bytes: HTTP2.reset(1, .cancel)),
        Row(
            name: "reset in the body", bytes: HTTP2.ok(1) + HTTP2.data(1, "abc") + HTTP2.reset(1, .internalError)),
        Row(
            name: "refused in the body", bytes: HTTP2.ok(1) + HTTP2.data(1, "abc") + HTTP2.reset(1, .refusedStream)),
        Row(name: "closed in the body", bytes: HTTP2.ok(1) + HTTP2.data(1, "abc"), end: .close),
        Row(name: "cut in the body", bytes: HTTP2.ok(1) + HTTP2.data(1, "abc"), end: .cut),
        Row(name: "closed without an answer", bytes: [], end: .close),
        Row(
            name: "data without a head", bytes: HTTP2.data(1, "abc", ends: true),
            reasons: [.protocolViolation, .connectionLost]),
        Row(
            name: "a promised push", bytes: HTTP2.frame(.push, flags: 4, stream: 1, [0, 0, 0, 2, 0x82]),
            reasons: [.protocolViolation, .connectionLost]),
        Row(
            name: "a frame larger than allowed",
            bytes: HTTP2.frame(.data, stream: 1, .init(repeating: 1, count: 20_000)),
            reasons: [.protocolViolation, .connectionLost]),
        Row(
            name: "HPACK out of its table", bytes: HTTP2.frame(.headers, flags: 4, stream: 1, [0xff, 0xff, 0x7f]),
            reasons: [.protocolViolation, .connectionLost]),
        Row(name: "HPACK bomb", bytes: HTTP2.bomb(1), reasons: [.protocolViolation, .connectionLost]),
        Row(
            name: "endless header block",
            bytes: HTTP2.frame(.headers, stream: 1, [0x88])
                + (0..<1000).flatMap { _ in HTTP2.frame(.continuation, stream: 1, [0x40, 1, 0x61, 1, 0x61]) },
            reasons: [.protocolViolation, .connectionLost]),
        Row(
            name: "no HTTP/2", bytes: Array("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n1".utf8),
            reasons: [.protocolViolation, .connectionLost]),
        Row(
            name: "length that does not fit",
            bytes: HTTP2.frame(.headers, flags: 4, stream: 1, [0x88, 0x0f, 0x0d, 1, 0x39])
                + HTTP2.data(1, "abc", ends: true),
            reasons: [.protocolViolation, .connectionLost]),
    ]

    @Test(arguments: rows) func outcome(_ row: Row) async throws {
        try await run(Self.open + [.write(row.bytes), row.end]) { server, transport in
            let outcome = await transport.outcome(of: request(.post, scheme: "https", port: server.port, body: [1]))
            if let want = row.want {
                #expect(outcome == want)
            } else if case .error(let reason, let delivery) = outcome {
                #expect(delivery == .maybeSent)
                #expect(row.reasons.contains(reason), "\(reason)")
            } else {
                Issue.record("\(outcome)")
            }
        }
    }

    @Test(
        "What was not processed is tried again, a POST too",
        arguments: [
            HTTP2.goAway(last: 0), HTTP2.goAway(last: 0, .enhanceYourCalm), HTTP2.reset(1, .refusedStream),
        ])
    func replaySafe(_ refusal: [UInt8]) async throws {
        let closes = refusal[3] == HTTP2.Kind.goAway.rawValue
        let refusing = Self.open + [.write(refusal), closes ? .close : .readHTTP2Request, Self.json(3), .silence]
        try await run(refusing, Self.open + [Self.json(1), .silence]) { server, transport in
            let client = APIClient.wire(server.port, transport, scheme: "https")
            #expect(await client.outcome(of: Post()) == "200 after 2")
            #expect(server.requests.count == 2)
            #expect(server.connections == (closes ? 2 : 1))
        }
    }

    @Test("What may have been processed is not, save where that does no harm")
    func notReplaySafe() async throws {
        for (call, want) in [
            (Post() as any OperationRequest, "transport after 1: mayHaveActed"), (Put(), "200 after 2"),
        ] {
            let reset = Self.open + [.write(HTTP2.reset(1, .internalError)), .readHTTP2Request, Self.json(3), .silence]
            try await run(reset) { server, transport in
                let client = APIClient.wire(server.port, transport, scheme: "https")
                #expect(await client.outcome(of: call) == want)
            }
        }
    }

    static let floods: [(String, [UInt8])] = [
        ("PING", HTTP2.ping), ("SETTINGS", HTTP2.settings), ("RST of the stream", HTTP2.reset(1, .cancel)),
        ("RST of streams that never were", HTTP2.reset(101, .cancel)),
        ("empty DATA", HTTP2.ok(1) + HTTP2.data(1, "")), ("WINDOW_UPDATE", HTTP2.frame(.windowUpdate, [0, 0, 0, 1])),
        ("PRIORITY", HTTP2.frame(.priority, stream: 1, [0, 0, 0, 0, 1])),
        ("unknown frames", [0, 0, 1, 0xbb, 0, 0, 0, 0, 0, 7]),
    ]

    @Test("Floods of frames end, or are passed over until a limit, and memory stays flat", arguments: floods.indices)
    func flood(_ index: Int) async throws {
        let (name, frame) = Self.floods[index]
        let pieces = Array(repeatElement(frame, count: 100).joined())
        try await run(Self.open + [.drip(pieces, times: 1000), .silence]) { server, transport in
            let before = Machine.residentBytes
            var limits = TransportTimeouts(firstByte: .seconds(2), idle: .seconds(2))
            limits.total = .seconds(10)
            let outcome = await transport.outcome(of: request(scheme: "https", port: server.port, timeouts: limits))
            guard case .error(_, .maybeSent) = outcome else { Issue.record("\(name): \(outcome)"); return }
            if let before, let after = Machine.residentBytes { #expect(after - before < 100 << 20, "\(name)") }
        }
    }

    @Test("Cancelling one call leaves the others of its connection alone") func cancellation() async throws {
        let script = Self.open + [.readHTTP2Request, Self.json(3), .readHTTP2Request, Self.json(5), .silence]
        try await run(script) { server, transport in
            let first = Task { await transport.outcome(of: request(scheme: "https", port: server.port)) }
            await server.wait { $0.requests.count == 1 }
            let second = await transport.outcome(of: request(scheme: "https", port: server.port))
            #expect(second == .response(status: 200, body: "1"))
            first.cancel()
            #expect(await first.value == .error(.cancelled, .maybeSent))
            let third = await transport.outcome(of: request(scheme: "https", port: server.port))
            #expect(third == .response(status: 200, body: "1"))
            #expect(server.connections == 1)
        }
    }
}
