import Testing

@testable import ApusRuntime

/// OAuth 2 against a scripted server.
@Suite("OAuth 2")
struct OAuth2Tests {
    static let tokenAnswer =
        #"{"access_token":"access-1-c4n4ry7f3a9c","token_type":"Bearer","expires_in":3600,"refresh_token":"refresh-1-c4n4ry7f3a9c"}"#
    static let second = #"{"access_token":"access-2-c4n4ry7f3a9c","token_type":"bearer","expires_in":"3600"}"#

    /// A harness whose only scheme is OAuth 2 with this source.
    static func harness(_ source: OAuth2TokenSource, _ steps: [ScriptedTransport.Step]) -> Harness {
        var harness = Harness(steps: steps)
        harness.description.securitySchemes = [
            .oauth2("apiKey", flows: [.init(.clientCredentials, tokenURL: "/oauth/token/?v=1", refreshURL: "/refresh")])
        ]
        harness.credentials = ["apiKey": .tokens(source)]
        return harness
    }

    static let client = OAuth2Client(id: "id & co", secret: "s3cret:c4n4ry7f3a9c")

    static func bodies(_ harness: Harness) -> [String] {
        harness.transport.requests.map { String(decoding: $0.body?.bytes ?? [], as: UTF8.self) }
    }

    @Test("client credentials: the request on the wire, and the token in the call")
    func wire() async throws {
        let source = OAuth2TokenSource(client: Self.client, scopes: ["a", "b c"])
        let harness = Self.harness(source, [.json(200, Self.tokenAnswer), .json(200, SampleAPI.good)])
        _ = try await harness.send(GetGenerationRequest(id: "gen-1"))
        let head = try #require(harness.transport.requests.first).head
        #expect(head.method == .post)
        #expect(head.scheme == "https" && head.authority == "api.example" && head.path == "/oauth/token/?v=1")
        #expect(head.headerFields[.contentType] == "application/x-www-form-urlencoded")
        // id+%26+co:s3cret%3Ac4n4ry7f3a9c
        #expect(head.headerFields[.authorization] == "Basic aWQrJTI2K2NvOnMzY3JldCUzQWM0bjRyeTdmM2E5Yw==")
        #expect(Self.bodies(harness)[0] == "grant_type=client_credentials&scope=a+b+c")
        #expect(harness.header("Authorization") == "Bearer access-1-c4n4ry7f3a9c")
    }

    struct FormRow: Sendable {
        var grant: OAuth2Grant
        var client: OAuth2Client
        var want: [String]
    }

    static let formRows: [FormRow] = [
        FormRow(
            grant: .clientCredentials, client: .init(id: "i", secret: "sc4n4ry7f3a9c", authentication: .body),
            want: ["grant_type=client_credentials&client_id=i&client_secret=sc4n4ry7f3a9c", ""]),
        FormRow(
            grant: .password(username: "u", password: "p&c4n4ry7f3a9c"), client: .init(id: "i"),
            want: ["grant_type=password&username=u&password=p%26c4n4ry7f3a9c&client_id=i", ""]),
        FormRow(
            grant: .tokens(.init(accessToken: "old-c4n4ry7f3a9c", refreshToken: "r-c4n4ry7f3a9c", expiresAt: 1)),
            client: .init(id: "i"),
            want: ["grant_type=refresh_token&refresh_token=r-c4n4ry7f3a9c&client_id=i", ""]),
        FormRow(grant: .tokens(.init(accessToken: "good-c4n4ry7f3a9c")), client: .init(id: "i"), want: [""]),
    ]

    @Test("grants: given, want", arguments: formRows.indices)
    func forms(index: Int) async throws {
        let row = Self.formRows[index]
        let source = OAuth2TokenSource(client: row.client, grant: row.grant)
        let steps = [ScriptedTransport.Step.json(200, Self.tokenAnswer), .json(200, SampleAPI.good)]
        let harness = Self.harness(source, Array(steps.suffix(row.want.count)))
        _ = try await harness.send(GetGenerationRequest(id: "gen-1"))
        #expect(Self.bodies(harness) == row.want)
    }

