/// A success whose body does not fit its schema, with everything that the server said.
public struct DecodingFailure: FailureDetails {
    /// The response, as it came.
    public let response: UnexpectedResponse
    /// What does not fit, and where.
    public let error: JSONError

    /// What does not fit, and where; without secrets.
    public var message: String {
        response.trace.secrets.redact("the response's body does not fit: \(error)")
    }
    /// The status.
    public var status: Int? { response.status }
    /// The header fields, as they came.
    public var headers: HTTPFields? { response.headers }
    /// The body as text, without secrets.
    public var bodyText: String? { response.bodyText }
    /// The body as it came.
    public var rawBody: [UInt8] { response.rawBody }
    /// The error code inside of the body, if it has one.
    public var code: String? { response.code }
    /// The server's ID of the exchange.
    public var requestID: String? { response.requestID }
    /// Every exchange of the call.
    public var attempts: [Attempt] { response.attempts }
    /// Why the call was not tried again: decoding is never.
    public var retryStopReason: RetryStopReason? { .notRetryable }
    /// The operation that was called.
    public var operationID: String { response.operationID }
}
