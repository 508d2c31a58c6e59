import ApusRuntime
import ApusTesting
import HTTPTypes
import Testing

/// What crosses the wire when all goes well: the same for both transports, but for the differences they document.
@Suite struct WireTests {
    static let ok = "HTTP/1.1 200 OK\r\n"

    @Test(arguments: TransportKind.allCases)
    func requestLineAndHeadersArriveAsTheyAre(_ kind: TransportKind) async throws {
        let target =
            "/api/v1/a%2Fb%20c/%F0%9F%98%80/..%2F/;x=1/~'()*!$&+,:@?id=%2F%3F%26%23%25%2B&q=a+b&e=&f&list%5B%5D=1&s=%22"
        let headers: HTTPFields = [
            .authorization: "Bearer key-c4n4ry7f3a9c", HTTPField.Name("X-OpenRouter-Title")!: "Caf\u{e9} \u{1F600}",
            HTTPField.Name("x-lower")!: "1", .userAgent: "apus", .accept: "application/json",
        ]
        let request = try await Self.recorded(kind, .get, target, headers: headers)
        #expect(request.hasPrefix("GET \(target) HTTP/1.1\r\n"), "\(request)")
        for line in [
            "Authorization: Bearer key-c4n4ry7f3a9c", "X-OpenRouter-Title: Caf\u{e9} \u{1F600}", "x-lower: 1",
            "User-Agent: apus",
            "Accept: application/json",
        ] {
            let (sent, wanted) = kind == .asyncHTTPClient ? (request, line) : (request.lowercased(), line.lowercased())
            #expect(sent.contains("\r\n\(wanted)\r\n"), "\(line) in \(request)")
        }
        #expect(!request.lowercased().contains("content-length"))
        #expect(!request.lowercased().contains("cookie"))
        #expect(!request.lowercased().contains("apus-exchange"), "a mark of ours, see `HandoverWatch`")
    }

    @Test func headersKeepTheirOrder() async throws {
        let names = ["Zebra", "alpha", "Authorization", "Middle"]
        var headers = HTTPFields()
        for name in names { headers.append(HTTPField(name: HTTPField.Name(name)!, value: "\(name)-c4n4ry7f3a9c")) }
        let request = try await Self.recorded(.asyncHTTPClient, .get, "/", headers: headers)
        let sent = request.split(separator: "\r\n").dropFirst().map { String($0.prefix { $0 != ":" }) }
        #expect(sent.first == "Host")
        #expect(Array(sent.dropFirst().prefix(4)) == names)
    }

    @Test(
        arguments: TransportKind.allCases,
        [
            ("POST", "{\"a\":1}", 7), ("PUT", "1", 1), ("PATCH", "\0\u{ff}", 3), ("DELETE", "x", 1), ("POST", "", 0),
            ("QUERY", "x", 1), ("POST", String(repeating: "0123456789", count: 200_000), 2_000_000),
        ])
    func bodiesArriveWhole(_ kind: TransportKind, _ row: (method: String, body: String, length: Int)) async throws {
        let request = try await Self.recorded(
            kind, HTTPRequest.Method(row.method)!, "/", headers: [.contentType: "application/json"],
            body: Array(row.body.utf8))
        #expect(request.hasPrefix("\(row.method) / HTTP/1.1\r\n"), "\(row.method)")
        #expect(request.lowercased().contains("\r\ncontent-length: \(row.length)\r\n"), "\(request.prefix(500))")
        #expect(request.hasSuffix("\r\n\r\n" + row.body), "\(row.method)")
    }

    @Test(arguments: TransportKind.allCases, ["POST", "DELETE", "HEAD", "OPTIONS"])
    func requestsWithoutABodyHaveNone(_ kind: TransportKind, _ method: String) async throws {
        let request = try await Self.recorded(kind, HTTPRequest.Method(method)!, "/")
        #expect(request.hasPrefix("\(method) / HTTP/1.1\r\n"))
        #expect(request.hasSuffix("\r\n\r\n"))
        #expect(!request.lowercased().contains("transfer-encoding"))
    }

