import ApusRuntime
import HTTPTypes
import Testing

/// Faulty servers, rows 11 to 14 and 17: heads and framing that break HTTP's rules, beyond those of ``FaultTests``.
@Suite(.timeLimit(.minutes(2))) struct FramingFaultTests {
    typealias Row = FaultTests.Row
    static let ok = FaultTests.ok

    static func row(
        _ name: String, _ response: String, _ asyncHTTPClient: Outcome, urlSession: Outcome? = nil,
        then end: FaultServer.Step = .close
    ) -> Row {
        Row(
            name: name, script: [.readRequest, .write(response), end], asyncHTTPClient: asyncHTTPClient,
            urlSession: urlSession ?? asyncHTTPClient)
    }

    static func body(_ text: String, _ status: Int = 200) -> Outcome { .response(status: status, body: text) }

    static let rows: [Row] = [
        row(
            "length and chunks", ok + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
            FaultTests.noHTTP),
        row("length negative", ok + "Content-Length: -1\r\n\r\nabc", FaultTests.noHTTP),
        row("length no number", ok + "Content-Length: 3x\r\n\r\nabc", FaultTests.noHTTP),
        row("length overflows", ok + "Content-Length: 99999999999999999999\r\n\r\nabc", FaultTests.noHTTP),
        row("NUL in a value", ok + "X: a\0b\r\nContent-Length: 1\r\n\r\n1", FaultTests.noHTTP),
        row("bare CR in a value", ok + "X: a\rb\r\nContent-Length: 1\r\n\r\n1", FaultTests.noHTTP),
        row(
            "folded value", ok + "X: a\r\n b\r\nContent-Length: 1\r\n\r\n1", FaultTests.noHTTP, urlSession: body("1")),
        row("name with a space", ok + "X Y: a\r\nContent-Length: 1\r\n\r\n1", FaultTests.noHTTP),
        row("no name", ok + ": a\r\nContent-Length: 1\r\n\r\n1", FaultTests.noHTTP),
        row(
            "3 MiB of fields",
            ok + String(repeating: "X: " + String(repeating: "a", count: 32 << 10) + "\r\n", count: 96) + "\r\n",
            FaultTests.noHTTP),
        row("204 with a body", "HTTP/1.1 204 No\r\nContent-Length: 3\r\n\r\nabc", body("", 204)),
        row("304 with a body", "HTTP/1.1 304 No\r\nContent-Length: 3\r\n\r\nabc", body("", 304)),
        row("HTTP/0.9", "<html>hello</html>", FaultTests.noHTTP),
        row("HTTP/3.0 in text", "HTTP/3.0 200 OK\r\nContent-Length: 1\r\n\r\n1", FaultTests.noHTTP),
        row("nothing but line ends", "\r\n\r\n\r\n\r\n", FaultTests.lost, urlSession: FaultTests.noHTTP),
        row(
            "two codings", ok + "Content-Encoding: gzip, gzip\r\nContent-Length: 3\r\n\r\nabc", FaultTests.noHTTP),
        row(
            "fifty codings",
            ok + "Content-Encoding: \(Array(repeating: "gzip", count: 50).joined(separator: ", "))\r\n"
                + "Content-Length: 3\r\n\r\nabc", FaultTests.noHTTP),
    ]

    @Test(arguments: TransportKind.allCases, rows)
    func outcome(_ kind: TransportKind, _ row: Row) async throws {
        try await FaultServer.run(row.script) { server in
            try await kind.run { transport in
                let outcome = await transport.outcome(of: request(port: server.port))
                #expect(outcome == row.wanted(of: kind), "\(row.name)")
                #expect(await server.wait { $0.open == 0 }, "\(row.name): the connection is closed")
            }
        }
    }

    @Test("A body behind the answer to HEAD is none, and answers nothing else", arguments: TransportKind.allCases)
    func headWithBody(_ kind: TransportKind) async throws {
        let answer = Self.ok + "Content-Length: 38\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
        try await FaultServer.run([.readRequest, .write(answer), .silence], [.readRequest, .json(200, "2"), .silence]) {
            server in
            try await kind.run { transport in
                let head = await transport.outcome(of: request(.head, port: server.port))
                #expect(head == .response(status: 200, body: ""))
                #expect(await server.wait { $0.open == 0 }, "the connection is dropped")
                // The pool may hear of that a moment later: a call that it then turns away was not sent.
                var next = Outcome.error(.connectionLost, .notSent)
                for _ in 0..<100 where next == .error(.connectionLost, .notSent) {
                    next = await transport.outcome(of: request(port: server.port))
                }
                #expect(next == .response(status: 200, body: "2"))
            }
        }
    }

    @Test(
        "A body in several codings is refused, in one field or in two", arguments: TransportKind.allCases,
        ["gzip, gzip", "gzip\r\nContent-Encoding: gzip", "identity, gzip", "br, gzip"])
    func severalCodings(_ kind: TransportKind, _ codings: String) async throws {
        let head = Self.ok + "Content-Encoding: \(codings)\r\nContent-Length: \(Samples.gzipTwice.count)\r\n\r\n"
        try await FaultServer.run([.readRequest, .write(Array(head.utf8) + Samples.gzipTwice), .close]) { server in
            try await kind.run { transport in
                #expect(await transport.outcome(of: request(port: server.port)) == FaultTests.noHTTP)
            }
        }
    }

    @Test("Bytes behind compressed data", arguments: TransportKind.allCases)
    func junkBehindGzip(_ kind: TransportKind) async throws {
        let bytes = Samples.gzip + Array("junk".utf8)
        let head = Self.ok + "Content-Encoding: gzip\r\nContent-Length: \(bytes.count)\r\n\r\n"
        try await FaultServer.run([.readRequest, .write(Array(head.utf8) + bytes), .close]) { server in
            try await kind.run { transport in
                let outcome = await transport.outcome(of: request(port: server.port))
                // Whatever a library makes of them, they are not part of the body.
                let want: [Outcome] = [FaultTests.noHTTP, .response(status: 200, body: #"{"data":{"id":"gen-1"}}"#)]
                #expect(want.contains(outcome))
            }
        }
    }

    /// One chunk after the other, each with an extension or a trailer of the longest kind.
    @Test("Endless chunk extensions and trailers end") func endlessFraming() async throws {
        let junk = [UInt8](repeating: 0x61, count: 64 << 10)
        for start in ["1;", "0\r\nX: "] {
            let head = Self.ok + "Transfer-Encoding: chunked\r\n\r\n" + start
            try await FaultServer.run([.readRequest, .write(head), .drip(junk, times: 4096)]) { server in
                try await TransportKind.asyncHTTPClient.run { transport in
                    var limits = TransportTimeouts(firstByte: .seconds(10), idle: .seconds(10))
                    limits.total = .seconds(20)
                    let outcome = await transport.outcome(of: request(port: server.port, timeouts: limits))
                    guard case .error(_, .maybeSent) = outcome else {
                        Issue.record("\(outcome)")
                        return
                    }
                    #expect(await server.wait { $0.open == 0 }, "the connection is closed")
                }
            }
        }
    }
}
