import ApusJSON
import ApusRuntime
import ApusTesting
import Foundation
import HTTPTypes
import Testing

/// Bodies of requests as a server gets them: every media type, byte for byte, with its `Content-Type`.
@Suite struct RequestBodyWireTests {
    typealias Fill = @Sendable (inout RequestBuilder) -> Void

    /// What a body is, and what the server must get. Without a body there is no type.
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let type: String?
        let text: String
        let fill: Fill

        init(_ name: String, _ type: String?, _ text: String, _ fill: @escaping Fill) {
            (testDescription, self.type, self.text, self.fill) = (name, type, text, fill)
        }
    }

    static let json: [Row] = [
        Row("JSON", "application/json", #"{"a":1}"#) { $0.json(["a": 1]) },
        Row("a type in JSON's syntax", "application/merge-patch+json", #"{"a":1}"#) {
            $0.json(["a": 1], contentType: "application/merge-patch+json")
        },
        Row("null", "application/json", "null") { $0.nullableJSON(nil as [String: Int]?) },
        Row("no JSON", nil, "") { $0.json(nil as [String: Int]?) },
        Row("no file", nil, "") { $0.binary(nil as MediaContent?, contentType: "*/*") },
        Row("no parts", nil, "") { $0.multipart(nil as [MultipartPart]?, contentType: "multipart/mixed") },
    ]

    static let texts: [Row] = [
        Row("text", "text/plain", "größer") { $0.text("größer", contentType: "text/plain") },
        Row("XML", "application/xml", "<a>é</a>") { $0.xml("<a>é</a>") },
        Row("a type in XML's syntax", "application/atom+xml", "<feed/>") {
            $0.xml("<feed/>", contentType: "application/atom+xml")
        },
    ]

    static let forms: [Row] = [
        Row("a form", "application/x-www-form-urlencoded", "a=1&a=2") { $0.form(["a": [1, 2]]) },
        Row("a list with commas", "application/x-www-form-urlencoded", "a=1,2") {
            $0.form(["a": [1, 2]], encoding: [.init("a", style: .form, explode: false)])
        },
        Row("a list with pipes", "application/x-www-form-urlencoded", "a=1%7C2") {
            $0.form(["a": [1, 2]], encoding: [.init("a", style: .pipeDelimited, explode: false)])
        },
        Row("brackets", "application/x-www-form-urlencoded", "o%5Bk%5D=v%26") {
            $0.form(["o": ["k": "v&"]], encoding: [.init("o", style: .deepObject)])
        },
        Row("JSON in a form", "application/x-www-form-urlencoded", "o=%7B%22k%22%3A%22v%22%7D") {
            $0.form(["o": ["k": "v"]], encoding: [.init("o", contentType: "application/json")])
        },
        Row("a form that says that it streams", "application/x-www-form-urlencoded", "a=1&stream=true") {
            $0.streamChoice("stream", true)
            $0.form(["a": 1])
        },
        Row("a form that need not say so", "application/x-www-form-urlencoded", "a=1") {
            $0.streamChoice("stream", false)
            $0.form(["a": 1])
        },
    ]

    static let bytes: [Row] = [
        Row("bytes", "application/octet-stream", "\u{0}\u{1}") { $0.binary([0, 1] as RequestBody) },
        Row("any type", "application/octet-stream", "x") { $0.binary(.bytes([120]), contentType: "*/*") },
        Row("any type, by its content", "application/octet-stream", "x") {
            $0.binary(MediaContent.bytes([120]), contentType: "*/*")
        },
        Row("any type, said", "video/mp4", "x") {
            $0.binary(.bytes([120], contentType: "video/mp4"), contentType: "*/*")
        },
        Row("a range and one of it", "image/png", "x") { $0.binary(.bytes([120]), contentType: "image/*, image/png") },
        Row("another of the range", "image/webp", "x") {
            $0.binary(.bytes([120], contentType: "image/webp"), contentType: "image/png, image/*")
        },
        Row("a text of any type", "text/csv", "a,b") {
            $0.binary(.text("a,b", contentType: "text/csv"), contentType: "text/*")
        },
    ]

    static let streams: [Row] = [
        Row("lines", "application/jsonl", "{\"a\":1}\n{\"a\":2}\n") {
            $0.stream([["a": 1], ["a": 2]] as RequestStream, contentType: "application/jsonl")
        },
        Row("a sequence", "application/json-seq", "\u{1E}1\n\u{1E}2\n") {
            $0.stream([1, 2] as RequestStream, contentType: "application/json-seq")
        },
        Row("data of events", "text/event-stream", "data: {\"a\":1}\n\n") {
            $0.stream([["a": 1]] as RequestStream, contentType: "text/event-stream")
        },
        Row("events", "text/event-stream", "event: x\ndata: a\ndata: b\n\n") {
            $0.stream(
                [["data": "a\nb", "event": "x"]] as RequestStream, contentType: "text/event-stream",
                rules: .init(shape: .event, content: .text))
        },
        Row("lines as they come", "application/x-ndjson", "1\n2\n3\n") {
            $0.stream(RequestStream.stream { numbers(3) }, contentType: "application/x-ndjson")
        },
    ]

    @Test(arguments: TransportKind.allCases, json + texts + forms + bytes + streams)
    func arrivesAsItIs(kind: TransportKind, row: Row) async throws {
        let request = try await Wire.receive(kind, row.fill)
        #expect(request.header("Content-Type") == row.type)
        #expect(request.bodyText == row.text)
    }

    /// A body that no type can be said of is not sent, and a range is no type.
    @Test(arguments: ["image/*", "*/*", "text/plain", nil])
    func rangesAreNeverSent(given: String?) async throws {
        let fill: Fill = { $0.binary(.bytes([1], contentType: given), contentType: "image/*") }
        #expect(throws: InvalidRequest.self) { try Wire.Send<Wire.Put>(fill).httpBody() }
    }

    /// Methods that seldom have a body.
    @Test func anyMethodTakesABody() async throws {
        let fill: Fill = { $0.json(["a": 1]) }
        for request in [
            try await Wire.receive(.asyncHTTPClient, as: Wire.Get.self, fill),
            try await Wire.receive(.asyncHTTPClient, as: Wire.Head.self, fill),
            try await Wire.receive(.asyncHTTPClient, as: Wire.Delete.self, fill),
            try await Wire.receive(.urlSession, as: Wire.Delete.self, fill),
        ] {
            #expect(request.bodyText == #"{"a":1}"#)
            #expect(request.header("Content-Type") == "application/json")
        }
    }

    @Test(arguments: TransportKind.allCases)
    func partsArriveByteForByte(kind: TransportKind) async throws {
        let parts = [
            MultipartPart(name: "a", headers: ["X-Trace": "1"], .text("x")),
            MultipartPart(name: "größe", fileName: "日本.png", contentType: "image/png", [1, 2]),
            MultipartPart(name: "n\"\r\nX-Evil: 1", contentType: "application/json", .text("{}")),
        ]
        let request = try await MultipartBoundary.$fixed.withValue("B") {
            try await Wire.receive(kind) { $0.multipart(parts, contentType: "multipart/form-data") }
        }
        #expect(request.header("Content-Type") == "multipart/form-data; boundary=B")
        #expect(
            request.bodyText
                == [
                    "--B", #"Content-Disposition: form-data; name="a""#, "X-Trace: 1", "", "x",
                    "--B", #"Content-Disposition: form-data; name="größe"; filename="日本.png""#,
                    "Content-Type: image/png", "", "\u{1}\u{2}",
                    "--B", #"Content-Disposition: form-data; name="n%22%0D%0AX-Evil: 1""#,
                    "Content-Type: application/json", "", "{}", "--B--", "",
                ].joined(separator: "\r\n"))
    }

    private static func numbers(_ count: Int) -> AsyncStream<Int> {
        AsyncStream { continuation in
            for number in 0..<count { continuation.yield(number + 1) }
            continuation.finish()
        }
    }
}

