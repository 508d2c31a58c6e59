import ApusRuntime
import CanarySupport
import NIOConcurrencyHelpers
import Testing

/// Faulty servers, rows 22 and 23: redirects, of which none is followed unless asked for.
@Suite(.timeLimit(.minutes(2))) struct RedirectFaultTests {
    /// Where it points (`OTHER` and `SELF` are ports), and what the error says of it.
    static let locations: [(String, String)] = [
        ("http://127.0.0.1:OTHER/steal?key=c4n4ry7f3a9c", "points to `http://127.0.0.1:OTHER`"),
        ("http://localhost:OTHER/", "points to `http://localhost:OTHER`"),
        ("//127.0.0.1:OTHER/", "points to `http://127.0.0.1:OTHER`"),
        ("https://127.0.0.1:OTHER/", "points to `https://127.0.0.1:OTHER`"),
        ("HTTP://127.0.0.1:OTHER/", "points to `http://127.0.0.1:OTHER`"),
        ("http://127.0.0.1:SELF/call", "points to `http://127.0.0.1:SELF`"), ("/call", "points to another path of"),
        ("file:///etc/passwd", "points to something that is no plain URL"),
        ("unix:///var/run/docker.sock", "points to something that is no plain URL"),
        ("http://user:pass@127.0.0.1:OTHER/", "points to something that is no plain URL"),
        ("javascript:alert(1)", "points to something that is no plain URL"), ("", "points to"),
        ("http://[::1", "points to something that is no plain URL"),
    ]

    static let keys: [SecurityScheme] = [
        .bearer("key"), .apiKey("key", header: "X-API-Key"), .apiKey("key", cookie: "session"),
        .apiKey("key", query: "key"), .basic("key"), .http("key", scheme: "Custom"),
    ]

    @Test(
        "One request, no second one anywhere, and an error that names the origin",
        arguments: TransportKind.allCases, [301, 302, 303, 307, 308])
    func notFollowed(_ kind: TransportKind, _ status: Int) async throws {
        try await FaultServer.run([.readRequest, .json(200, "{}"), .close]) { other in
            for (index, (location, says)) in Self.locations.enumerated() {
                let answer = FaultServer.Step.answer { request in
                    let own = request.split(separator: "\r\n").first { $0.lowercased().hasPrefix("host:") }
                    let location = location.replacing("OTHER", with: "\(other.port)")
                        .replacing("SELF", with: own?.split(separator: ":").last ?? "")
                    return Array("HTTP/1.1 \(status) M\r\nLocation: \(location)\r\nContent-Length: 0\r\n\r\n".utf8)
                }
                try await FaultServer.run([.readRequest, answer, .silence]) { server in
                    try await kind.run { transport in
                        let key = Self.keys[index % Self.keys.count]
                        let client = APIClient.wire(
                            server.port, transport, key: key, credential: "user:secret-c4n4ry7f3a9c")
                        let error = await client.failure(of: Post())
                        #expect(error?.details.status == status, "\(location)")
                        let message = error?.details.message ?? ""
                        let wanted = says.replacing("OTHER", with: "\(other.port)")
                            .replacing("SELF", with: "\(server.port)")
                        #expect(message.contains(wanted), "\(location): \(message)")
                        #expect(!Canary.isIn(message))
                        #expect(server.requests.count == 1)
                    }
                }
            }
            #expect(other.connections == 0)
        }
    }

    @Test("A redirect leaves a one-shot body and its call at one attempt", arguments: TransportKind.allCases)
    func oneShot(_ kind: TransportKind) async throws {
        let answer = "HTTP/1.1 307 M\r\nLocation: /elsewhere\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        try await FaultServer.run([.readRequest, .write(answer), .close]) { server in
            try await kind.run { transport in
                let body = RequestBody.once(
                    AsyncStream<[UInt8]> {
                        $0.yield([1]); $0.finish()
                    }, length: 1)
                let outcome = await APIClient.wire(server.port, transport).outcome(of: Put(body: body))
                #expect(outcome == "unexpectedStatus 307 after 1: notRetryable")
                #expect(server.connections == 1)
            }
        }
    }

    // MARK: On request

    static func redirect(_ status: Int, to location: String) -> FaultServer.Step {
        .write("HTTP/1.1 \(status) M\r\nLocation: \(location)\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
    }

    static let good: FaultServer.Script = [.readRequest, .json(200, "1", "Connection: close\r\n"), .close]

    @Test(
        "On request it is followed within the origin, with method, body and credential",
        arguments: TransportKind.allCases, [301, 302, 307, 308])
    func followed(_ kind: TransportKind, _ status: Int) async throws {
        let script: FaultServer.Script = [.readRequest, Self.redirect(status, to: "/other?x=1"), .close]
        try await FaultServer.run(script, Self.good) { server in
            try await kind.run { transport in
                let client = APIClient.wire(server.port, transport, credential: "key-c4n4ry7f3a9c") {
                    $0.redirects = .sameOrigin
                }
                #expect(await client.outcome(of: Put()) == "200 after 2")
                let requests = server.requests
                #expect(requests.last?.hasPrefix("PUT /other?x=1 HTTP/1.1\r\n") == true)
                #expect(requests.last?.hasSuffix("\u{1}\u{2}\u{3}") == true)
                #expect(requests.allSatisfy { $0.contains("Bearer key-c4n4ry7f3a9c") })
            }
        }
    }

    @Test("On request to another origin, the key stays behind, on the way back too", arguments: TransportKind.allCases)
    func keyStaysBehind(_ kind: TransportKind) async throws {
        for key in Self.keys {
            let home = NIOLockedValueBox(0)
            let back = FaultServer.Step.answer { _ in
                let port = home.withLockedValue { $0 }
                let location = "Location: http://127.0.0.1:\(port)/2"
                return Array("HTTP/1.1 302 M\r\n\(location)\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".utf8)
            }
            try await FaultServer.run([.readRequest, back, .close]) { other in
                let away = Self.redirect(302, to: "http://localhost:\(other.port)/1")
                try await FaultServer.run([.readRequest, away, .close], Self.good) { server in
                    home.withLockedValue { $0 = server.port }
                    try await kind.run { transport in
                        let client = APIClient.wire(server.port, transport, key: key, credential: "user:c4n4ry7f3a9c") {
                            $0.redirects = RedirectPolicy(allowsOtherOrigins: true)
                            $0.headers = ["X-Own": "own-c4n4ry7f3a9c"]
                        }
                        #expect(await client.outcome(of: Get()) == "200 after 3", "\(key)")
                        #expect(server.requests.first.map(Canary.isIn) == true)
                        let behind = (other.requests + server.requests.dropFirst()).joined()
                        #expect(!Canary.isIn(behind), "\(key): \(behind)")
                        #expect(other.requests.count == 1 && server.requests.count == 2)
                    }
                }
            }
        }
    }

    /// The redirect, the method, and the reason for which it is not followed.
    static let refusals: [(status: Int, location: String, call: any OperationRequest, reason: String)] = [
        (302, "http://localhost:OTHER/", Get(), "it points to another origin"),
        (307, "file:///etc/passwd", Get(), "it points to no plain URL of the web"),
        (307, "http://me:you@127.0.0.1:OTHER/", Get(), "it points to no plain URL of the web"),
        (303, "/2", Post(), "it would turn the POST into a GET"),
        (301, "/2", Post(), "it would turn the POST into a GET"),
        (302, "", Get(), "it names no single place"),
        (302, "/a\r\nLocation: /b", Get(), "it names no single place"),
        (307, "/call", Get(), "the redirects lead in a circle"),
    ]

    @Test("What is refused on request too: one request", arguments: TransportKind.allCases)
    func refused(_ kind: TransportKind) async throws {
        try await FaultServer.run(Self.good) { other in
            // URLSession keeps one field of a name.
            for row in Self.refusals where kind == .asyncHTTPClient || !row.location.contains("\r\n") {
                let location = row.location.replacing("OTHER", with: "\(other.port)")
                let script: FaultServer.Script = [.readRequest, Self.redirect(row.status, to: location), .close]
                try await FaultServer.run(script) { server in
                    try await kind.run { transport in
                        let client = APIClient.wire(server.port, transport) { $0.redirects = .sameOrigin }
                        let error = await client.failure(of: row.call)
                        #expect(error?.details.status == row.status, "\(row.location)")
                        #expect(error?.details.message.hasSuffix(row.reason) == true, "\(error?.details.message ?? "")")
                        #expect(server.requests.count == 1, "\(row.location)")
                    }
                }
            }
            #expect(other.connections == 0)
        }
    }

    @Test("Redirects without end, and a one-shot body, end too", arguments: TransportKind.allCases)
    func bounded(_ kind: TransportKind) async throws {
        let scripts = (1...30).map { number -> FaultServer.Script in
            [.readRequest, Self.redirect(307, to: "/\(number)"), .close]
        }
        try await FaultServer.run(scripts: scripts) { server in
            try await kind.run { transport in
                let client = APIClient.wire(server.port, transport) { $0.redirects = RedirectPolicy(maximum: 100) }
                let error = await client.failure(of: Get())
                #expect(error?.details.message.hasSuffix("the call was redirected 20 times already") == true)
                #expect(server.requests.count == 21)
            }
        }
        try await FaultServer.run(scripts: scripts) { server in
            try await kind.run { transport in
                let pieces = AsyncStream<[UInt8]> {
                    $0.yield([1]); $0.finish()
                }
                let client = APIClient.wire(server.port, transport) { $0.redirects = .sameOrigin }
                let error = await client.failure(of: Put(body: .once(pieces, length: 1)))
                #expect(error?.details.message.hasSuffix("the request's body cannot be sent again") == true)
                #expect(server.requests.count == 1)
            }
        }
    }
}
