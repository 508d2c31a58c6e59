import ApusRuntime
import NIOSSL
import Testing

/// Faulty servers, row 35: TLS that cannot be trusted.
///
/// URLSession on Linux trusts the system's authorities alone and cannot be told of another: to it every certificate of
/// these tests is one of an unknown authority.
@Suite(.enabled(if: Certificates.shared != nil, Comment(rawValue: Certificates.skipped)), .timeLimit(.minutes(2)))
struct TLSFaultTests {
    let certificates: Certificates

    init() throws { certificates = try #require(Certificates.shared) }

    static let answer: FaultServer.Script = [.readRequest, .json(200, "1"), .silence]

    @Test(
        "A certificate that is not right: refused before a byte of the request, and not tried again",
        arguments: TransportKind.allCases, Certificates.Kind.allCases)
    func untrusted(_ kind: TransportKind, _ shown: Certificates.Kind) async throws {
        try await FaultServer.run(Self.answer, tls: ServerTLS(certificates: certificates, kind: shown)) { server in
            try await kind.run(trusting: certificates) { transport in
                let client = APIClient.wire(server.port, transport, scheme: "https")
                if shown == .good, kind == .asyncHTTPClient {
                    #expect(await client.outcome(of: Post()) == "200 after 1")
                    return
                }
                let error = await client.failure(of: Get())
                #expect(error?.transportError?.reason == .tls, "\(String(describing: error))")
                #expect(error?.transportError?.delivery == .notSent)
                #expect(error?.details.attempts.count == 1)
                #expect(server.requests.isEmpty)
                #expect(await server.wait { $0.open == 0 }, "the connection is closed")
            }
        }
    }

    @Test("Without a word about trust the tests' authority counts for nothing", arguments: TransportKind.allCases)
    func defaultTrust(_ kind: TransportKind) async throws {
        try await FaultServer.run(Self.answer, tls: ServerTLS(certificates: certificates)) { server in
            try await kind.run { transport in
                let outcome = await transport.outcome(of: request(scheme: "https", port: server.port))
                #expect(outcome == .error(.tls, .notSent))
            }
        }
    }

    @Test(
        "Versions of TLS: given, want",
        arguments: [
            (TLSVersion.tlsv1, false), (.tlsv11, false), (.tlsv12, true), (.tlsv13, true),
        ])
    func versions(_ version: TLSVersion, _ isFine: Bool) async throws {
        try await FaultServer.run(Self.answer, tls: ServerTLS(certificates: certificates, newest: version)) { server in
            try await TransportKind.asyncHTTPClient.run(trusting: certificates) { transport in
                let outcome = await transport.outcome(of: request(scheme: "https", port: server.port))
                #expect(outcome == (isFine ? .response(status: 200, body: "1") : .error(.tls, .notSent)), "\(version)")
            }
        }
    }

    @Test("URLSession and TLS 1.1: refused, for the version or for the authority") func oldVersionOnURLSession()
        async throws
    {
        try await FaultServer.run(Self.answer, tls: ServerTLS(certificates: certificates, newest: .tlsv11)) { server in
            try await TransportKind.urlSession.run { transport in
                let outcome = await transport.outcome(of: request(scheme: "https", port: server.port))
                #expect(outcome == .error(.tls, .notSent))
            }
        }
    }

    struct Ending: Sendable, CustomTestStringConvertible {
        let name: String
        let response: String
        var end = FaultServer.Step.cut
        let want: Outcome

        var testDescription: String { name }
    }

    static let ok = "HTTP/1.1 200 OK\r\n"
    static let endings: [Ending] = [
        Ending(name: "up to the close, cut", response: ok + "\r\nabc", want: FaultTests.lost),
        Ending(
            name: "up to the close, ended", response: ok + "\r\nabc", end: .close,
            want: .response(status: 200, body: "abc")),
        Ending(name: "length, cut inside", response: ok + "Content-Length: 9\r\n\r\nabc", want: FaultTests.lost),
        Ending(
            name: "length, cut behind", response: ok + "Content-Length: 3\r\n\r\nabc",
            want: .response(status: 200, body: "abc")),
        Ending(
            name: "chunks, cut inside", response: ok + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
            want: FaultTests.lost),
        Ending(name: "no answer, cut", response: "", want: FaultTests.lost),
        Ending(name: "no answer, ended", response: "", end: .close, want: FaultTests.lost),
    ]

    @Test("A connection that ends without the end of its TLS session may have been cut by anyone", arguments: endings)
    func cut(_ row: Ending) async throws {
        let script: FaultServer.Script = [.readRequest, .write(row.response), row.end]
        try await FaultServer.run(script, tls: ServerTLS(certificates: certificates)) { server in
            try await TransportKind.asyncHTTPClient.run(trusting: certificates) { transport in
                let outcome = await transport.outcome(of: request(scheme: "https", port: server.port))
                #expect(outcome == row.want)
            }
        }
    }

    @Test("A plain server where TLS is wanted, and a TLS server where none is", arguments: TransportKind.allCases)
    func mixedUp(_ kind: TransportKind) async throws {
        try await FaultServer.run([.write("HTTP/1.1 400 Bad\r\n\r\n"), .close]) { server in
            try await kind.run { transport in
                let outcome = await transport.outcome(of: request(scheme: "https", port: server.port))
                guard case .error(_, .notSent) = outcome else { Issue.record("\(outcome)"); return }
            }
        }
        try await FaultServer.run(Self.answer, tls: ServerTLS(certificates: certificates)) { server in
            try await kind.run { transport in
                let outcome = await transport.outcome(of: request(port: server.port))
                guard case .error(_, .maybeSent) = outcome else { Issue.record("\(outcome)"); return }
            }
        }
    }

    @Test("A server that is silent in the handshake: the connect limit") func silentHandshake() async throws {
        try await FaultServer.run([.silence]) { server in
            try await TransportKind.asyncHTTPClient.runImpatient { transport in
                let limits = TransportTimeouts(connect: .milliseconds(300), firstByte: .seconds(20))
                let outcome = await transport.outcome(
                    of: request(.post, scheme: "https", port: server.port, timeouts: limits))
                #expect(outcome == .error(.timeout(.connect), .notSent))
                #expect(await server.wait { $0.open == 0 }, "the connection is closed")
            }
        }
    }
}
