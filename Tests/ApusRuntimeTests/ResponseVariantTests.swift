import Testing

@testable import ApusRuntime

/// Which of several bodies a response has, by its status and its content type.
@Suite("Variants of a response")
struct ResponseVariantTests {
    /// In the style of generated code.
    struct Several: OperationRequest {
        enum Output: Sendable {
            case json(JSONValue)
            case text(String)
            case bytes(Download)
            case noContent
        }

        static let operation = OperationDescription(
            id: "several", method: "GET", path: "/several",
            accept: ["application/json", "text/plain", "image/*", "*/*"], success: [.exact(200), .exact(204)],
            variants: [
                .init(.exact(200), ["application/json"]), .init(.exact(200), ["text/plain"]),
                .init(.exact(200), ["image/*", "*/*"], isDownload: true), .init(.exact(204)),
            ])

        func encode(into request: inout RequestBuilder) {}

        static func decodeOutput(
            from body: [UInt8], head: HTTPResponse, limits: JSONLimits
        ) throws(JSONError) -> Output {
            switch operation.variant(of: head) {
            case 0: return .json(try JSONValue(jsonBytes: body, limits: limits))
            case 1: return .text(BodyDecoding.text(body))
            case 2: return .bytes(BodyDecoding.download(body, head: head, of: operation, limits: limits))
            default: return .noContent
            }
        }

        static func openOutput(_ body: StreamedBody) -> Output? {
            operation.variant(of: body.head) == 2 ? .bytes(Download(body)) : nil
        }
    }

    static let rows: [(Int, String?, String, String)] = [
        (200, "application/json", "[1]", "json [1]"), (200, "Application/Problem+JSON; a=b", "1", "json 1"),
        (200, "text/plain; charset=utf-8", "hi", "text hi"), (200, "image/png", "png", "bytes png"),
        (200, "application/zip", "zip", "bytes zip"), (200, nil, "1", "json 1"), (204, nil, "", "none"),
        (204, "text/plain", "", "none"),
    ]

    @Test("Rows", arguments: rows)
    func variants(status: Int, type: String?, body: String, want: String) async throws {
        let headers = type.map { [("Content-Type", $0)] } ?? []
        let harness = Harness(.answer(status, body, headers: headers))
        let output = try await harness.send(Several()).value
        let got: String
        switch output {
        case .json(let value): got = "json \(value)"
        case .text(let text): got = "text \(text)"
        case .bytes(let download):
            got = "bytes " + String(decoding: try await download.collect(upTo: 99), as: UTF8.self)
        case .noContent: got = "none"
        }
        #expect(got == want)
        #expect(harness.header("Accept") == "application/json, text/plain, image/*, */*")
    }

    @Test("A documented redirect is that error, and no riddle")
    func redirects() {
        let operation = OperationDescription(
            id: "a", method: "GET", path: "/a", success: [200],
            errors: [
                .init(.exact(304), contentType: "*/*", index: 4), .init(.range(3), contentType: "*/*", index: nil),
            ])
        let base = try? BaseURL("https://a.example")
        func kind(_ status: Int) -> ResponseClass? {
            base.map { ResponseClass(HTTPResponse(status: .init(code: status)), operation, base: $0) }
        }
        #expect(kind(304) == .documented(index: 4))
        #expect(kind(302) == .redirect(place: "nowhere (it has no `Location`)"))
    }
}

/// The document's wishes for the retries of one operation.
@Suite("Retries of an operation")
struct OperationRetryTests {
    struct Once: OperationRequest {
        typealias Output = JSONValue
        static let operation = OperationDescription(
            id: "once", method: "QUERY", path: "/once", accept: ["application/json"], success: [.exact(200)],
            retry: DocumentRetryPolicy(maximumAttempts: 1))
        func encode(into request: inout RequestBuilder) {}
    }

    @Test("They go before the API's, and behind the user's")
    func order() async {
        var harness = Harness(.json(503, "{}"))
        harness.description.retry = DocumentRetryPolicy(maximumAttempts: 2)
        _ = await harness.failure(Once())
        #expect(harness.transport.requests.count == 1)
        _ = await harness.failure(Once(), CallOptions(retryPolicy: RetryPolicy(maximumAttempts: 3)))
        #expect(harness.transport.requests.count == 4)
    }
}
