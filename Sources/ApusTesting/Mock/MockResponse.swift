public import ApusJSON
public import ApusRuntime
import HTTPTypes

/// What a ``MockTransport`` answers one request with.
public indirect enum MockResponse: Sendable {
    /// A response with this body.
    case bytes(_ status: Int, contentType: String?, _ body: [UInt8], headers: [String: String] = [:])
    /// No response but this error.
    case failure(TransportError)
    /// The other response after that time, or the time limit or cancellation that comes first.
    case delayed(Duration, MockResponse)

    /// A response whose body is this value as JSON.
    public static func json(_ status: Int, _ value: some JSONCodable, headers: [String: String] = [:]) -> MockResponse {
        do {
            return .bytes(status, contentType: "application/json", try value.jsonBytes(), headers: headers)
        } catch {
            return .failure(TransportError(.protocolViolation, .notSent, "the stubbed value is no JSON: \(error)"))
        }
    }

    /// A response with a text as its body.
    public static func text(
        _ status: Int, _ body: String, contentType: String = "text/plain; charset=utf-8",
        headers: [String: String] = [:]
    ) -> MockResponse { .bytes(status, contentType: contentType, Array(body.utf8), headers: headers) }
}

extension MockResponse {
    /// Plays the response within the request's limits.
    func play(for request: TransportRequest) async throws(TransportError) -> TransportResponse {
        switch self {
        case .failure(let error): throw error
        case .bytes(let status, let contentType, let body, let headers):
            return Self.response(status, contentType, body, headers)
        case .delayed(let delay, let response):
            try await Self.wait(delay, within: request.timeouts)
            return try await response.play(for: request)
        }
    }

    private static func wait(_ delay: Duration, within limits: TransportTimeouts) async throws(TransportError) {
        let limit = [(limits.firstByte, TransportError.Phase.firstByte), (limits.total, .total)]
            .compactMap { limit, phase in limit.map { ($0, phase) } }.min { $0.0 < $1.0 }
        do {
            try await Task.sleep(for: min(delay, limit?.0 ?? delay))
        } catch {
            throw TransportError(.cancelled, .maybeSent, "the task was cancelled")
        }
        if let (limit, phase) = limit, limit < delay {
            throw TransportError(.timeout(phase), .maybeSent, "no response within \(limit)")
        }
    }

    private static func response(
        _ status: Int, _ contentType: String?, _ body: [UInt8], _ headers: [String: String]
    ) -> TransportResponse {
        var fields = HTTPFields()
        if let contentType { fields[.contentType] = contentType }
        for (name, value) in headers.sorted(by: { $0.key < $1.key }) {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        let reader = BodyOnce(body)
        return TransportResponse(
            head: HTTPResponse(status: .init(code: status), headerFields: fields),
            body: ResponseBody { () throws(TransportError) in await reader.next() })
    }
}

/// A body in one piece.
private actor BodyOnce {
    private var bytes: [UInt8]?

    init(_ bytes: [UInt8]) { self.bytes = bytes.isEmpty ? nil : bytes }

    func next() -> [UInt8]? {
        defer { bytes = nil }
        return bytes
    }
}
