import ApusRuntime
import Testing

/// Faulty servers, rows 22 and 23: redirects, of which none is followed.
@Suite(.timeLimit(.minutes(2))) struct RedirectFaultTests {
    /// Where it points (`OTHER` and `SELF` are ports), and what the error says of it.
    static let locations: [(String, String)] = [
        ("http://127.0.0.1:OTHER/steal?key=canary", "points to `http://127.0.0.1:OTHER`"),
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
                        let client = APIClient.wire(server.port, transport, key: key, credential: "user:secret-canary")
                        let error = await client.failure(of: Post())
                        #expect(error?.details.status == status, "\(location)")
                        let message = error?.details.message ?? ""
                        let wanted = says.replacing("OTHER", with: "\(other.port)")
                            .replacing("SELF", with: "\(server.port)")
                        #expect(message.contains(wanted), "\(location): \(message)")
                        #expect(!message.contains("canary"))
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
}