    @Test("one token serves many calls, and is renewed before it expires, with its refresh token")
    func renewal() async throws {
        let stored = Locked<[OAuth2Tokens]>([])
        let source = OAuth2TokenSource(client: Self.client) { tokens in stored.withLock { $0.append(tokens) } }
        let harness = Self.harness(
            source,
            [
                .json(200, Self.tokenAnswer), .json(200, SampleAPI.good), .json(200, SampleAPI.good),
                .json(200, Self.second), .json(200, SampleAPI.good),
            ])
        _ = try await harness.send(GetGenerationRequest(id: "gen-1"))
        harness.clock.unix.withLock { $0 += 3569 }
        _ = try await harness.send(GetGenerationRequest(id: "gen-1"))
        #expect(harness.header("Authorization") == "Bearer access-1-c4n4ry7f3a9c")
        harness.clock.unix.withLock { $0 += 2 }
        _ = try await harness.send(GetGenerationRequest(id: "gen-1"))
        #expect(harness.header("Authorization") == "Bearer access-2-c4n4ry7f3a9c")
        #expect(Self.bodies(harness)[3] == "grant_type=refresh_token&refresh_token=refresh-1-c4n4ry7f3a9c")
        #expect(harness.transport.requests[3].head.path == "/refresh")
        #expect(stored.withLock { $0.map(\.accessToken) } == ["access-1-c4n4ry7f3a9c", "access-2-c4n4ry7f3a9c"])
        // The server gave no new refresh token: the old one stays.
        #expect(stored.withLock { $0.last?.refreshToken } == "refresh-1-c4n4ry7f3a9c")
    }

