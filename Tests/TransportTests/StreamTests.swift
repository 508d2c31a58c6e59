import ApusJSON
import ApusRuntime
import Testing

/// Streams over the wire: what a server writes piece by piece is read piece by piece.
@Suite(.timeLimit(.minutes(1))) struct StreamTests {
    struct Listen: OperationRequest {
        typealias Output = ResponseStream<Int>
        static let operation = OperationDescription(
            id: "listen", method: "GET", path: "/", accept: ["text/event-stream", "application/jsonl"],
            success: [.exact(200)], delivery: .stream(.init(sentinel: "[DONE]")))
        func encode(into request: inout RequestBuilder) {}
    }

    struct Fetch: OperationRequest {
        typealias Output = Download
        static let operation = OperationDescription(
            id: "fetch", method: "GET", path: "/", accept: ["*/*"], success: [.exact(200)], delivery: .download)
        func encode(into request: inout RequestBuilder) {}
    }

    static func client(_ server: FaultServer, _ transport: any Transport) -> APIClient {
        APIClient(
            description: APIDescription(name: "Streams", version: "1", servers: ["http://127.0.0.1:\(server.port)"]),
            transport: transport)
    }

    static let head = FaultServer.Step.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n")

    @Test("The first event arrives while the server is silent", arguments: TransportKind.allCases)
    func firstEventArrives(_ kind: TransportKind) async throws {
        try await FaultServer.run([.readHead, Self.head, .write("data: 1\n\n"), .silence]) { server in
            try await kind.run { transport in
                let stream = try await Self.client(server, transport).send(Listen()).value
                var values: [Int] = []
                for try await value in stream {
                    values.append(value)
                    break
                }
                #expect(values == [1])
                #expect(stream.status == 200)
            }
        }
    }

    @Test("The sentinel ends the stream although the connection stays open", arguments: TransportKind.allCases)
    func sentinelEnds(_ kind: TransportKind) async throws {
        let events = "data: 1\r\n\r\ndata: 2\n\ndata: [DONE]\n\n"
        try await FaultServer.run([.readHead, Self.head, .write(events), .silence]) { server in
            try await kind.run { transport in
                let values = try await Self.client(server, transport).send(Listen()).value.collect()
                #expect(values == [1, 2])
            }
        }
    }

    @Test("An early end is an error behind the values", arguments: TransportKind.allCases)
    func earlyEnd(_ kind: TransportKind) async throws {
        try await FaultServer.run([.readHead, Self.head, .write("data: 1\n\n"), .close]) { server in
            try await kind.run { transport in
                let stream = try await Self.client(server, transport).send(Listen()).value
                var iterator = stream.makeAsyncIterator()
                let first = try await iterator.next()
                #expect(first == 1)
                do {
                    _ = try await iterator.next()
                    Issue.record("no error")
                } catch let error as CallFailure {
                    guard case .transport = error else { Issue.record("\(error)"); return }
                }
                let last = try await iterator.next()
                #expect(last == nil)
            }
        }
    }

    @Test("Cancelling a task that waits for an event ends it", arguments: TransportKind.allCases)
    func cancelled(_ kind: TransportKind) async throws {
        try await FaultServer.run([.readHead, Self.head, .write("data: 1\n\n"), .silence]) { server in
            try await kind.run { transport in
                let stream = try await Self.client(server, transport).send(Listen()).value
                let (seen, first) = AsyncStream<Int>.makeStream()
                let task = Task { for try await value in stream { first.yield(value) } }
                for await _ in seen { break }
                task.cancel()
                guard case .failure(let error) = await task.result, case .cancelled? = error as? CallFailure else {
                    Issue.record("no cancellation")
                    return
                }
            }
        }
    }

    @Test("A download comes in pieces and whole", arguments: TransportKind.allCases)
    func download(_ kind: TransportKind) async throws {
        let head = "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 300000\r\n\r\n"
        let piece = [UInt8](repeating: 7, count: 1000)
        try await FaultServer.run([.readHead, .write(head), .drip(piece, times: 300), .close]) { server in
            try await kind.run { transport in
                let download = try await Self.client(server, transport).send(Fetch()).value
                #expect(download.expectedBytes == 300_000)
                let bytes = try await download.collect(upTo: 300_000)
                #expect(bytes.count == 300_000)
            }
        }
    }
}
