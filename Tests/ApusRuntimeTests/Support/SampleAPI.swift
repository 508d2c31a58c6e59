@testable import ApusRuntime

/// Written by hand in the style of generated code.
struct GetGenerationRequest: OperationRequest {
    var id: String
    var httpReferer: String?

    typealias Output = GenerationResponse

    static let operation = OperationDescription(
        id: "getGeneration", method: "GET", path: "/generation", accept: ["application/json"], success: [.exact(200)],
        errors: SampleAPI.errors, security: [["apiKey"]], globals: ["HTTP-Referer", "X-OpenRouter-Title"])

    func encode(into request: inout RequestBuilder) {
        request.query("id", id)
        request.header("HTTP-Referer", httpReferer)
    }
}

struct CreateKeyRequest: OperationRequest {
    var name: String

    typealias Output = GenerationResponse

    static let operation = OperationDescription(
        id: "createKey", method: "POST", path: "/keys", accept: ["application/json"], success: [.range(2)],
        errors: SampleAPI.errors, security: [["apiKey"]])

    func encode(into request: inout RequestBuilder) { request.json(["name": name]) }
}

struct DeleteKeyRequest: OperationRequest {
    var hash: String

    typealias Output = NoContent

    static let operation = OperationDescription(
        id: "deleteKey", method: "DELETE", path: "/keys/{hash}", success: [.exact(204)], errors: SampleAPI.errors)

    func encode(into request: inout RequestBuilder) { request.path("hash", hash) }
}

struct GenerationResponse: JSONFormDefaults, JSONModel {
    var id: String
    var totalCost: Double

    init(json: borrowing JSONReader) throws(JSONError) {
        var members = try json.object()
        let data: JSONObject = try members.required("data")
        let inner = try JSONValue.object(data).decode(Inner.self)
        id = inner.id
        totalCost = inner.totalCost
    }

    func write(to writer: inout JSONWriter) { writer.write(id) }

    private struct Inner: JSONCodable {
        var id: String
        var totalCost: Double
        init(json: borrowing JSONReader) throws(JSONError) {
            var members = try json.object()
            id = try members.required("id")
            totalCost = try members.required("total_cost")
        }
        func write(to writer: inout JSONWriter) { writer.write(id) }
    }
}

/// `{"error": {"code": int, "message": string}}`.
struct ErrorBody: JSONFormDefaults, JSONModel {
    var code: Int
    var text: String

    init(json: borrowing JSONReader) throws(JSONError) {
        var members = try json.object()
        let error: Inner = try members.required("error")
        code = error.code
        text = error.message
    }

    func write(to writer: inout JSONWriter) { writer.write(text) }

    private struct Inner: JSONCodable {
        var code: Int
        var message: String
        init(json: borrowing JSONReader) throws(JSONError) {
            var members = try json.object()
            code = try members.required("code")
            message = try members.required("message")
        }
        func write(to writer: inout JSONWriter) { writer.write(message) }
    }
}

enum SampleError: APIError {
    case unauthorized(ErrorResponse<ErrorBody>)
    case notFound(ErrorResponse<ErrorBody>)
    case tooManyRequests(ErrorResponse<ErrorBody>)
    case internalServer(ErrorResponse<ErrorBody>)
    case unexpectedStatus(UnexpectedResponse)
    case decoding(DecodingFailure)
    case transport(TransportFailure)
    case deadlineExceeded(DeadlineFailure)
    case cancelled(CancellationFailure)
    case invalidRequest(InvalidRequest)

    init(_ failure: CallFailure) {
        switch failure {
        case .documented(let response, let index):
            switch index {
            case 0: self = .unauthorized(.init(response))
            case 1: self = .notFound(.init(response))
            case 2: self = .tooManyRequests(.init(response))
            case 3: self = .internalServer(.init(response))
            default: self = .unexpectedStatus(response)
            }
        case .unexpectedStatus(let value): self = .unexpectedStatus(value)
        case .decoding(let value): self = .decoding(value)
        case .transport(let value): self = .transport(value)
        case .deadlineExceeded(let value): self = .deadlineExceeded(value)
        case .cancelled(let value): self = .cancelled(value)
        case .invalidRequest(let value): self = .invalidRequest(value)
        }
    }

    var details: any FailureDetails {
        switch self {
        case .unauthorized(let value), .notFound(let value), .tooManyRequests(let value), .internalServer(let value):
            value
        case .unexpectedStatus(let value): value
        case .decoding(let value): value
        case .transport(let value): value
        case .deadlineExceeded(let value): value
        case .cancelled(let value): value
        case .invalidRequest(let value): value
        }
    }

    /// The case's name, for tables.
    var name: String {
        String(String(reflecting: Mirror(reflecting: self).children.first!.label!).dropFirst().dropLast())
    }
}

enum SampleAPI {
    static let errors: [DocumentedError] = [
        .init(.exact(401), contentType: "application/json", index: 0),
        .init(.exact(404), contentType: "application/json", index: 1),
        .init(.exact(429), contentType: "application/json", index: 2),
        .init(.exact(500), contentType: "application/json", index: 3),
        .init(.exact(529), contentType: "application/json", index: 4),
        .init(.range(4), contentType: "*/*", index: nil), .init(.range(5), contentType: "*/*", index: nil),
    ]

    static let description = APIDescription(
        name: "Sample", version: "1.0.0", servers: ["https://api.example/v1"],
        securitySchemes: [.bearer("apiKey", environment: "SAMPLE_API_KEY")],
        globals: [
            .header("HTTP-Referer", environment: "SAMPLE_REFERER"),
            .header("X-OpenRouter-Title", environment: "SAMPLE_TITLE"),
        ])

    static let good = #"{"data":{"id":"gen-1","total_cost":0.5}}"#
}

/// A client over a script, with a clock that takes no time and random numbers that are always one half.
struct Harness {
    let clock = TestClock()
    let transport: ScriptedTransport
    var configuration = ClientConfiguration()
    var environment: [String: String] = [:]
    var credentials: [String: Credential?] = ["apiKey": "sk-canary-c4n4ry7f3a9c"]
    var globals: [String: String?] = [:]
    var baseURL: String?
    var description = SampleAPI.description

    init(_ steps: ScriptedTransport.Step...) { self.init(steps: steps) }

    init(steps: [ScriptedTransport.Step]) {
        transport = ScriptedTransport(steps, clock: clock)
        configuration.clock = clock
        configuration.random = { 0.5 }
    }

    var client: APIClient {
        var configuration = configuration
        configuration.environment = EnvironmentLookup(environment)
        return APIClient(
            description: description, credentials: credentials, globals: globals, baseURL: baseURL,
            configuration: configuration, transport: transport)
    }

    func send<R: OperationRequest>(
        _ request: R, _ options: CallOptions = .init()
    ) async throws(SampleError) -> APIResponse<R> {
        do { return try await client.send(request, options: options) } catch { throw SampleError(error) }
    }

    /// The error of a call that has to fail; `nil` when it does not.
    func failure<R: OperationRequest>(_ request: R, _ options: CallOptions = .init()) async -> SampleError? {
        do { _ = try await send(request, options) } catch { return error }
        return nil
    }

    /// The error of getting a generation.
    func failure(_ options: CallOptions = .init()) async -> SampleError? {
        await failure(GetGenerationRequest(id: "gen-1"), options)
    }

    func header(_ name: String) -> String? {
        transport.requests.last?.head.headerFields[HTTPField.Name(name)!]
    }
}
