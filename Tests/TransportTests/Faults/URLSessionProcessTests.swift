#if compiler(>=6.2) && canImport(FoundationNetworking)
    import ApusRuntime
    import ApusURLSession
    import Testing

    /// Faulty servers, row 46: what has stopped the process with Foundation on Linux, in a process of its own.
    ///
    /// HTTP/2 cannot be tried here: Foundation on Linux cannot be told to trust the certificate of a test's server.
    @Suite(.timeLimit(.minutes(2))) struct URLSessionProcessTests {
        /// The outcome of 40 calls at once, three times over.
        static func crowd(_ script: FaultServer.Script) async throws -> Set<String> {
            try await FaultServer.run(script) { server in
                try await TransportKind.urlSession.run { transport in
                    var all: Set<String> = []
                    for _ in 0..<3 {
                        await withTaskGroup(of: String.self) { group in
                            for _ in 0..<40 {
                                group.addTask { await APIClient.wire(server.port, transport).outcome(of: Get()) }
                            }
                            for await outcome in group { all.insert(outcome) }
                        }
                    }
                    return all
                }
            }
        }

        @Test("Redirects for many calls at once") func redirects() async {
            await #expect(processExitsWith: .success) {
                let go = FaultServer.Step.json(302, "moved", "Location: /elsewhere\r\n")
                let outcomes = try await Self.crowd([.readRequest, go, .silence])
                guard outcomes == ["unexpectedStatus 302 after 1: notRetryable"] else { fatalError("\(outcomes)") }
            }
        }

        @Test("Many calls at once, connections closed and kept") func many() async {
            await #expect(processExitsWith: .success) {
                for end in [FaultServer.Step.close, .silence] {
                    let outcomes = try await Self.crowd([.readRequest, .json(200, "1"), end])
                    guard outcomes == ["200 after 1"] else { fatalError("\(outcomes)") }
                }
            }
        }

        @Test("Many calls at once, all of them cut off") func lost() async {
            await #expect(processExitsWith: .success) {
                let outcomes = try await Self.crowd([.readRequest, .write("HTTP/1.1 200 O"), .close])
                guard outcomes.allSatisfy({ $0.hasPrefix("transport after") }) else { fatalError("\(outcomes)") }
            }
        }
    }
#endif