/// Sends a body to a server on the loopback.
enum Wire {
    protocol MethodName: Sendable { static var name: String { get } }
    enum Put: MethodName { static let name = "PUT" }
    enum Get: MethodName { static let name = "GET" }
    enum Head: MethodName { static let name = "HEAD" }
    enum Delete: MethodName { static let name = "DELETE" }

    /// A request with any body.
    struct Send<Method: MethodName>: OperationRequest {
        typealias Output = NoContent
        static var operation: OperationDescription {
            OperationDescription(id: "send", method: Method.name, path: "/send", success: [.range(2)])
        }
        let fill: @Sendable (inout RequestBuilder) -> Void

        init(_ fill: @escaping @Sendable (inout RequestBuilder) -> Void) { self.fill = fill }

        func encode(into request: inout RequestBuilder) { fill(&request) }
    }

    /// A server that answers `/send`, and a client of it.
    static func run<R>(
        _ kind: TransportKind, method: String = "PUT", _ body: (ExampleServer, APIClient) async throws -> R
    ) async throws -> R {
        let operation = OperationExamples(
            operationID: "send", method: method, path: "/send", requiresCredential: false, responses: [])
        let server = try await ExampleServer.start([operation])
        server.respond(to: "send") { _ in .response(status: 200, body: "{}") }
        let result = try await kind.run { transport in
            let description = APIDescription(name: "Test", version: "1", servers: [], securitySchemes: [])
            return try await body(
                server, APIClient(description: description, baseURL: server.baseURL, transport: transport))
        }
        try await server.shutdown()
        return result
    }

    /// What arrives of one request.
    static func receive(
        _ kind: TransportKind, _ fill: @escaping @Sendable (inout RequestBuilder) -> Void
    ) async throws -> RecordedRequest {
        try await receive(kind, as: Put.self, fill)
    }

    static func receive<Method: MethodName>(
        _ kind: TransportKind, as method: Method.Type, _ fill: @escaping @Sendable (inout RequestBuilder) -> Void
    ) async throws -> RecordedRequest {
        try await run(kind, method: Method.name) { server, client in
            _ = try await client.send(Send<Method>(fill))
            return try #require(server.requests.first)
        }
    }
}
