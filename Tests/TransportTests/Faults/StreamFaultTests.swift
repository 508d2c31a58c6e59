import ApusJSON
import ApusRuntime
import Testing

/// Faulty servers, rows 36 and 39 to 42: event streams over the wire. Rows 36 to 38 byte by byte: `EventStreamTests`.
@Suite(.timeLimit(.minutes(2))) struct StreamFaultTests {
    /// Events as they come, in the style of generated code; the document names no last one.
    struct Open: OperationRequest {
        typealias Output = ResponseStream<ServerSentEvent>
        static let operation = OperationDescription(
            id: "open", method: "GET", path: "/", accept: ["text/event-stream"], success: [.exact(200), .exact(204)],
            delivery: .stream(.init(shape: .event, content: .text)),
            errors: [.init(.default, contentType: "*/*", index: nil)])
        func encode(into request: inout RequestBuilder) {}
    }

    static let head = FaultServer.Step.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n")

    /// The data of the events, and behind them how the stream ended.
    static func read<R: OperationRequest, Value>(
        _ call: R, _ script: FaultServer.Script, _ kind: TransportKind, limit: Int = 8 << 20
    ) async throws -> [String] where R.Output == ResponseStream<Value> {
        try await FaultServer.run(script) { server in
            let got = try await kind.run { transport in
                let client = APIClient.wire(server.port, transport) { $0.maximumEventBytes = limit }
                var got: [String] = []
                do {
                    for try await value in try await client.send(call).value {
                        got.append((value as? ServerSentEvent)?.data ?? "\(value)")
                    }
                } catch let error as CallFailure {
                    got.append("! \(error.name)")
                }
                #expect(await server.wait { $0.open == 0 }, "the connection is closed")
                return got
            }
            #expect(server.connections == 1, "a stream is never taken up again")
            return got
        }
    }

    @Test("Events that come a byte at a time", arguments: TransportKind.allCases)
    func drip(_ kind: TransportKind) async throws {
        let text = "\u{FEFF}data: 1\r\ndata: é\r\n\r\n:c\rdata: 2\r\rid: 3\ndata\n\nevent: x\r\ndata:  😀\r\n\r\n"
        let script: FaultServer.Script = [.readHead, Self.head] + text.utf8.map { .drip([$0], times: 1) } + [.close]
        #expect(try await Self.read(Open(), script, kind) == ["1\né", "2", "", " 😀"])
    }

    typealias Row = (text: String, end: FaultServer.Step, open: [String], closed: [String])

    /// What comes of a stream without and with a documented last event.
    static let endings: [Row] = [
        ("data: 1\n\ndata: [DONE]\n\n", .close, ["1", "[DONE]"], ["1"]),
        ("data: 1\n\n", .close, ["1"], ["1", "! transport"]),
        ("data: 1\n\ndata: 2\n", .close, ["1", "! transport"], ["1", "! transport"]),
        ("data: 1\n\ndata: 2", .close, ["1", "! transport"], ["1", "! transport"]),
        ("data: 1\n\nda", .close, ["1", "! transport"], ["1", "! transport"]),
        ("data: 1\n\nevent: x\n", .close, ["1", "! transport"], ["1", "! transport"]),
        ("data: 1\n\n: ping", .close, ["1"], ["1", "! transport"]),
        ("data: 1\n\n", .reset, ["1", "! transport"], ["1", "! transport"]),
        ("data: 1\n\ndata: 2", .reset, ["1", "! transport"], ["1", "! transport"]),
        // Where events are handed over as they are, this one is too.
        ("data: 1\n\nevent: error\ndata: no\n\n", .close, ["1", "no"], ["1", "! unexpectedStatus"]),
        ("", .close, [], ["! transport"]),
    ]

    @Test("How a stream ends is never silent", arguments: TransportKind.allCases, endings.indices)
    func ends(_ kind: TransportKind, _ index: Int) async throws {
        let row = Self.endings[index]
        // Whole before it breaks off: a reset may overtake what the reader has not taken yet.
        var end = [row.end]
        if case .reset = row.end { end = [.pause(.milliseconds(100)), .reset] }
        let script: FaultServer.Script = [.readHead, Self.head, .write(row.text)] + end
        #expect(try await Self.read(Open(), script, kind) == row.open, "\(row.text)")
        #expect(try await Self.read(StreamTests.Listen(), script, kind) == row.closed, "\(row.text)")
    }

    static let noStreams: [(String, [String])] = [
        ("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 3\r\n\r\n<p>", ["! unexpectedStatus"]),
        ("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\ndata: 1\n\n", ["! unexpectedStatus"]),
        ("HTTP/1.1 204 No\r\n\r\n", []),
        (
            "HTTP/1.1 404 No\r\nContent-Type: text/event-stream\r\nContent-Length: 9\r\n\r\ndata: 1\n\n",
            ["! unexpectedStatus"]
        ),
    ]

    @Test(
        "A page, no type, no content, an error's status in place of a stream",
        arguments: TransportKind.allCases, noStreams.indices)
    func noStream(_ kind: TransportKind, _ index: Int) async throws {
        let (answer, want) = Self.noStreams[index]
        #expect(try await Self.read(Open(), [.readHead, .write(answer), .close], kind) == want)
    }

    static let piece = [UInt8](repeating: 0x61, count: 32 << 10)
    static let endless: [(String, FaultServer.Script)] = [
        ("a line", [.write("data: "), .drip(piece, times: 4096)]),
        ("a comment", [.write(": "), .drip(piece, times: 4096)]),
        ("a field without a name", [.drip(piece, times: 4096)]),
        ("lines of one event", [.drip(Array("data: ".utf8) + piece + [10], times: 4096)]),
        ("an event's type", [.write("event: "), .drip(piece, times: 4096)]),
        ("a large event", [.write("data: "), .drip(piece, times: 64), .write("\n\n")]),
    ]

    @Test(
        "Events without end: the limit (8 MiB by default), and memory stays flat",
        arguments: TransportKind.allCases, endless.indices)
    func limited(_ kind: TransportKind, _ index: Int) async throws {
        let (name, script) = Self.endless[index]
        let before = Machine.residentBytes
        #expect(
            try await Self.read(Open(), [.readHead, Self.head] + script, kind, limit: index == 0 ? 8 << 20 : 1 << 20)
                == ["! unexpectedStatus"], "\(name)")
        if let before, let after = Machine.residentBytes { #expect(after - before < 96 << 20, "\(name)") }
    }

    @Test("Comments and empty lines without end are no event, and take no memory", arguments: TransportKind.allCases)
    func pings(_ kind: TransportKind) async throws {
        let pings = Array(repeatElement(Array(": ping\n\n\r\nid\n\n".utf8), count: 4096).joined())
        let before = Machine.residentBytes
        let script: FaultServer.Script = [
            .readHead, Self.head, .drip(pings, times: 40), .write("data: 1\n\n"), .close,
        ]
        #expect(try await Self.read(Open(), script, kind) == ["1"])
        if let before, let after = Machine.residentBytes { #expect(after - before < 64 << 20) }
    }

    @Test("A slow reader holds a fast stream back") func slowReader() async throws {
        let event = Array("data: ".utf8) + [UInt8](repeating: 0x61, count: 8 << 10) + [10, 10]
        try await FaultServer.run([.readHead, Self.head, .drip(event, times: 16_384), .close]) { server in
            try await TransportKind.asyncHTTPClient.run { transport in
                let before = Machine.residentBytes
                let stream = try await APIClient.wire(server.port, transport).send(Open()).value
                var iterator = stream.makeAsyncIterator()
                for _ in 0..<3 {
                    _ = try await iterator.next()
                    try await server.standstill()
                }
                #expect(server.written < 24 << 20, "\(server.written) bytes of 128 MiB were written")
                if let before, let after = Machine.residentBytes { #expect(after - before < 64 << 20) }
                var count = 3
                while try await iterator.next() != nil, count < 2000 { count += 1 }
                #expect(count == 2000, "and it goes on when it is read again")
            }
        }
    }
}
