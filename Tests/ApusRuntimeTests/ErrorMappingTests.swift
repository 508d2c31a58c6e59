import Testing

@testable import ApusRuntime

@Suite("From response to error")
struct ErrorMappingTests {
    struct Row: Sendable {
        var name: String
        var status: Int
        var body: String
        var type: String? = "application/json"
        /// The error's name; `nil`: success.
        var want: String?
        var message: String?
        var code: String?
        /// Whether the typed body is there.
        var hasBody = false
    }

    static let plain = #"{"error":{"code":404,"message":"no such generation"}}"#

    static func typed(_ status: Int, _ name: String) -> Row {
        Row(
            name: "typed", status: status, body: #"{"error":{"code":\#(status),"message":"m"}}"#, want: name,
            message: "m", code: "\(status)", hasBody: true)
    }

    static func drifted(_ name: String, _ body: String, _ message: String, _ code: String? = nil) -> Row {
        Row(name: name, status: 404, body: body, want: "notFound", message: message, code: code)
    }

    static let rows: [Row] =
        [
            typed(401, "unauthorized"), typed(404, "notFound"), typed(429, "tooManyRequests"),
            typed(500, "internalServer"),
            // A status with a name of its own that this error type does not know.
            Row(
                name: "a later version's error", status: 529, body: plain, want: "unexpectedStatus",
                message: "no such generation", code: "404"),
        ]
        // Statuses that the document does not name keep their message and code.
        + [400, 408, 409, 410, 413, 418, 422, 451, 499, 503, 504, 599].map {
            Row(
                name: "undocumented", status: $0, body: plain, want: "unexpectedStatus", message: "no such generation",
                code: "404")
        }
        + [201, 202, 204, 206, 299, 600].map {
            Row(name: "another success", status: $0, body: SampleAPI.good, want: "unexpectedStatus")
        }
        // Content types.
        + [
            "application/json; charset=utf-8", "APPLICATION/JSON", "application/json;", " application/json ; x=y",
            "application/problem+json",
        ].flatMap { type in
            [
                Row(name: type, status: 200, body: SampleAPI.good, type: type),
                Row(
                    name: type, status: 404, body: plain, type: type, want: "notFound", message: "no such generation",
                    code: "404", hasBody: true),
            ]
        }
        + [
            "text/json", "text/html", "text/plain", nil, "", "application/octet-stream", "application/json, text/html",
            "application", "application/",
        ].flatMap { type in
            [
                Row(name: "\(type ?? "none")", status: 200, body: SampleAPI.good, type: type, want: "unexpectedStatus"),
                Row(name: "\(type ?? "none")", status: 404, body: plain, type: type, want: "unexpectedStatus"),
            ]
        }
        // Successes that do not decode.
        + [
            "{", "", "null", "[]", #""x""#, SampleAPI.good + "x", "\u{FEFF}" + SampleAPI.good, "<html>", "{}",
            #"{"data":{"id":1,"total_cost":0.5}}"#, #"{"data":{"id":"x"}}"#, #"{"data":{"id":"x","total_cost":"1.5"}}"#,
            #"{"data":{"id":"x","total_cost":NaN}}"#, #"{"data":null}"#,
        ].map { Row(name: "200 \($0)", status: 200, body: $0, want: "decoding") }
        // Documented errors whose body drifts stay what they are.
        + [
            drifted("malformed", "{", "Not Found"), drifted("empty", "", "Not Found"),
            drifted("null", "null", "Not Found"),
            drifted("object", "{}", "Not Found"), drifted("text", #"{"error":"str"}"#, "str"),
            drifted("no code", #"{"error":{"message":"m"}}"#, "m"),
            drifted("no message", #"{"error":{"code":404}}"#, "Not Found", "404"),
            drifted("wrong types", #"{"error":{"code":true,"message":7}}"#, "Not Found"),
            drifted("code as text", #"{"error":{"code":"not_found","message":"m"}}"#, "m", "not_found"),
            drifted("type", #"{"error":{"type":"t","message":"m"}}"#, "m", "t"),
            drifted("availability", #"{"error":{"error_type":"x","http_status":404,"message":"gone"}}"#, "gone", "x"),
            drifted("byte order mark", "\u{FEFF}" + plain, "no such generation", "404"),
            drifted("OAuth", #"{"error":"invalid_grant","error_description":"expired"}"#, "expired", "invalid_grant"),
            drifted("message", #"{"message":"m","code":7}"#, "m", "7"), drifted("detail", #"{"detail":"d"}"#, "d"),
            drifted("title", #"{"title":"t"}"#, "t"), drifted("a string", #""just text""#, "just text"),
            drifted("text that is not JSON", "upstream gave up", "upstream gave up"),
            drifted("a page", "<html>x</html>", "Not Found"),
        ]
        + [
            Row(
                name: "empty message", status: 404, body: #"{"error":{"code":404,"message":""}}"#, want: "notFound",
                message: "Not Found", code: "404", hasBody: true),
            Row(
                name: "integral code", status: 404, body: #"{"error":{"code":404.0,"message":"m"}}"#, want: "notFound",
                message: "m", code: "404", hasBody: true),
            Row(name: "unknown members", status: 200, body: #"{"data":{"id":"x","total_cost":1,"new":[]},"more":1}"#),
            // Errors inside of successes.
            Row(
                name: "in band", status: 200, body: plain, want: "notFound", message: "no such generation", code: "404",
                hasBody: true),
            Row(
                name: "in band, undocumented", status: 200, body: #"{"error":{"code":418,"message":"tea"}}"#,
                want: "unexpectedStatus", message: "tea [an error inside of a success's body]", code: "418"),
            Row(
                name: "in band, code as text", status: 200, body: #"{"error":{"code":"404","message":"m"}}"#,
                want: "notFound", message: "m", code: "404"),
            Row(
                name: "in band, text", status: 200, body: #"{"error":"broken"}"#, want: "unexpectedStatus",
                message: "broken [an error inside of a success's body]"),
            Row(name: "in band, nothing said", status: 200, body: #"{"error":{}}"#, want: "decoding"),
            Row(
                name: "data and error", status: 200,
                body: #"{"error":{"message":"x"},"data":{"id":"x","total_cost":1}}"#),
        ]

    @Test("given, want", arguments: rows.indices)
    func matrix(index: Int) async throws {
        let row = Self.rows[index]
        let headers = [("X-Request-ID", "r-1")] + (row.type.map { [("Content-Type", $0)] } ?? [])
        var harness = Harness(.answer(row.status, row.body, headers: headers))
        harness.configuration.retryPolicy = .never
        let error = await harness.failure()
        #expect(error?.name == row.want, "\(row)")
        guard let error else { return }
        #expect(error.status == row.status, "\(row)")
        #expect(error.requestID == "r-1", "\(row)")
        #expect(error.details.rawBody == Array(row.body.utf8), "\(row)")
        #expect(error.details.headers?[.init("X-Request-ID")!] == "r-1", "\(row)")
        #expect(error.details.operationID == "getGeneration", "\(row)")
        #expect(error.attempts.map(\.status) == [row.status], "\(row)")
        #expect(error.description.contains("\(row.status)"), "\(row)")
        if let message = row.message { #expect(error.message == message, "\(row)") }
        if row.message != nil { #expect(error.code == row.code, "\(row)") }
        if case .notFound(let response) = error {
            #expect((response.body != nil) == row.hasBody, "\(row)")
            #expect((response.decodingError == nil) == row.hasBody, "\(row)")
        }
    }

    @Test("invalid UTF-8 is refused, not patched")
    func invalidUTF8() async {
        let body = String(decoding: Array(SampleAPI.good.utf8), as: UTF8.self).replacing("gen-1", with: "\u{FFFD}")
        #expect(await Harness(.json(200, body)).failure() == nil, "U+FFFD itself is fine")
        var bytes = Array(SampleAPI.good.utf8)
        bytes[bytes.firstIndex(of: UInt8(ascii: "g"))!] = 0xFF
        #expect(throws: JSONError.self) { try GenerationResponse(jsonBytes: bytes) }
    }

    @Test("what is wrong with a response is said")
    func explanations() async {
        let rows: [(step: ScriptedTransport.Step, says: String)] = [
            (
                .answer(200, "<p>", headers: [("Content-Type", "text/html")]),
                "OK: content type `text/html` where `application/json` is documented"
            ),
            (.answer(200, "", headers: []), "no content type where `application/json` is documented"),
            (
                .answer(200, "", headers: [("Content-Type", "")]),
                "no content type where `application/json` is documented"
            ),
            (
                .answer(404, "gone", headers: [("Content-Type", "text/plain")]),
                "gone [content type `text/plain` where `application/json` is documented]"
            ),
            (.json(302, "", [("Location", "https://evil.example/x?key=1")]), "points to `https://evil.example`"),
            (.json(301, "", [("Location", "//evil.example/x")]), "points to `https://evil.example`"),
            (.json(307, "", [("Location", "/login")]), "points to another path of `https://api.example`"),
            (.json(308, "", [("Location", "https://u:p@evil.example")]), "points to something that is no plain URL"),
            (.json(303, ""), "points to nowhere"),
            (.json(600, ""), "status 600: the API's document does not name the status 600"),
            (.json(201, ""), "the API's document does not name the status 201"),
            (.json(402, ""), "Payment Required"),
        ]
        for row in rows {
            let message = await Harness(row.step).failure()?.message ?? ""
            #expect(message.contains(row.says), "\(message)")
        }
    }

    @Test("a decoding failure says where")
    func decoding() async {
        let error = await Harness(.json(200, #"{"data":{"id":1}}"#, [("cf-ray", "ray")])).failure()
        guard case .decoding(let failure) = error else {
            Issue.record("no decoding failure")
            return
        }
        #expect(failure.message.contains("id"))
        #expect(failure.requestID == "ray")
        #expect(failure.bodyText == #"{"data":{"id":1}}"#)
    }

    @Test("one line tells it all")
    func description() async {
        let error = await Harness(
            .json(503, ""),
            .json(
                429, #"{"error":{"code":429,"message":"slow down"}}"#, [("Retry-After", "90"), ("request-id", "r-2")])
        ).failure()
        #expect(
            error?.description
                == "getGeneration: 429: slow down (request ID r-2, 2 attempts, retry after 90.000 s, "
                + "not tried again: retryAfterTooLong)")
        #expect(error?.retryAfter == .seconds(90))
        #expect(error?.errorDescription == error?.description)
    }

    @Test("an operation without body")
    func noContent() async throws {
        let harness = Harness(.answer(204, ""))
        let response = try await harness.send(DeleteKeyRequest(hash: "a/b"))
        #expect(response.value == NoContent())
        #expect(harness.transport.requests[0].head.path == "/v1/keys/a%2Fb")
        #expect(harness.header("Accept") == nil)
        #expect(harness.header("Authorization") == nil)
        #expect(await harness.failure(DeleteKeyRequest(hash: ".."))?.name == "invalidRequest")
        #expect(harness.transport.requests.count == 1)
    }

    @Test("a success without a body needs no content type where the document has none for it, and only there")
    func bareSuccesses() throws {
        let operation = OperationDescription(
            id: "o", method: "PUT", path: "/", accept: ["application/json"], success: [200, 202, .range(2)],
            variants: [.init(.exact(202))])
        let rows: [(status: Int, type: String?, fits: Bool)] = [
            (202, nil, true), (204, nil, true), (200, "application/json", true), (202, "application/json", true),
            (200, nil, false), (203, nil, false), (202, "text/html", false),
        ]
        let base = try BaseURL("https://h")
        for row in rows {
            var head = HTTPResponse(status: .init(code: row.status))
            head.headerFields[.contentType] = row.type
            #expect((ResponseClass(head, operation, base: base) == .success) == row.fits, "\(row)")
        }
    }

    @Test("the most specific documented error wins")
    func specificity() {
        let operation = OperationDescription(
            id: "o", method: "GET", path: "/", success: [200],
            errors: [
                .init(.default, contentType: "*/*", index: 9),
                .init(.range(4), contentType: "application/json", index: 4),
                .init(.exact(404), contentType: "application/json", index: 1),
                .init(.exact(404), contentType: "text/plain", index: 2),
            ])
        let rows: [(status: Int, type: String, want: ResponseClass)] = [
            (404, "application/json", .documented(index: 1)), (404, "text/plain", .documented(index: 2)),
            (404, "image/png", .documented(index: 9)), (400, "application/json", .documented(index: 4)),
            (400, "text/plain", .documented(index: 9)), (500, "text/plain", .documented(index: 9)),
        ]
        for row in rows {
            let head = HTTPResponse(status: .init(code: row.status), headerFields: [.contentType: row.type])
            let base = try! BaseURL("https://h")
            #expect(ResponseClass(head, operation, base: base) == row.want, "\(row)")
        }
    }
}
