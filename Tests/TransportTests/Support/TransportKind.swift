import ApusAsyncHTTPClient
import ApusRuntime
import ApusURLSession
import AsyncHTTPClient
import HTTPTypes
import NIOCore
import Testing

/// The transports that pass the same table.
enum TransportKind: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case asyncHTTPClient, urlSession

    var testDescription: String { rawValue }

    func make() -> any Transport {
        switch self {
        case .asyncHTTPClient: AsyncHTTPClientTransport()
        case .urlSession: URLSessionTransport()
        }
    }

    /// Runs `body` with a transport that is shut down afterwards.
    func run<R>(_ body: (any Transport) async throws -> R) async throws -> R {
        try await run(make(), body: body)
    }

    /// Runs `body` with a transport whose attempts to connect end soon: one that a call has given up goes on until then, and
    /// serves the next call or nobody.
    func runImpatient<R>(
        connect: TimeAmount = .seconds(1), _ body: (any Transport) async throws -> R
    ) async throws -> R {
        guard self == .asyncHTTPClient else { return try await run(body) }
        var configuration = AsyncHTTPClientTransport.defaultConfiguration
        configuration.timeout.connect = connect
        return try await run(AsyncHTTPClientTransport(configuration: configuration), body: body)
    }

    /// Runs `body` with this transport, and shuts it down afterwards.
    func run<R>(_ transport: any Transport, body: (any Transport) async throws -> R) async throws -> R {
        do {
            let result = try await body(transport)
            await transport.shutdown()
            return result
        } catch {
            await transport.shutdown()
            throw error
        }
    }
}

/// A request to the loopback.
func request(
    _ method: HTTPRequest.Method = .get, scheme: String = "http", port: Int, path: String = "/",
    headers: HTTPFields = [:], body: [UInt8]? = nil,
    timeouts: TransportTimeouts = .init(connect: .seconds(60), firstByte: .seconds(60), idle: .seconds(60))
) -> TransportRequest {
    TransportRequest(
        head: HTTPRequest(
            method: method, scheme: scheme, authority: "127.0.0.1:\(port)", path: path, headerFields: headers),
        body: body.map(RequestBody.bytes), timeouts: timeouts)
}

extension ResponseBody {
    /// All of the body.
    func collect() async throws(TransportError) -> [UInt8] {
        var bytes: [UInt8] = []
        while let piece = try await next() { bytes += piece }
        return bytes
    }
}

/// What came of an exchange: the whole response or the error, from head or body.
enum Outcome: Equatable, CustomStringConvertible {
    case response(status: Int, body: String)
    case error(TransportError.Reason, TransportError.Delivery)

    var description: String {
        switch self {
        case .response(let status, let body): "\(status) `\(body.prefix(100))` (\(body.utf8.count) bytes)"
        case .error(let reason, let delivery): "\(reason), \(delivery)"
        }
    }
}

extension Transport {
    /// Sends the request and reads the whole response.
    func outcome(of request: TransportRequest) async -> Outcome {
        do {
            let response = try await send(request)
            let body = try await response.body.collect()
            return .response(status: response.head.status.code, body: String(decoding: body, as: UTF8.self))
        } catch {
            return .error(error.reason, error.delivery)
        }
    }
}