    @Test("a refresh token that is no longer good: the grant is used again")
    func fallback() async throws {
        let source = OAuth2TokenSource(client: Self.client)
        let harness = Self.harness(
            source,
            [
                .json(200, Self.tokenAnswer), .json(200, SampleAPI.good),
                .json(400, #"{"error":"invalid_grant"}"#), .json(200, Self.second), .json(200, SampleAPI.good),
            ])
        _ = try await harness.send(GetGenerationRequest(id: "gen-1"))
        harness.clock.unix.withLock { $0 += 4000 }
        _ = try await harness.send(GetGenerationRequest(id: "gen-1"))
        #expect(Self.bodies(harness)[3] == "grant_type=client_credentials")
        #expect(harness.header("Authorization") == "Bearer access-2-c4n4ry7f3a9c")
    }

    @Test("a token that the API refuses is renewed once, and the call made again, a POST too")
    func refused() async throws {
        let source = OAuth2TokenSource(client: Self.client)
        let harness = Self.harness(
            source,
            [
                .json(200, Self.tokenAnswer), .json(401, #"{"error":{"code":401,"message":"expired"}}"#),
                .json(200, Self.second), .json(200, SampleAPI.good),
            ])
        let response = try await harness.send(CreateKeyRequest(name: "n"))
        #expect(response.attempts.map(\.status) == [401, 200])
        #expect(response.attempts[0].retryReason == .tokenRefused && response.attempts[0].wait == .zero)
        #expect(
            harness.transport.requests.map { $0.head.headerFields[.authorization] ?? "" }[3]
                == "Bearer access-2-c4n4ry7f3a9c")

        // Refused again: no third try.
        let again = OAuth2TokenSource(client: Self.client)
        let other = Self.harness(
            again,
            [
                .json(200, Self.tokenAnswer), .json(401, "{}"), .json(200, Self.second), .json(401, "{}"),
                .json(200, SampleAPI.good),
            ])
        let error = await other.failure()
        #expect(error?.details.attempts.map(\.status) == [401, 401])
        #expect(other.transport.requests.count == 4)
    }

    struct FailureRow: Sendable {
        var step: ScriptedTransport.Step
        var reason: OAuth2Error.Reason
    }

    static let failureRows: [FailureRow] = [
        FailureRow(
            step: .json(400, #"{"error":"invalid_scope","error_description":"no s3cret:c4n4ry7f3a9c"}"#),
            reason: .refused(code: "invalid_scope")),
        FailureRow(step: .json(200, "{}"), reason: .unexpectedAnswer(status: 200)),
        FailureRow(
            step: .json(200, #"{"access_token":"a-c4n4ry7f3a9c","token_type":"mac"}"#),
            reason: .unexpectedAnswer(status: 200)),
        FailureRow(step: .answer(503, "oops"), reason: .unexpectedAnswer(status: 503)),
        FailureRow(
            step: .failure(.init(.connect, .notSent, "refused")),
            reason: .transport(.init(.connect, .notSent, "refused"))),
    ]

    @Test("failures of the token endpoint: given, want; without secrets", arguments: failureRows.indices)
    func failures(index: Int) async throws {
        let row = Self.failureRows[index]
        let harness = Self.harness(OAuth2TokenSource(client: Self.client), [row.step])
        guard case .invalidRequest(let failure) = await harness.failure() else {
            Issue.record("no invalidRequest")
            return
        }
        #expect((failure.underlyingError as? OAuth2Error)?.reason == row.reason)
        #expect(failure.reason == .credential)
        #expect(!"\(failure)".contains("s3cret") && !failure.message.contains("s3cret"))
        #expect(harness.transport.requests.count == 1)
    }

    @Test("a token endpoint without TLS is asked for nothing, save on this machine")
    func insecure() async throws {
        for (url, isAllowed) in [
            ("http://id.example/token", false), ("http://localhost:8080/token", true), ("http://127.0.0.1/t", true),
            ("http://localhost.evil.example/t", false), ("https://user@id.example/t", false), ("ftp://a/t", false),
        ] {
            let source = OAuth2TokenSource(client: Self.client, tokenURL: url)
            let harness = Self.harness(source, [.json(200, Self.tokenAnswer), .json(200, SampleAPI.good)])
            let error = await harness.failure()
            #expect((error == nil) == isAllowed, "\(url)")
            #expect(harness.transport.requests.isEmpty != isAllowed, "\(url)")
        }
    }

    @Test("OpenID Connect: the token endpoint is looked up, once")
    func discovery() async throws {
        let answer =
            #"{"issuer":"https://id.example","authorization_endpoint":"https://id.example/a","token_endpoint":"https://id.example/t"}"#
        let source = OAuth2TokenSource(client: Self.client)
        var harness = Self.harness(
            source, [.json(200, answer), .json(200, Self.tokenAnswer), .json(200, SampleAPI.good)])
        let place = "https://id.example/.well-known/openid-configuration"
        harness.description.securitySchemes = [.openIDConnect("apiKey", url: place)]
        _ = try await harness.send(GetGenerationRequest(id: "gen-1"))
        #expect(
            harness.transport.requests.map { "\($0.head.authority ?? "")\($0.head.path ?? "")" }.prefix(2)
                == ["id.example/.well-known/openid-configuration", "id.example/t"])
        let liar = answer.replacing("https://id.example\"", with: "https://evil.example\"")
        let transport = ScriptedTransport([.json(200, liar)])
        await #expect(throws: OAuth2Error.self) { try await OpenIDProvider.discover(place, transport: transport) }
    }

    @Test("many calls wait for one request; a waiter that is cancelled leaves at once")
    func singleFlight() async throws {
        let flight = SingleFlight<Int>()
        let (gate, open) = AsyncStream<Never>.makeStream()
        let runs = Locked(0)
        let work: @Sendable () async throws(OAuth2Error) -> Int = { () async throws(OAuth2Error) -> Int in
            let number = runs.withLock { runs in
                runs += 1
                return runs
            }
            for await _ in gate {}
            return number
        }
        let tasks = (0..<8).map { _ in Task { try await flight.run(work) } }
        while flight.waiterCount < 8 { await Task.yield() }
        tasks[0].cancel()
        await #expect(throws: OAuth2Error.self) { try await tasks[0].value }
        #expect(flight.waiterCount == 7)
        open.finish()
        for task in tasks.dropFirst() { #expect(try await task.value == 1) }
        #expect(runs.withLock { $0 } == 1)
    }

    @Test("when all waiters have left, the request is cancelled, and the next one begins anew")
    func abandonedFlight() async throws {
        let flight = SingleFlight<Int>()
        let (ended, end) = AsyncStream<Bool>.makeStream()
        let task = Task {
            try await flight.run { () async throws(OAuth2Error) -> Int in
                try? await Task.sleep(for: .seconds(86_400))
                end.yield(Task.isCancelled)
                return 1
            }
        }
        while flight.waiterCount < 1 { await Task.yield() }
        task.cancel()
        await #expect(throws: OAuth2Error.self) { try await task.value }
        var iterator = ended.makeAsyncIterator()
        #expect(await iterator.next() == true)
        #expect(try await flight.run { () async throws(OAuth2Error) -> Int in 2 } == 2)
    }

    @Test("SHA-256: FIPS 180-4's examples and lengths around the padding")
    func sha256() {
        let rows: [(String, String)] = [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
            (
                String(repeating: "a", count: 64), "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"
            ),
        ]
        for (text, want) in rows {
            let got = SHA256.hash(Array(text.utf8)).map { byte in
                let hex = String(byte, radix: 16)
                return hex.utf8.count == 1 ? "0" + hex : hex
            }.joined()
            #expect(got == want, "\(text)")
        }
    }

    @Test("PKCE: RFC 7636, appendix B")
    func pkce() {
        let pkce = PKCE(verifier: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
        #expect(pkce.challenge == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
    }

    static let login = OAuth2Login(
        authorizationURL: "https://id.example/authorize?tenant=a", tokenURL: "https://id.example/token",
        client: .init(id: "app"), redirectURL: "myapp://login", scopes: ["read", "write"])

    @Test("a login: the URL to open, and the code's redemption")
    func loginRequest() async throws {
        let pending = Self.login.begin { 7 }
        let token = "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc"
        #expect(pending.state == token && pending.pkce.verifier == token)
        #expect(
            pending.url == "https://id.example/authorize?tenant=a&response_type=code&client_id=app"
                + "&redirect_uri=myapp%3A%2F%2Flogin&scope=read%20write&state=\(token)"
                + "&code_challenge=\(pending.pkce.challenge)&code_challenge_method=S256")
        let transport = ScriptedTransport([.json(200, Self.tokenAnswer)])
        let tokens = try await Self.login.finish(
            pending, redirect: "myapp://login?code=c%2B1&state=\(token)", transport: transport
        ) { 1000 }
        #expect(tokens.accessToken == "access-1-c4n4ry7f3a9c" && tokens.expiresAt == 4600)
        #expect(
            String(decoding: transport.requests[0].body?.bytes ?? [], as: UTF8.self)
                == "grant_type=authorization_code&code=c%2B1&redirect_uri=myapp%3A%2F%2Flogin&code_verifier=\(token)"
                + "&client_id=app")
        #expect(Self.login.begin().state != Self.login.begin().state)
    }

    static let redirectRows: [(redirect: String, reason: OAuth2Error.Reason)] = [
        ("myapp://login?code=c&state=other", .redirectMismatch),
        ("myapp://login?code=c", .redirectMismatch),
        ("other://login?code=c&state=STATE", .redirectMismatch),
        ("myapp://login?state=other&state=STATE&code=c", .redirectMismatch),
        ("myapp://login?state=STATE&error=access_denied&error_description=No+thanks", .refused(code: "access_denied")),
        ("myapp://login?state=STATE", .refused(code: "invalid_request")),
        ("myapp://login?state=STATE&code=", .refused(code: "invalid_request")),
    ]

    @Test("redirects that bring no code: given, want", arguments: redirectRows.indices)
    func redirects(index: Int) async {
        let row = Self.redirectRows[index]
        let pending = Self.login.begin()
        let transport = ScriptedTransport([.json(200, Self.tokenAnswer)])
        let redirect = row.redirect.replacing("STATE", with: pending.state)
        let error = await #expect(throws: OAuth2Error.self) {
            try await Self.login.finish(pending, redirect: redirect, transport: transport)
        }
        #expect(error?.reason == row.reason)
        #expect(transport.requests.isEmpty)
    }

    @Test("nothing shows a secret")
    func redaction() {
        let tokens = OAuth2Tokens(
            accessToken: "canary-access-c4n4ry7f3a9c", refreshToken: "canary-refresh-c4n4ry7f3a9c")
        let client = OAuth2Client(id: "id", secret: "canary-secret-c4n4ry7f3a9c")
        let grant = OAuth2Grant.password(username: "u", password: "canary-password-c4n4ry7f3a9c")
        let source = OAuth2TokenSource(client: client, grant: .tokens(tokens))
        let values: [Any] = [
            tokens, client, grant, source, Credential.tokens(source), Self.login.begin { 7 },
            OAuth2Grant.tokens(tokens),
        ]
        for value in values {
            var text = "\(value) \(String(reflecting: value))"
            dump(value, to: &text)
            #expect(!text.contains("canary") && !text.contains("BwcH"), "\(type(of: value))")
        }
    }
}
