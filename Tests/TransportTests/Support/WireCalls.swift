import ApusJSON
import ApusRuntime

/// An operation of a method, in the style of generated code: JSON in, JSON out, any error undocumented in its body.
protocol WireCall: OperationRequest where Output == JSONValue {
    static var method: String { get }
    var body: RequestBody? { get }
}

extension WireCall {
    static var operation: OperationDescription {
        OperationDescription(
            id: "call", method: method, path: "/call", accept: ["application/json"], success: [.range(2)],
            errors: [.init(.default, contentType: "*/*", index: nil)], security: [["key"], []])
    }

    var body: RequestBody? { nil }

    func encode(into request: inout RequestBuilder) {
        request.binary(body, contentType: "application/octet-stream")
    }
}

struct Get: WireCall { static let method = "GET" }

struct Put: WireCall {
    static let method = "PUT"
    var body: RequestBody? = [1, 2, 3]
}

struct Post: WireCall {
    static let method = "POST"
    var body: RequestBody? = [1, 2, 3]
}

struct Patch: WireCall {
    static let method = "PATCH"
    var body: RequestBody? = [1, 2, 3]
}

struct Delete: WireCall { static let method = "DELETE" }

extension APIClient {
    /// A client for a server on the loopback: retries wait for nothing, however often they happen.
    static func wire(
        _ port: Int, _ transport: any Transport, key: SecurityScheme = .bearer("key"),
        credential: Credential? = "wire-c4n4ry7f3a9c", scheme: String = "http",
        configure: (inout ClientConfiguration) -> Void = { _ in }
    ) -> APIClient {
        var configuration = ClientConfiguration()
        configuration.random = { 0 }
        configuration.timeouts = TransportTimeouts(firstByte: .seconds(60), idle: .seconds(60))
        configuration.environment = EnvironmentLookup([:])
        configure(&configuration)
        return APIClient(
            description: APIDescription(
                name: "Wire", version: "1", servers: ["\(scheme)://127.0.0.1:\(port)"], securitySchemes: [key]),
            credentials: ["key": credential], configuration: configuration, transport: transport)
    }

    /// What came of a call, in words: `200 after 2`, or `transport after 1: notRetryable`, or `unexpectedStatus 404 …`.
    func outcome<R: OperationRequest>(of request: R, _ options: CallOptions = .init()) async -> String {
        do {
            let response = try await send(request, options: options)
            return "\(response.status) after \(response.attempts.count)"
        } catch {
            let status = error.details.status.map { " \($0)" } ?? ""
            let stop = error.details.retryStopReason.map { ": \($0.rawValue)" } ?? ""
            return "\(error.name)\(status) after \(error.details.attempts.count)\(stop)"
        }
    }

    /// The failure of a call that has to fail; `nil` when it does not.
    func failure<R: OperationRequest>(of request: R, _ options: CallOptions = .init()) async -> CallFailure? {
        do { _ = try await send(request, options: options) } catch { return error }
        return nil
    }
}

extension CallFailure {
    /// The case's name, for tables.
    var name: String {
        switch self {
        case .documented: "documented"
        case .unexpectedStatus: "unexpectedStatus"
        case .decoding: "decoding"
        case .transport: "transport"
        case .deadlineExceeded: "deadlineExceeded"
        case .cancelled: "cancelled"
        case .invalidRequest: "invalidRequest"
        }
    }

    /// The transport's error, if it is one.
    var transportError: TransportError? { if case .transport(let failure) = self { failure.error } else { nil } }
}
