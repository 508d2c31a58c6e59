import ApusRuntime
import NIOConcurrencyHelpers
import Testing

/// Faulty servers, rows 32 and 33: uploads that are lost, answered early, or never read.
@Suite(.timeLimit(.minutes(2))) struct UploadFaultTests {
    /// Pieces of a body, and how many of them were pulled.
    final class Pieces: Sendable {
        private let pulled = NIOLockedValueBox(0)
        let count: Int
        let size: Int

        init(_ count: Int, of size: Int) { (self.count, self.size) = (count, size) }

        var taken: Int { pulled.withLockedValue { $0 } }

        var stream: AsyncStream<[UInt8]> {
            AsyncStream { [self] in
                let number = pulled.withLockedValue { pulled in
                    pulled += 1
                    return pulled
                }
                return number <= count ? [UInt8](repeating: 7, count: size) : nil
            }
        }
    }

    /// Fails attempts before they reach the transport.
    struct Unconnected: Middleware {
        let attempts: Int

        func attempt(
            _ request: TransportRequest, number: Int,
            next: @Sendable (TransportRequest) async throws(TransportError) -> TransportResponse
        ) async throws(TransportError) -> TransportResponse {
            if number <= attempts { throw TransportError(.connect, .notSent, "refused") }
            return try await next(request)
        }
    }

    @Test("A one-shot body that nobody has pulled goes out with the next attempt", arguments: TransportKind.allCases)
    func untouched(_ kind: TransportKind) async throws {
        try await FaultServer.run([.readRequest, .json(200, "1"), .silence]) { server in
            try await kind.run { transport in
                let pieces = Pieces(3, of: 10)
                let client = APIClient.wire(server.port, transport) { $0.middleware = [Unconnected(attempts: 2)] }
                let outcome = await client.outcome(of: Put(body: .once(pieces.stream, length: 30)))
                #expect(outcome == "200 after 3")
                #expect(server.requests.first?.hasSuffix(String(repeating: "\u{7}", count: 30)) == true)
            }
        }
    }

    /// The first attempt reads this much and is lost.
    static let losses: [(String, FaultServer.Script)] = [
        ("after the head", [.readHead, .reset]), ("after all of it", [.readRequest, .close]),
        ("after a 503", [.readRequest, .json(503, "{}"), .close]),
    ]

    @Test("A one-shot body that was pulled is not sent again", arguments: TransportKind.allCases, losses.indices)
    func spent(_ kind: TransportKind, _ index: Int) async throws {
        let (name, script) = Self.losses[index]
        for body in [Pieces(1, of: 1), Pieces(5, of: 10_000)] {
            try await FaultServer.run(script, [.readRequest, .json(200, "1")]) { server in
                try await kind.run { transport in
                    let client = APIClient.wire(server.port, transport)
                    let length = body.count * body.size
                    let error = await client.failure(of: Put(body: .once(body.stream, length: length)))
                    #expect(error?.details.retryStopReason == .bodySpent, "\(name)")
                    #expect(error?.details.attempts.count == 1, "\(name)")
                    #expect(server.connections == 1, "\(name)")
                }
            }
        }
    }

    @Test("A body that fails on this side fails the call, and is not tried again", arguments: TransportKind.allCases)
    func ownFailure(_ kind: TransportKind) async throws {
        struct Broken: Error {}
        for count in [0, 1, 5] {
            try await FaultServer.run([.readRequest, .silence]) { server in
                try await kind.run { transport in
                    let pulled = NIOLockedValueBox(0)
                    let stream = AsyncThrowingStream<[UInt8], any Error> {
                        let number = pulled.withLockedValue {
                            $0 += 1; return $0
                        }
                        guard number <= count else { throw Broken() }
                        return [1]
                    }
                    let error = await APIClient.wire(server.port, transport).failure(of: Put(body: .once(stream)))
                    #expect(error?.transportError?.reason == .requestBody)
                    #expect(error?.details.attempts.count == 1)
                    #expect(await server.wait { $0.open == 0 }, "the connection is closed")
                }
            }
        }
    }

    @Test(
        "An answer during the upload is the call's error, and the upload stops",
        arguments: TransportKind.allCases, [401, 413])
    func early(_ kind: TransportKind, _ status: Int) async throws {
        let answer = FaultServer.Step.json(status, #"{"error":"enough"}"#, "Connection: close\r\n")
        try await FaultServer.run([.readHead, answer, .silence]) { server in
            try await kind.run { transport in
                // URLSession has read all of a stream before it begins. Else the server reads on for as long as it is sent to: so
                // much that the answer comes before the end on the busiest machine.
                let pieces = Pieces(kind == .urlSession ? 1 << 10 : 1 << 20, of: 64 << 10)
                let body = RequestBody.stream(length: pieces.count * pieces.size) { pieces.stream }
                let error = await APIClient.wire(server.port, transport).failure(of: Post(body: body))
                #expect(error?.details.status == status)
                #expect(error?.details.attempts.count == 1)
                if kind == .asyncHTTPClient { #expect(pieces.taken < pieces.count) }
                #expect(await server.wait { $0.open == 0 }, "the connection is closed")
            }
        }
    }

    @Test(
        "A server that never reads the upload: a limit, no deadlock, the connection closed",
        arguments: TransportKind.allCases)
    func unread(_ kind: TransportKind) async throws {
        // The pause keeps the server from reading; the network's buffers fill, and the upload stands still.
        try await FaultServer.run([.readHead, .pause(.seconds(3)), .silence]) { server in
            try await kind.run { transport in
                let limits = TransportTimeouts(firstByte: .seconds(1), idle: .seconds(1))
                let body = [UInt8](repeating: 1, count: 64 << 20)
                let outcome = await transport.outcome(
                    of: request(.post, port: server.port, body: body, timeouts: limits))
                #expect(outcome == .error(.timeout(.firstByte), .maybeSent))
                #expect(await server.wait { $0.open == 0 }, "the connection is closed")
            }
        }
    }
}
