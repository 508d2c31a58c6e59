import ApusJSON
import ApusRuntime
import Foundation
import Logging
import NIOConcurrencyHelpers
import Testing

/// Faulty servers, row 45: a server that sends back whatever it was sent. `RedactionTests` has the kinds of failures.
@Suite(.timeLimit(.minutes(2))) struct EchoedKeyTests {
    static let canary = "canary/+\"c4n4ry7f3a9c\""
    /// In every spelling of it.
    static let core = "c4n4ry7f3a9c"

    /// Everything that can be printed of a value.
    static func prints(_ value: Any) -> String {
        var dumped = ""
        dump(value, to: &dumped)
        return "\(value)\n\(String(reflecting: value))\n\(dumped)"
    }

    static let placements: [SecurityScheme] = [
        .bearer("key"), .basic("key"), .http("key", scheme: "Custom"), .apiKey("key", header: "X-API-Key"),
        .apiKey("key", query: "secret"), .apiKey("key", cookie: "session"),
    ]

    /// Answers with all that the request had, in places of every kind. `ECHO` is what the server read, `LINE` its lines as
    /// one, `JSON` the same as JSON text.
    static let answers = [
        "HTTP/1.1 404 LINE\r\nContent-Type: text/plain\r\nX-Request-ID: LINE\r\n\r\nECHO",
        "HTTP/1.1 401 No\r\nWWW-Authenticate: LINE\r\nContent-Type: application/json\r\n\r\n{\"error\":{\"message\":JSON,\"code\":JSON}}",
        "HTTP/1.1 302 Go\r\nLocation: http://127.0.0.1/LINE\r\n\r\n",
        "HTTP/1.1 302 Go\r\nLocation: http://LINE\r\n\r\n",
        "HTTP/1.1 200 LINE\r\nContent-Type: LINE\r\n\r\nECHO",
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"error\":JSON}",
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n[JSON",
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\nECHO",
        "LINE\r\n\r\n", "HTTP/1.1 200 OK\r\nLINE\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nLINE\r\n",
        "HTTP/1.1 200 OK\r\nContent-Encoding: LINE\r\nContent-Type: application/json\r\n\r\nECHO",
        "HTTP/1.1 503 OK\r\nRetry-After: 3600\r\nContent-Type: application/problem+json\r\n\r\n{\"detail\":JSON,\"title\":JSON}",
        "",
    ]

    static func answer(_ template: String) -> FaultServer.Step {
        .answer { request in
            let line = request.split(whereSeparator: \.isNewline).joined(separator: " ")
            let json = String(decoding: (try? JSONEncoder().encode(request)) ?? Data(), as: UTF8.self)
            return Array(
                template.replacing("ECHO", with: request).replacing("LINE", with: line).replacing("JSON", with: json)
                    .utf8)
        }
    }

    @Test("The key is in nothing that a call shows", arguments: TransportKind.allCases, placements)
    func echoed(_ kind: TransportKind, _ placement: SecurityScheme) async throws {
        // Quotes are escaped in a query and in JSON, each in its own way; in a cookie they have a meaning.
        let isQuery = placement.placement == .query("secret")
        let key = isQuery ? Self.canary : "canary/+c4n4ry7f3a9c:pass"
        let lines = NIOLockedValueBox<[String]>([])
        for template in Self.answers {
            try await FaultServer.run([.readRequest, Self.answer(template), .close]) { server in
                try await kind.run { transport in
                    let client = APIClient.wire(server.port, transport, key: placement, credential: .value(key)) {
                        $0.retryPolicy = .never
                        $0.logger = Logger(label: "test") { _ in Recorder(lines: lines) }
                        $0.middleware = [Printer(lines: lines)]
                    }
                    do throws(CallFailure) {
                        let response = try await client.send(Get())
                        // What the server answered is the caller's; all around it is not shown.
                        var response2 = response
                        response2.value = .null
                        #expect(!Self.prints(response2).contains(Self.core), "\(template)")
                    } catch {
                        let details = error.details
                        let shown = [
                            Self.prints(error), Self.prints(details), details.message, details.code ?? "",
                            details.requestID ?? "", details.bodyText ?? "", Self.prints(details.attempts),
                            error.localizedDescription, Self.prints(error as NSError),
                        ]
                        for text in shown { #expect(!text.contains(Self.core), "\(template): \(text)") }
                        #expect(!Self.isBasic(placement, shown.joined()), "\(template)")
                    }
                    #expect(!Self.prints(client).contains(Self.core))
                    #expect(server.requests.first?.contains(Self.core) == true || placement.placement == .basic)
                }
            }
        }
        let logged = lines.withLockedValue { $0 }
        #expect(logged.count > Self.answers.count)
        #expect(!logged.joined().contains(Self.core))
        #expect(!Self.isBasic(placement, logged.joined()))
    }

    /// Whether the text holds the key as `Basic` spells it (RFC 7617).
    private static func isBasic(_ placement: SecurityScheme, _ text: String) -> Bool {
        placement.placement == .basic && text.contains(Data("canary/+c4n4ry7f3a9c:pass".utf8).base64EncodedString())
    }

    @Test("Nor in the command for curl") func curl() {
        let call = Keyed(key: "canary/+c4n4ry7f3a9c")
        #expect(!call.curl(baseURL: "https://api.example").contains(Self.core))
    }

    struct Keyed: OperationRequest {
        typealias Output = NoContent
        static let operation = OperationDescription(id: "keyed", method: "GET", path: "/", success: [.exact(200)])
        let key: String

        func encode(into request: inout RequestBuilder) {
            for name in ["X-API-Key", "X-Auth-Token", "Cookie", "X-Client-Secret"] { request.header(name, key) }
        }
    }

    @Test("An event that echoes the key", arguments: TransportKind.allCases) func event(_ kind: TransportKind)
        async throws
    {
        let template =
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\nevent: error\ndata: {\"error\":{\"message\":JSON}}\n\n"
        try await FaultServer.run([.readRequest, Self.answer(template), .close]) { server in
            try await kind.run { transport in
                let client = APIClient.wire(server.port, transport)
                let options = CallOptions(headers: ["X-API-Key": "canary/+c4n4ry7f3a9c"])
                let stream = try await client.send(StreamTests.Listen(), options: options).value
                do {
                    _ = try await stream.collect()
                    Issue.record("no error")
                } catch {
                    #expect(!Self.prints(error).contains(Self.core))
                    #expect(Self.prints(error).contains("[redacted]"))
                }
            }
        }
    }

    /// Keeps the log.
    struct Recorder: LogHandler {
        let lines: NIOLockedValueBox<[String]>
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            lines.withLockedValue { $0.append("\(event.message) \(event.metadata ?? [:])") }
        }
    }

    /// Prints all that middleware sees.
    struct Printer: Middleware {
        let lines: NIOLockedValueBox<[String]>

        func attempt(
            _ request: TransportRequest, number: Int,
            next: @Sendable (TransportRequest) async throws(TransportError) -> TransportResponse
        ) async throws(TransportError) -> TransportResponse {
            let response = try await next(request)
            lines.withLockedValue { $0.append(prints(request) + prints(response)) }
            return response
        }

        func callEnded(_ call: CallSummary) async { lines.withLockedValue { $0.append(prints(call)) } }
    }
}
