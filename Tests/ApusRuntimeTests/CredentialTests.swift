import Testing

@testable import ApusRuntime

@Suite("Credentials and globals")
struct CredentialTests {
    struct Row: Sendable {
        var name: String
        var call: Credential?
        var client: Credential?
        var environment: String?
        /// The `Authorization` field; `nil`: nothing is sent.
        var want: String?
    }

    static let rows: [Row] = [
        Row(
            name: "call wins", call: "a-c4n4ry7f3a9c", client: "b-c4n4ry7f3a9c", environment: "c-c4n4ry7f3a9c",
            want: "Bearer a-c4n4ry7f3a9c"),
        Row(
            name: "then client", client: "b-c4n4ry7f3a9c", environment: "c-c4n4ry7f3a9c", want: "Bearer b-c4n4ry7f3a9c"),
        Row(name: "then environment", environment: "c-c4n4ry7f3a9c", want: "Bearer c-c4n4ry7f3a9c"),
        Row(name: "none"),
        Row(name: "an empty key is missing", client: "", want: nil),
        Row(
            name: "an empty key, environment set", client: "", environment: "c-c4n4ry7f3a9c",
            want: "Bearer c-c4n4ry7f3a9c"),
        Row(
            name: "an empty key for the call, client set", call: "", client: "b-c4n4ry7f3a9c",
            want: "Bearer b-c4n4ry7f3a9c"),
        Row(name: "an empty variable is missing", environment: "", want: nil),
        Row(name: "Bearer is kept", client: "Bearer x-c4n4ry7f3a9c", want: "Bearer x-c4n4ry7f3a9c"),
        Row(name: "bearer in any case is kept", client: "bEaReR x-c4n4ry7f3a9c", want: "bEaReR x-c4n4ry7f3a9c"),
        Row(name: "bearer without space is a key", client: "bearerx-c4n4ry7f3a9c", want: "Bearer bearerx-c4n4ry7f3a9c"),
        Row(
            name: "a variable of another name", client: .environment("OTHER"), environment: "c-c4n4ry7f3a9c",
            want: "Bearer other-c4n4ry7f3a9c"),
        Row(name: "a provider", client: .provider { "p-c4n4ry7f3a9c" }, want: "Bearer p-c4n4ry7f3a9c"),
        Row(name: "a provider of nothing", client: .provider { "" }, environment: "c-c4n4ry7f3a9c", want: nil),
        Row(name: "a line break", client: "a-c4n4ry7f3a9c\n", want: nil),
        Row(name: "outside of ASCII", client: "schlüssel-c4n4ry7f3a9c", want: nil),
    ]

    @Test("precedence: given, want", arguments: rows.indices)
    func precedence(index: Int) async {
        let row = Self.rows[index]
        var harness = Harness(.json(200, SampleAPI.good))
        harness.credentials = ["apiKey": row.client]
        harness.environment = ["OTHER": "other-c4n4ry7f3a9c", "SAMPLE_API_KEY": row.environment].compactMapValues { $0 }
        var options = CallOptions()
        if let call = row.call { options.credentials = ["apiKey": call] }
        let error = await harness.failure(options)
        #expect(harness.header("Authorization") == row.want, "\(row.name)")
        #expect((error == nil) == (row.want != nil), "\(row.name)")
        #expect(harness.transport.requests.count == (row.want == nil ? 0 : 1), "\(row.name)")
    }

    @Test("a missing credential names the variable")
    func missing() async {
        var harness = Harness(.json(200, SampleAPI.good))
        harness.credentials = [:]
        guard case .invalidRequest(let failure) = await harness.failure() else {
            Issue.record("no invalidRequest")
            return
        }
        #expect(failure.reason == .missingCredential)
        #expect(failure.message.contains("`SAMPLE_API_KEY`"))
        #expect(failure.operationID == "getGeneration")
        #expect(failure.attempts.isEmpty)
    }

