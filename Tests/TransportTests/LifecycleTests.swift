import ApusDefaultTransport
import ApusRuntime
import HTTPTypes
import Testing

/// Connecting, cancelling, holding back, shutting down.
@Suite(.timeLimit(.minutes(2))) struct LifecycleTests {
    static let ok = "HTTP/1.1 200 OK\r\n"

    @Test(arguments: TransportKind.allCases)
    func refusedConnection(_ kind: TransportKind) async throws {
        let port = try await FaultServer.run([.close]) { $0.port }
        try await kind.run { transport in
            #expect(await transport.outcome(of: request(.post, port: port, body: [1])) == .error(.connect, .notSent))
        }
    }

    @Test(arguments: TransportKind.allCases)
    func unknownHost(_ kind: TransportKind) async throws {
        try await kind.run { transport in
            let head = HTTPRequest(
                method: .get, scheme: "http", authority: "does-not-exist.invalid", path: "/", headerFields: [:])
            let limits = TransportTimeouts(connect: .seconds(3), firstByte: .seconds(3))
            let outcome = await transport.outcome(of: TransportRequest(head: head, timeouts: limits))
            // A machine without a resolver leaves the question open until the limit.
            #expect(
                [
                    .error(.nameResolution, .notSent), .error(.timeout(.connect), .notSent),
                    .error(.timeout(.firstByte), .maybeSent),
                ].contains(outcome))
            if case .error(.timeout, _) = outcome { print("unknownHost: this machine's resolver does not answer") }
        }
    }

    /// TEST-NET-1 (RFC 5737) answers nobody; where the network says so at once, that is a connect failure too.
    @Test func blackHole() async throws {
        try await TransportKind.asyncHTTPClient.run { transport in
            let head = HTTPRequest(method: .post, scheme: "http", authority: "192.0.2.1", path: "/", headerFields: [:])
            let limits = TransportTimeouts(connect: .milliseconds(200), firstByte: .seconds(5))
            let outcome = await transport.outcome(of: TransportRequest(head: head, body: [1], timeouts: limits))
            #expect([.error(.timeout(.connect), .notSent), .error(.connect, .notSent)].contains(outcome))
        }
    }

    @Test(arguments: TransportKind.allCases, ["ftp", "file", "http+unix", ""])
    func otherSchemesAreRefused(_ kind: TransportKind, _ scheme: String) async throws {
        try await kind.run { transport in
            let head = HTTPRequest(method: .get, scheme: scheme, authority: "127.0.0.1", path: "/", headerFields: [:])
            #expect(await transport.outcome(of: TransportRequest(head: head)) == .error(.other, .notSent))
        }
    }

    @Test(arguments: TransportKind.allCases)
    func cancelledWhileWaiting(_ kind: TransportKind) async throws {
        try await FaultServer.run([.readRequest, .silence]) { server in
            try await kind.run { transport in
                let call = Task { await transport.outcome(of: request(port: server.port)) }
                await server.wait { $0.requests.count == 1 }
                call.cancel()
                #expect(await call.value == .error(.cancelled, .maybeSent))
                #expect(await server.wait { $0.open == 0 }, "the connection is closed")
                #expect(server.connections == 1)
            }
        }
    }

    @Test(arguments: TransportKind.allCases)
    func cancelledBeforeSending(_ kind: TransportKind) async throws {
        try await FaultServer.run([.readRequest, .silence]) { server in
            try await kind.run { transport in
                let call = Task {
                    withUnsafeCurrentTask { $0?.cancel() }
                    return await transport.outcome(of: request(port: server.port))
                }
                #expect(await call.value == .error(.cancelled, .notSent))
                #expect(server.connections == 0)
            }
        }
    }

    @Test(arguments: TransportKind.allCases)
    func cancelledInTheBody(_ kind: TransportKind) async throws {
        try await FaultServer.run([.readRequest, .write(Self.ok + "Content-Length: 9\r\n\r\n1"), .silence]) { server in
            try await kind.run { transport in
                let response = try await transport.send(request(port: server.port))
                let first = try await response.body.next()
                #expect(first == [0x31])
                let reading = Task { () -> TransportError? in
                    do throws(TransportError) { _ = try await response.body.next() } catch { return error }
                    return nil
                }
                try await Task.sleep(for: .milliseconds(20))
                reading.cancel()
                #expect(await reading.value?.reason == .cancelled)
                #expect(await server.wait { $0.open == 0 }, "the connection is closed")
            }
        }
    }

    @Test(arguments: TransportKind.allCases)
    func droppedResponseClosesItsConnection(_ kind: TransportKind) async throws {
        try await FaultServer.run([.readRequest, .write(Self.ok + "Content-Length: 9\r\n\r\n1"), .silence]) { server in
            try await kind.run { transport in
                let status = try await transport.send(request(port: server.port)).head.status
                #expect(status == .ok)
                #expect(await server.wait { $0.open == 0 }, "the connection is closed")
            }
        }
    }

    @Test(arguments: TransportKind.allCases)
    func slowReaderHoldsTheServerBack(_ kind: TransportKind) async throws {
        let piece = [UInt8](repeating: 1, count: 64 * 1024)
        let script: [FaultServer.Step] = [
            .readRequest, .write(Self.ok + "Content-Length: \(32 << 20)\r\n\r\n"), .drip(piece, times: 512),
        ]
        try await FaultServer.run(script) { server in
            try await kind.run { transport in
                let response = try await transport.send(request(port: server.port))
                var read = try await response.body.next()?.count ?? 0
                // Nobody reads for a while: the kernel's buffers fill, and the server comes to a standstill.
                var written = -1
                while server.written != written {
                    written = server.written
                    try await Task.sleep(for: .milliseconds(200))
                }
                // URLSession on Linux reads on regardless.
                if kind == .asyncHTTPClient { #expect(written < 24 << 20, "\(written) bytes of 32 MiB were written") }
                while let piece = try await response.body.next() { read += piece.count }
                #expect(read == 32 << 20)
            }
        }
    }

    #if canImport(FoundationNetworking)
        /// Foundation on Linux reads on regardless: a reader who falls behind by 64 MiB is cut off.
        @Test func farBehind() async throws {
            let piece = [UInt8](repeating: 1, count: 64 * 1024)
            let script: [FaultServer.Step] = [.readRequest, .write(Self.ok + "\r\n"), .drip(piece, times: 8192)]
            try await FaultServer.run(script) { server in
                try await TransportKind.urlSession.run { transport in
                    let response = try await transport.send(request(port: server.port))
                    #expect(await server.wait { $0.open == 0 }, "the connection is closed")
                    do throws(TransportError) {
                        _ = try await response.body.collect()
                        Issue.record("the body is whole")
                    } catch {
                        #expect(error.reason == .other)
                    }
                }
            }
        }
    #endif

    @Test(arguments: TransportKind.allCases)
    func shutdownEndsCallsInFlight(_ kind: TransportKind) async throws {
        try await FaultServer.run([.readRequest, .silence]) { server in
            try await kind.run { transport in
                let call = Task { await transport.outcome(of: request(port: server.port)) }
                await server.wait { $0.requests.count == 1 }
                await transport.shutdown()
                guard case .error(let reason, .maybeSent) = await call.value else {
                    Issue.record("the call went on")
                    return
                }
                #expect([.other, .connectionLost].contains(reason))
                #expect(await server.wait { $0.open == 0 }, "the connection is closed")
                #expect(await transport.outcome(of: request(port: server.port)) == .error(.other, .notSent))
            }
        }
    }

    /// A transport that is dropped without `shutdown()` takes its connections with it.
    @Test(arguments: TransportKind.allCases)
    func droppedTransportClosesItsConnections(_ kind: TransportKind) async throws {
        let answer = FaultServer.Step.write(Self.ok + "Content-Length: 0\r\n\r\n")
        try await FaultServer.run([.readRequest, answer, .silence]) { server in
            do {
                let transport = kind.make()
                #expect(await transport.outcome(of: request(port: server.port)) == .response(status: 200, body: ""))
            }
            #expect(await server.wait { $0.open == 0 }, "the connection is closed")
        }
    }

    /// The shared transport serves the other clients after one of them has shut it down.
    @Test func defaultTransportOutlivesItsUsers() async throws {
        let answer = FaultServer.Step.write(Self.ok + "Content-Length: 0\r\nConnection: close\r\n\r\n")
        try await FaultServer.run([.readRequest, answer, .silence]) { server in
            for _ in 0..<2 {
                let outcome = await DefaultTransport.shared.outcome(of: request(port: server.port))
                #expect(outcome == .response(status: 200, body: ""))
                await DefaultTransport.shared.shutdown()
            }
        }
    }

    /// The response comes while the request's body is still on its way: it counts, and nothing hangs.
    @Test(arguments: TransportKind.allCases)
    func earlyResponse(_ kind: TransportKind) async throws {
        let answer = "HTTP/1.1 413 Too Large\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"
        try await FaultServer.run([.readHead, .write(answer), .silence]) { server in
            try await kind.run { transport in
                let body = [UInt8](repeating: 1, count: 8 << 20)
                let response = try await transport.send(request(.post, port: server.port, body: body))
                #expect(response.head.status.code == 413)
                do throws(TransportError) {
                    let body = try await response.body.collect()
                    #expect(body == Array("{}".utf8))
                } catch {
                    #expect(kind == .asyncHTTPClient && error.reason == .connectionLost)
                }
            }
        }
    }

    /// A kept-alive connection that the server closes just as the next request starts.
    @Test(arguments: TransportKind.allCases, [0, 1, 2, 5])
    func staleConnection(_ kind: TransportKind, _ delay: Int) async throws {
        let answer = FaultServer.Step.write(Self.ok + "Content-Length: 1\r\n\r\n1")
        let closing: [FaultServer.Step] = [.readRequest, answer, .pause(.milliseconds(delay)), .close]
        try await FaultServer.run(closing, [.readRequest, answer]) { server in
            try await kind.run { transport in
                let first = await transport.outcome(of: request(port: server.port))
                #expect(first == .response(status: 200, body: "1"))
                let second = await transport.outcome(of: request(.post, port: server.port, body: [1]))
                let allowed: [Outcome] = [
                    .response(status: 200, body: "1"), .error(.connectionLost, .maybeSent),
                    .error(.connectionLost, .notSent),
                ]
                #expect(allowed.contains(second))
            }
        }
    }
}
