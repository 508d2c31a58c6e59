import Logging
import Testing

@testable import ApusRuntime

@Suite("No secret is ever shown")
struct RedactionTests {
    static let canary = "sk-canary/c4n4ry7f3a9c"

    /// Everything that can be printed of a value.
    static func prints(_ value: Any) -> String {
        var dumped = ""
        dump(value, to: &dumped)
        return "\(value) \(String(reflecting: value)) \(dumped)"
    }

    static let echo = #"{"error":{"code":404,"message":"bad key sk-canary\/c4n4ry7f3a9c"}}"#

    @Test("a server that echoes the key: every kind of failure, every way to print it")
    func echoes() async {
        let header = [("X-Request-ID", canary), ("Location", "https://h/?k=\(canary)")]
        let steps: [ScriptedTransport.Step] = [
            .json(404, Self.echo, header), .json(401, "{ \(Self.canary)", header), .json(418, Self.echo, header),
            .answer(404, "bad \(Self.canary)", headers: [("Content-Type", "text/\(Self.canary)")]),
            .json(302, Self.canary, header), .json(200, #"{"\#(Self.canary)":1}"#, header),
            .json(200, Self.echo, header), .json(404, #"{"error":{"code":"\#(Self.canary)","message":"no"}}"#, header),
            .failure(.init(.other, .maybeSent, "GET https://h/?k=\(Self.canary) failed")),
            .failure(
                .init(.timeout(.total), .maybeSent, "k=\(PercentEncoding.encode(Self.canary, keeping: .unreserved))")),
            .broken(200, "{", .init(.connectionLost, .maybeSent, Self.canary)),
        ]
        for step in steps {
            var harness = Harness(step)
            harness.credentials = ["apiKey": .value(Self.canary)]
            guard let error = await harness.failure() else {
                Issue.record("no failure: \(step)")
                continue
            }
            let shown =
                Self.prints(error) + Self.prints(error.details) + error.message + (error.code ?? "")
                + (error.requestID ?? "") + (error.details.bodyText ?? "") + Self.prints(error.attempts)
                + (error.errorDescription ?? "")
            #expect(!shown.contains("c4n4ry7f3a9c"), "\(step): \(shown)")
            #expect(harness.header("Authorization") == "Bearer \(Self.canary)")
        }
    }

    private var canary: String { Self.canary }

    @Test("the raw body stays as it came")
    func raw() async {
        var harness = Harness(.json(404, Self.echo))
        harness.credentials = ["apiKey": .value(Self.canary)]
        #expect(await harness.failure()?.details.rawBody == Array(Self.echo.utf8))
    }

    @Test("secrets given by hand count too")
    func byHand() async {
        let harness = Harness(.json(404, #"{"message":"not by-hand-c4n4ry7f3a9c"}"#))
        let error = await harness.failure(CallOptions(headers: ["Authorization": "Custom by-hand-c4n4ry7f3a9c"]))
        #expect(error?.message == "not [redacted]")
    }

    @Test("clients, credentials, options and configurations print no secret")
    func values() {
        var harness = Harness()
        harness = Harness(.json(200, ""))
        harness.credentials = ["apiKey": .value(Self.canary)]
        harness.configuration.headers = ["X-Api-Key": Self.canary]
        var options = CallOptions(headers: ["X-Api-Key": Self.canary], query: ["key": Self.canary])
        options.credentials = ["apiKey": .value(Self.canary)]
        options.idempotencyKey = Self.canary
        let credentials: [Credential] = [.value(Self.canary), .provider { Self.canary }, .environment("X")]
        var secrets = Secrets()
        secrets.add(Self.canary)
        for value in [harness.client, harness.configuration, options, credentials, secrets] as [Any] {
            #expect(!Self.prints(value).contains("c4n4ry7f3a9c"), "\(type(of: value))")
        }
    }

    @Test("an attempt prints no secret, wherever it carries it")
    func attempts() async throws {
        let rows: [SecurityScheme.Placement] = [.bearer, .header("X-Key"), .query("key"), .cookie("sid")]
        for placement in rows {
            var harness = Harness(.json(200, SampleAPI.good, [("Set-Cookie", Self.canary)]))
            harness.description.securitySchemes = [SecurityScheme(name: "apiKey", placement: placement)]
            harness.credentials = ["apiKey": .value(Self.canary)]
            let response = try await harness.send(GetGenerationRequest(id: "x"))
            let request = harness.transport.requests[0]
            #expect("\(request.head.headerFields) \(request.head.path!)".contains("c4n4ry7f3a9c"))
            #expect(!Self.prints(request).contains("c4n4ry7f3a9c"), "\(placement)")
            #expect(!Self.prints(response).contains("c4n4ry7f3a9c"), "\(placement)")
        }
    }

    @Test("redaction: given, want")
    func redaction() {
        var secrets = Secrets()
        for secret in ["abcd", "abcdef", "x", "p w/d", #"q"u\o"#] { secrets.add(secret) }
        let rows: [(text: String, want: String)] = [
            ("abcdef abcd abc", "[redacted] [redacted] abc"), ("x", "x"),
            ("p%20w%2Fd p+w%2Fd p w\\/d", "[redacted] [redacted] [redacted]"),
            (#"q"u\o q\"u\\o q%22u%5Co"#, "[redacted] [redacted] [redacted]"),
            // A combining mark right after the secret makes one character of both.
            ("abcd\u{301}", "[redacted]\u{301}"), ("", ""),
        ]
        for row in rows { #expect(secrets.redact(row.text) == row.want, "\(row.text)") }
    }

    @Test("logs: metadata, and neither header values nor bodies")
    func logs() async {
        let lines = Locked<[String]>([])
        var harness = Harness(.json(503, Self.echo), .json(200, SampleAPI.good))
        harness.credentials = ["apiKey": .value(Self.canary)]
        harness.configuration.logger = Logger(label: "test") { _ in Recorder(lines: lines) }
        #expect(await harness.failure() == nil)
        let seen = lines.withLock { $0 }
        #expect(seen.count == 3)
        #expect(seen.first?.contains("operation=getGeneration") == true)
        #expect(seen.first?.contains("status=503") == true)
        #expect(seen[1].contains("attempt=2"))
        #expect(seen[2].contains("attempts=2"))
        #expect(!seen.joined().contains("canary"))
    }

    struct Recorder: LogHandler {
        let lines: Locked<[String]>
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let parts = (event.metadata ?? [:]).map { "\($0.key)=\($0.value)" }.sorted()
            let line = "\(event.message) \(parts.joined(separator: " "))"
            lines.withLock { $0.append(line) }
        }
    }
}