    @Test("alternatives: given, want")
    func alternatives() async throws {
        let schemes: [SecurityScheme] = [
            .bearer("a"), .apiKey("b", header: "X-Key"), .apiKey("c", query: "key"), .apiKey("d", cookie: "sid"),
            .basic("e"), .bearer("twin of a"), .http("f", scheme: "Own"), .mutualTLS("g"),
        ]
        let rows: [(security: [[String]], given: [String: Credential], want: String?)] = [
            ([], [:], ""), ([[]], ["a": "1c4n4ry7f3a9c"], ""), ([["a"], []], [:], ""),
            ([["a"], []], ["a": "1234c4n4ry7f3a9c"], "Bearer 1234c4n4ry7f3a9c"),
            ([["a", "b"]], ["a": "1c4n4ry7f3a9c"], nil),
            ([["a", "b"]], ["a": "1c4n4ry7f3a9c", "b": "2c4n4ry7f3a9c"], "Bearer 1c4n4ry7f3a9c,2c4n4ry7f3a9c"),
            ([["a"], ["b"]], ["b": "2c4n4ry7f3a9c"], "2c4n4ry7f3a9c"),
            ([["unknown"], ["b"]], ["b": "2c4n4ry7f3a9c"], "2c4n4ry7f3a9c"),
            ([["unknown"]], ["b": "2c4n4ry7f3a9c"], nil),
            ([["c"]], ["c": "k&yc4n4ry7f3a9c"], "?key=k%26yc4n4ry7f3a9c"),
            ([["d"]], ["d": "s;xc4n4ry7f3a9c"], "sid=s%3Bxc4n4ry7f3a9c"),
            ([["e"]], ["e": "user:pässwordc4n4ry7f3a9c"], nil),
            ([["e"]], ["e": "user:pwc4n4ry7f3a9c"], "Basic dXNlcjpwd2M0bjRyeTdmM2E5Yw=="),
            ([["twin of a"]], ["a": "1c4n4ry7f3a9c"], "Bearer 1c4n4ry7f3a9c"),
            (
                [["e"]], ["e": .basic(username: "user", password: "pwc4n4ry7f3a9c")],
                "Basic dXNlcjpwd2M0bjRyeTdmM2E5Yw=="
            ),
            ([["f"]], ["f": "keyc4n4ry7f3a9c"], "Own keyc4n4ry7f3a9c"), ([["g", "a"]], ["a": "1c4n4ry7f3a9c"], nil),
            ([["g"], ["a"]], ["a": "1c4n4ry7f3a9c"], "Bearer 1c4n4ry7f3a9c"),
        ]
        for row in rows {
            let operation = OperationDescription(
                id: "o", method: "GET", path: "/", success: [200], security: row.security)
            let base = try BaseURL("https://h")
            let request = try PreparedRequest(RequestBuilder(operation: operation), base: base)
            let origin = TokenOrigin(base: base, transport: ScriptedTransport([]), clock: TestClock())
            let resolver = CredentialResolver(
                schemes: schemes, client: row.given, call: [:], environment: EnvironmentLookup([:]))
            let head = try? await request.adding(resolver.resolve(for: request, origin)).head
            let parts = head.map { head in
                [
                    head.headerFields[.authorization], head.headerFields[.init("X-Key")!],
                    head.path == "/" ? nil : head.path.map { String($0.dropFirst()) }, head.headerFields[.cookie],
                ].compactMap { $0 }.joined(separator: ",")
            }
            #expect(parts == row.want, "\(row.security) \(row.given)")
        }
    }

    @Test("mutual TLS is met by a transport that has a certificate")
    func certificate() async throws {
        let operation = OperationDescription(
            id: "o", method: "GET", path: "/", success: [200], security: [["tls", "key"]])
        let base = try BaseURL("https://h")
        let request = try PreparedRequest(RequestBuilder(operation: operation), base: base)
        let origin = TokenOrigin(base: base, transport: ScriptedTransport([]), clock: TestClock())
        for (hasCertificate, want) in [(true, "Bearer kc4n4ry7f3a9c"), (false, nil)] as [(Bool, String?)] {
            let resolver = CredentialResolver(
                schemes: [.mutualTLS("tls"), .bearer("key")], client: ["key": "kc4n4ry7f3a9c"], call: [:],
                environment: EnvironmentLookup([:]), hasClientCertificate: hasCertificate)
            let head = try? await request.adding(resolver.resolve(for: request, origin)).head
            #expect(head?.headerFields[.authorization] == want)
        }
    }