    /// Name, response, status, body.
    static let responses: [(String, [FaultServer.Step], Int, [UInt8])] = [
        ("empty", [.write(ok + "Content-Length: 0\r\n\r\n")], 200, []),
        ("one byte", [.write(ok + "Content-Length: 1\r\n\r\n"), .write([0xff])], 200, [0xff]),
        (
            "1 MiB", [.write(ok + "Content-Length: 1048576\r\n\r\n"), .write([UInt8](repeating: 7, count: 1 << 20))],
            200,
            [UInt8](repeating: 7, count: 1 << 20)
        ),
        (
            "chunks with an extension",
            [.write(ok + "Transfer-Encoding: chunked\r\n\r\n1;a=b\r\nA\r\n2\r\nBC\r\n0\r\n\r\n")], 200,
            Array("ABC".utf8)
        ),
        (
            "gzip",
            [
                .write(ok + "Content-Encoding: gzip\r\nContent-Length: \(Samples.gzip.count)\r\n\r\n"),
                .write(Samples.gzip),
            ],
            200, Array(#"{"data":{"id":"gen-1"}}"#.utf8)
        ),
        ("204", [.write("HTTP/1.1 204 No Content\r\n\r\n")], 204, []),
        ("304", [.write("HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n")], 304, []),
        (
            "error with a body", [.write("HTTP/1.1 401 Unauthorized\r\nContent-Length: 2\r\n\r\n{}")], 401,
            Array("{}".utf8)
        ),
        (
            "challenge", [.write("HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=x\r\nContent-Length: 2\r\n\r\n{}")],
            401, Array("{}".utf8)
        ),
        ("unknown status", [.write("HTTP/1.1 599 Odd\r\nContent-Length: 2\r\n\r\nab")], 599, Array("ab".utf8)),
    ]

    @Test(arguments: TransportKind.allCases, responses.indices)
    func responsesComeBackWhole(_ kind: TransportKind, _ index: Int) async throws {
        let (name, script, status, body) = Self.responses[index]
        try await FaultServer.run([.readRequest] + script) { server in
            try await kind.run { transport in
                let response = try await transport.send(request(port: server.port))
                #expect(response.head.status.code == status, "\(name)")
                let received = try await response.body.collect()
                #expect(received == body, "\(name)")
                let afterTheEnd = try await response.body.next()
                #expect(afterTheEnd == nil, "\(name)")
            }
        }
    }

    @Test(arguments: TransportKind.allCases)
    func headHasNoBody(_ kind: TransportKind) async throws {
        try await FaultServer.run([.readRequest, .write(Self.ok + "Content-Length: 5\r\nX-A: b\r\n\r\n")]) { server in
            try await kind.run { transport in
                let response = try await transport.send(request(.head, port: server.port))
                let body = try await response.body.collect()
                #expect(body == [])
                #expect(response.head.headerFields[HTTPField.Name("x-a")!] == "b")
            }
        }
    }

    @Test(arguments: TransportKind.allCases, [301, 302, 303, 307, 308])
    func redirectsComeBackAsTheyAre(_ kind: TransportKind, _ status: Int) async throws {
        try await FaultServer.run([.readRequest, .write(Self.ok + "Content-Length: 6\r\n\r\nleaked"), .close]) {
            other in
            let location = "http://127.0.0.1:\(other.port)/elsewhere"
            let response = "HTTP/1.1 \(status) Moved\r\nLocation: \(location)\r\nContent-Length: 4\r\n\r\nmove"
            try await FaultServer.run([.readRequest, .write(response)]) { server in
                try await kind.run { transport in
                    let response = try await transport.send(
                        request(port: server.port, headers: [.authorization: "Bearer key-c4n4ry7f3a9c"]))
                    #expect(response.head.status.code == status)
                    #expect(response.head.headerFields[.location] == location)
                    let body = String(decoding: try await response.body.collect(), as: UTF8.self)
                    #expect(["move", ""].contains(body))
                    #expect(kind == .urlSession || body == "move")
                }
            }
            #expect(other.connections == 0)
        }
    }

    @Test(arguments: TransportKind.allCases)
    func cookiesAreNotKept(_ kind: TransportKind) async throws {
        let answer = Self.ok + "Set-Cookie: a=b; Path=/\r\nContent-Length: 0\r\n\r\n"
        try await FaultServer.run([.readRequest, .write(answer), .readRequest, .write(answer)]) { server in
            try await kind.run { transport in
                for _ in 0..<2 { _ = await transport.outcome(of: request(port: server.port)) }
                #expect(server.requests.count == 2)
                #expect(server.requests.allSatisfy { !$0.lowercased().contains("\r\ncookie") })
            }
        }
    }

    @Test(arguments: TransportKind.allCases)
    func connectionsAreReused(_ kind: TransportKind) async throws {
        let answer = FaultServer.Step.write(Self.ok + "Content-Length: 1\r\n\r\n1")
        try await FaultServer.run([.readRequest, answer, .readRequest, answer, .readRequest, answer]) { server in
            try await kind.run { transport in
                for _ in 0..<3 { _ = await transport.outcome(of: request(port: server.port)) }
                #expect(server.connections == (kind == .asyncHTTPClient ? 1 : 3))
            }
        }
    }

    @Test(arguments: TransportKind.allCases)
    func hundredAtOnce(_ kind: TransportKind) async throws {
        let server = try await ExampleServer.start([Operations.ping])
        let url = server.port
        try await kind.run { transport in
            let outcomes = await withTaskGroup(of: Outcome.self) { group in
                for number in 0..<100 {
                    group.addTask { await transport.outcome(of: request(port: url, path: "/ping?n=\(number)")) }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.count == 100)
            #expect(outcomes.allSatisfy { $0 == .response(status: 200, body: "{}") })
        }
        #expect(Set(server.requests.map(\.target)).count == 100)
        try await server.shutdown()
    }

    /// The request as the server reads it.
    private static func recorded(
        _ kind: TransportKind, _ method: HTTPRequest.Method, _ path: String, headers: HTTPFields = [:],
        body: [UInt8]? = nil
    ) async throws -> String {
        try await FaultServer.run([.readRequest, .write(ok + "Content-Length: 0\r\n\r\n")]) { server in
            try await kind.run { transport in
                _ = try await transport.send(
                    request(method, port: server.port, path: path, headers: headers, body: body))
                return try #require(server.requests.first)
            }
        }
    }
}
