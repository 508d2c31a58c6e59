/// Code of the user's around every attempt and at the end of every call: tracing, metrics, signing.
public protocol Middleware: Sendable {
    /// Runs around one attempt; the request carries its credentials. Call `next` to go on, with the request as it is or
    /// changed.
    /// - Throws: ``TransportError``; the retry policy treats it like one of the transport.
    func attempt(
        _ request: TransportRequest, number: Int,
        next: @Sendable (TransportRequest) async throws(TransportError) -> TransportResponse
    ) async throws(TransportError) -> TransportResponse

    /// Runs once at the end of every call.
    func callEnded(_ call: CallSummary) async
}

extension Middleware {
    /// Goes on without change.
    public func attempt(
        _ request: TransportRequest, number: Int,
        next: @Sendable (TransportRequest) async throws(TransportError) -> TransportResponse
    ) async throws(TransportError) -> TransportResponse {
        try await next(request)
    }

    /// Does nothing.
    public func callEnded(_ call: CallSummary) async {}
}

/// How a call went.
public struct CallSummary: Sendable {
    /// The operation that was called.
    public var operationID: String
    /// Every exchange, in order.
    public var attempts: [Attempt]
    /// How long the call took, waits included.
    public var duration: Duration
    /// The last response's status; `nil` when none came.
    public var status: Int?
    /// Why the call failed; `nil` for a success.
    public var failure: CallFailure?
}

/// Sends an attempt through all middleware, the first one outermost, to the transport.
struct MiddlewareChain: Sendable {
    var middleware: [any Middleware]
    var transport: any Transport

    func send(_ request: TransportRequest, number: Int) async throws(TransportError) -> TransportResponse {
        try await send(request, number: number, from: 0)
    }

    private func send(
        _ request: TransportRequest, number: Int, from index: Int
    ) async throws(TransportError) -> TransportResponse {
        guard index < middleware.count else { return try await transport.send(request) }
        return try await middleware[index].attempt(request, number: number) {
            (changed: TransportRequest) async throws(TransportError) -> TransportResponse in
            try await send(changed, number: number, from: index + 1)
        }
    }
}
