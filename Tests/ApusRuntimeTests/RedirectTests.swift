import Testing

@testable import ApusRuntime

/// Redirects on request: which are followed, as rows; and what a call makes of them.
@Suite("Redirects")
struct RedirectTests {
    static let from = URLTarget(scheme: "https", authority: "api.example", path: "/v1/a/b", query: "q=1")

    struct Row: Sendable {
        var location: String
        /// Where it leads, or a part of why not.
        var want: String
        var status = 307
        var method = "GET"
        var policy = RedirectPolicy.sameOrigin
        var change: @Sendable (inout RedirectInput) -> Void = { _ in }
    }

    static let anywhere = RedirectPolicy(allowsOtherOrigins: true)

    static let rows: [Row] =
        [
            // RFC 3986, 5.2: what a reference means.
            Row(location: "/c", want: "https://api.example/c"), Row(location: "c", want: "https://api.example/v1/a/c"),
            Row(location: "../c?x=1#f", want: "https://api.example/v1/c?x=1"),
            Row(location: "./", want: "https://api.example/v1/a/"),
            Row(location: "../../../../..", want: "https://api.example/"),
            Row(location: "?p=2", want: "https://api.example/v1/a/b?p=2"),
            Row(location: "HTTPS://API.example:443/c", want: "https://API.example:443/c"),
            Row(location: "//api.example?x", want: "https://api.example/?x"),
            Row(location: "/é x", want: "https://api.example/%C3%A9%20x"),
            Row(location: "/\\evil.example", want: "https://api.example/%5Cevil.example"),
            Row(location: "/%2e%2E/c", want: "no plain URL"), Row(location: "//", want: "no plain URL"),
            Row(location: "https://api.example//evil.example", want: "no plain URL"),
            // Other schemes, users, rubbish.
            Row(location: "file:///etc/passwd", want: "no plain URL", policy: anywhere),
            Row(location: "unix:///var/run/docker.sock", want: "no plain URL", policy: anywhere),
            Row(location: "javascript:alert(1)", want: "no plain URL", policy: anywhere),
            Row(location: "https:/c", want: "no plain URL", policy: anywhere),
            Row(location: "https://user@api.example/c", want: "no plain URL", policy: anywhere),
            Row(location: "https://api.example:99999/", want: "no plain URL", policy: anywhere),
            Row(location: "https://[::1/", want: "no plain URL", policy: anywhere),
            Row(location: "", want: "no single place"),
            Row(location: "/c", want: "no single place") { $0.locations = [] },
            Row(location: "/c", want: "no single place") { $0.locations = ["/c", "/d"] },
            // Origins.
            Row(location: "https://other.example/c", want: "another origin"),
            Row(location: "https://api.example:8443/c", want: "another origin"),
            Row(location: "https://other.example/c", want: "https://other.example/c", policy: anywhere),
            Row(location: "http://api.example/c", want: "leave https", policy: anywhere),
            Row(location: "https://api.example/c", want: "another origin") { $0.from.scheme = "http" },
            Row(location: "https://api.example/c", want: "https://api.example/c", policy: anywhere) {
                $0.from.scheme = "http"
            },
            Row(location: "https://other.example/c", want: "body is not sent", method: "PUT", policy: anywhere) {
                $0.hasBody = true
            },
            Row(location: "https://other.example/c", want: "certificate", policy: anywhere) {
                $0.hasClientCertificate = true
            },
            Row(location: "/c", want: "https://api.example/c") { $0.hasClientCertificate = true },
            // Bodies.
            Row(location: "/c", want: "https://api.example/c", method: "PUT") { $0.hasBody = true },
            Row(location: "/c", want: "cannot be sent again", method: "PUT") {
                $0.hasBody = true
                $0.canReplayBody = false
            },
            // Circles and number.
            Row(location: "#top", want: "circle"), Row(location: "?q=1", want: "circle"),
            Row(location: "/c", want: "circle") {
                $0.trail.visited = [URLTarget(scheme: "https", authority: "api.example", path: "/c", query: nil)]
            },
            Row(location: "/c", want: "https://api.example/c") { $0.trail.count = 4 },
            Row(location: "/c", want: "5 times already") { $0.trail.count = 5 },
            Row(location: "/c", want: "20 times already", policy: RedirectPolicy(maximum: 1000)) {
                $0.trail.count = 20
            },
        ]
        // RFC 9110, 15.4: the method stays, or the redirect is refused.
        + [301, 302, 303, 307, 308].flatMap { status in
            ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "QUERY"].map { method in
                let turns = status == 303 ? !["GET", "HEAD"].contains(method) : status < 303 && method == "POST"
                let want = turns ? "would turn the \(method) into a GET" : "https://api.example/c"
                return Row(location: "/c", want: want, status: status, method: method)
            }
        }

    @Test("Rows", arguments: rows.indices)
    func decisions(index: Int) {
        let row = Self.rows[index]
        var input = RedirectInput(
            status: row.status, locations: [row.location], from: Self.from, method: row.method)
        row.change(&input)
        switch row.policy.decide(input) {
        case .follow(let target):
            let query = target.query.map { "?\($0)" } ?? ""
            let got = "\(target.scheme)://\(target.authority)\(target.path)\(query)"
            #expect(got == row.want, "\(row.location)")
        case .refuse(let reason): #expect(reason.contains(row.want), "\(row.location): \(reason)")
        }
    }

    @Test("A policy follows at most 20")
    func ceiling() {
        var policy = RedirectPolicy(maximum: 99)
        #expect(policy.maximum == 20)
        policy.maximum = -1
        #expect(policy == .refuse)
    }

    // MARK: Whole calls

    static func to(_ location: String, _ status: Int = 302) -> ScriptedTransport.Step {
        .json(status, "{}", [("Location", location)])
    }

    static let good = ScriptedTransport.Step.json(200, SampleAPI.good)

    static func harness(_ policy: RedirectPolicy?, _ steps: ScriptedTransport.Step...) -> Harness {
        var harness = Harness(steps: steps)
        if let policy { harness.configuration.redirects = policy }
        return harness
    }

    @Test("None is followed unless asked for, by the client or by the call")
    func onRequest() async throws {
        let silent = Self.harness(nil, Self.to("/v1/x"), Self.good)
        #expect(await silent.failure()?.message.contains("redirects are not followed") == true)
        #expect(silent.transport.requests.count == 1)
        let asked = Self.harness(nil, Self.to("/v1/x?y"), Self.good)
        let options = CallOptions(redirects: .sameOrigin)
        let response = try await asked.send(GetGenerationRequest(id: "1"), options)
        #expect(response.attempts.map(\.redirect) == ["https://api.example", nil])
        #expect(asked.transport.requests.last?.head.path == "/v1/x?y")
        let forbidden = Self.harness(.sameOrigin, Self.to("/v1/x"), Self.good)
        #expect(await forbidden.failure(CallOptions(redirects: .refuse))?.status == 302)
    }

    @Test("A refused redirect is an error that says why, and shows no path")
    func refused() async {
        let harness = Self.harness(.sameOrigin, Self.to("https://evil.example/steal?key=1"), Self.good)
        let error = await harness.failure()
        #expect(
            error?.message
                == "Found: this redirect to `https://evil.example` is not followed: it points to another origin")
        #expect(harness.transport.requests.count == 1)
    }

    @Test("On another origin nothing is left that proves who calls, for good")
    func stripped() async throws {
        var harness = Self.harness(
            Self.anywhere, Self.to("https://cdn.example/1"), Self.to("https://cdn.example/2"),
            Self.to("https://api.example/3"), .json(503, "{}"), Self.good)
        harness.environment = ["SAMPLE_REFERER": "https://me.example"]
        harness.configuration.headers = [
            "X-Own": "own-c4n4ry7f3a9c", "Cookie": "a=b", "Authorization": "Bearer by-hand-c4n4ry7f3a9c",
        ]
        _ = try await harness.send(GetGenerationRequest(id: "1"))
        let names = harness.transport.requests.map { $0.head.headerFields.map(\.name.canonicalName).sorted() }
        #expect(names[0] == ["accept", "authorization", "cookie", "http-referer", "user-agent", "x-own"])
        #expect(names.dropFirst().allSatisfy { $0 == ["accept", "user-agent"] })
        #expect(
            harness.transport.requests.map { $0.head.authority }
                == ["api", "cdn", "cdn", "api", "api"].map { "\($0).example" })
        #expect(
            harness.transport.requests.map { $0.head.path?.contains("id=1") } == [true, false, false, false, false])
    }

    @Test("A parameter that is a cookie stays behind, and goes along within the origin")
    func cookies() async throws {
        for (location, goesAlong) in [("/2", true), ("https://cdn.example/2", false)] {
            var harness = Self.harness(Self.anywhere, Self.to(location), .json(204, ""))
            harness.description.globals = [.path("place"), .query("season"), .header("X-Tenant"), .cookie("seen")]
            _ = try await harness.send(OpenRequest(place: "a", season: "b", tenant: "c", seen: "yes"))
            let cookies = harness.transport.requests.map { $0.head.headerFields[.cookie] }
            #expect(cookies == ["seen=yes", goesAlong ? "seen=yes" : nil], "\(location)")
        }
    }

    @Test("A credential of any place stays behind, and goes along within the origin")
    func placements() async throws {
        for placement in [.bearer, .basic, .header("X-Key"), .query("key"), .cookie("sid")]
            as [SecurityScheme.Placement]
        {
            for (location, goesAlong) in [("/2", true), ("https://cdn.example/2", false)] {
                var harness = Self.harness(Self.anywhere, Self.to(location), Self.good)
                harness.description.securitySchemes = [SecurityScheme(name: "apiKey", placement: placement)]
                harness.credentials = ["apiKey": "user:c4n4ry7f3a9c"]
                _ = try await harness.send(GetGenerationRequest(id: "1"))
                let shown = harness.transport.requests.map { "\($0.head.path ?? "") \($0.head.headerFields)" }
                let key = placement == .basic ? Base64Data(Array("user:c4n4ry7f3a9c".utf8)).base64 : "c4n4ry7f3a9c"
                #expect(shown.map { $0.contains(key) } == [true, goesAlong], "\(placement) \(location)")
            }
        }
    }

    @Test("Redirects are no retries: not counted as such, and taking no attempts and no budget away")
    func accounting() async throws {
        let harness = Self.harness(
            .sameOrigin, Self.to("/1"), .json(503, "{}"), Self.to("/2"), .json(503, "{}"), Self.good)
        let client = harness.client
        let response = try await client.send(GetGenerationRequest(id: "1"), options: .init())
        #expect(response.attempts.map(\.status) == [302, 503, 302, 503, 200])
        #expect(response.attempts.map { $0.retryReason != nil } == [false, true, false, true, false])
        #expect(response.attempts[0].description.hasSuffix("then redirected to https://api.example"))
        #expect(harness.transport.requests.map { $0.head.path } == ["/v1/generation?id=1", "/1", "/1", "/2", "/2"])
        let counts = client.counters.snapshot
        #expect(counts.retries == 2 && counts.redirects == 2 && counts.attempts == 5)
        // Three attempts at most, and the third one fails.
        let failing = Self.harness(.sameOrigin, .json(503, "{}"), Self.to("/1"), .json(503, "{}"))
        let error = await failing.failure()
        #expect(error?.attempts.count == 4)
        #expect(error?.retryStopReason == .attemptsExhausted)
    }

    @Test("A retry is no circle, a circle is one")
    func circles() async {
        let harness = Self.harness(.sameOrigin, Self.to("/1"), .json(503, "{}"), Self.to("/2"), Self.to("/1"))
        let error = await harness.failure()
        #expect(error?.message.contains("lead in a circle") == true)
        #expect(error?.attempts.count == 4)
    }

    @Test("The deadline is one for all")
    func deadline() async {
        let slow = ScriptedTransport.Step.after(.seconds(3), Self.to("/1"))
        let harness = Self.harness(.sameOrigin, slow, .after(.seconds(3), Self.to("/2")), Self.good)
        let error = await harness.failure(CallOptions(deadline: .seconds(5)))
        #expect(error?.name == "deadlineExceeded")
        #expect(harness.transport.requests.map { $0.timeouts.total } == [.seconds(5), .seconds(2)])
    }

    @Test("What the document describes is no redirect")
    func documented() async {
        struct See: OperationRequest {
            typealias Output = NoContent
            static let operation = OperationDescription(
                id: "see", method: "GET", path: "/see", success: [.exact(200)],
                errors: [.init(.exact(302), contentType: "*/*", index: 0)])
            func encode(into request: inout RequestBuilder) {}
        }
        let harness = Self.harness(.sameOrigin, Self.to("/1"), Self.good)
        #expect(await harness.failure(See())?.name == "unauthorized")
        #expect(harness.transport.requests.count == 1)
    }
}