    @Test("a field given by hand needs no credential and is not doubled")
    func byHand() async {
        for key in [nil, "sk-other-c4n4ry7f3a9c"] as [Credential?] {
            var harness = Harness(.json(200, SampleAPI.good))
            harness.credentials = ["apiKey": key]
            let error = await harness.failure(CallOptions(headers: ["authorization": "Custom c4n4ry7f3a9c"]))
            #expect(error == nil)
            #expect(
                harness.transport.requests.last?.head.headerFields[values: .authorization] == ["Custom c4n4ry7f3a9c"])
        }
    }

    @Test("a provider is asked before every attempt")
    func perAttempt() async {
        let count = Locked(0)
        var harness = Harness(.json(503, ""), .json(200, SampleAPI.good))
        harness.credentials = [
            "apiKey": .provider {
                let number = count.withLock { count in
                    count += 1
                    return count
                }
                return "token\(number)-c4n4ry7f3a9c"
            }
        ]
        #expect(await harness.failure() == nil)
        #expect(
            harness.transport.requests.map { $0.head.headerFields[.authorization] } == [
                "Bearer token1-c4n4ry7f3a9c", "Bearer token2-c4n4ry7f3a9c",
            ])
    }

    struct Leak: Error, CustomStringConvertible { var description: String { "refresh token sk-leak-c4n4ry7f3a9c" } }

    @Test("a provider that throws: no words of its error are shown")
    func throwing() async {
        var harness = Harness(.json(200, SampleAPI.good))
        harness.credentials = ["apiKey": .provider { throw Leak() }]
        guard case .invalidRequest(let failure) = await harness.failure() else {
            Issue.record("no invalidRequest")
            return
        }
        #expect(failure.reason == .credential)
        #expect(failure.message.contains("`Leak`"))
        #expect(!failure.description.contains("sk-leak"))
        #expect(failure.underlyingError is Leak)
        #expect(harness.transport.requests.isEmpty)
    }

    @Test("a provider that is cancelled stays cancelled")
    func cancelledProvider() async {
        var harness = Harness(.json(200, SampleAPI.good))
        harness.credentials = ["apiKey": .provider { throw CancellationError() }]
        #expect(await harness.failure()?.name == "cancelled")
    }

    @Test("the environment is read at each call")
    func environmentPerCall() async {
        let key = Locked("one-c4n4ry7f3a9c")
        var harness = Harness(.json(200, SampleAPI.good))
        harness.credentials = [:]
        var configuration = harness.configuration
        configuration.environment = EnvironmentLookup { $0 == "SAMPLE_API_KEY" ? key.withLock { $0 } : nil }
        let client = APIClient(
            description: SampleAPI.description, configuration: configuration, transport: harness.transport)
        _ = try? await client.send(GetGenerationRequest(id: "x"))
        key.withLock { $0 = "two-c4n4ry7f3a9c" }
        _ = try? await client.send(GetGenerationRequest(id: "x"))
        #expect(
            harness.transport.requests.map { $0.head.headerFields[.authorization] } == [
                "Bearer one-c4n4ry7f3a9c", "Bearer two-c4n4ry7f3a9c",
            ])
    }

    @Test("globals: call, client, environment; empty suppresses")
    func globals() async {
        let rows: [(call: String?, client: String?, environment: String?, want: String?)] = [
            ("a", "b", "c", "a"), (nil, "b", "c", "b"), (nil, nil, "c", "c"), (nil, nil, nil, nil), ("", "b", "c", nil),
            (nil, "", "c", nil), (nil, nil, "", nil),
        ]
        for row in rows {
            var harness = Harness(.json(200, SampleAPI.good))
            harness.globals = ["HTTP-Referer": row.client]
            harness.environment = ["SAMPLE_REFERER": row.environment].compactMapValues { $0 }
            #expect(await harness.failure(GetGenerationRequest(id: "x", httpReferer: row.call)) == nil)
            #expect(harness.header("HTTP-Referer") == row.want, "\(row)")
        }
    }

    @Test("an operation takes only the globals that it names")
    func namedGlobals() async {
        var harness = Harness(.json(200, SampleAPI.good))
        harness.globals = ["HTTP-Referer": "x"]
        #expect(await harness.failure(CreateKeyRequest(name: "k")) == nil)
        #expect(harness.header("HTTP-Referer") == nil)
    }

    @Test("a call's headers and query replace, whatever the case")
    func options() async {
        var harness = Harness(.json(200, SampleAPI.good))
        harness.globals = ["HTTP-Referer": "client"]
        harness.configuration.headers = ["X-One": "1", "user-agent": "mine"]
        let options = CallOptions(
            headers: ["http-referer": "call", "ACCEPT": "text/x", "x-one": ""], query: ["id": "other", "z z": "é"])
        #expect(await harness.failure(options) == nil)
        let head = harness.transport.requests[0].head
        #expect(head.path == "/v1/generation?id=other&z+z=%C3%A9")
        #expect(head.headerFields[values: .init("HTTP-Referer")!] == ["call"])
        #expect(head.headerFields[values: .accept] == ["text/x"])
        #expect(head.headerFields[values: .userAgent] == ["mine"])
        #expect(harness.header("X-One") == nil)
    }

    @Test("options that cannot be sent")
    func badOptions() async {
        let rows: [CallOptions] = [
            CallOptions(headers: ["X-A": "1", "x-a": "2"]), CallOptions(headers: ["Host": "evil"]),
            CallOptions(headers: ["X": "a\r\nb"]), CallOptions(baseURL: ""), CallOptions(baseURL: "h"),
            CallOptions(idempotencyKey: "ä"),
        ]
        for options in rows {
            let harness = Harness(.json(200, SampleAPI.good))
            #expect(await harness.failure(options)?.name == "invalidRequest", "\(options)")
            #expect(harness.transport.requests.isEmpty)
        }
    }

    @Test("the user agent")
    func userAgent() async {
        let harness = Harness(.json(200, SampleAPI.good))
        #expect(await harness.failure() == nil)
        #expect(harness.header("User-Agent") == "apus/\(apusRuntimeVersion) (Sample 1.0.0)")
        let odd = APIDescription(name: "A(b)\r\né", version: "1", servers: [])
        #expect(odd.userAgent == "apus/\(apusRuntimeVersion) (A_b____ 1)")
    }
}
