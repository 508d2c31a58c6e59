/// A documented error with its typed body.
public struct ErrorResponse<Body: JSONCodable & Sendable>: FailureDetails {
    /// The body; `nil` when it does not fit its schema: then ``decodingError`` says why, and the rest stays.
    public let body: Body?
    /// Why the body does not fit its schema.
    public let decodingError: JSONError?
    /// The response itself.
    public let response: UnexpectedResponse

    /// Reads the response's body.
    public init(_ response: UnexpectedResponse) {
        self.response = response
        do {
            body = try Body(jsonBytes: response.utf8Body)
            decodingError = nil
        } catch {
            body = nil
            decodingError = error
        }
    }

    /// What went wrong, in the server's words where it gave any; without secrets.
    public var message: String { response.message }
    /// The status. For an error inside of a success's body it is the success's status.
    public var status: Int? { response.status }
    /// The header fields, as they came.
    public var headers: HTTPFields? { response.headers }
    /// The body as text, without secrets.
    public var bodyText: String? { response.bodyText }
    /// The body as it came.
    public var rawBody: [UInt8] { response.rawBody }
    /// The error code inside of the body.
    public var code: String? { response.code }
    /// The server's ID of the exchange.
    public var requestID: String? { response.requestID }
    /// Every exchange of the call.
    public var attempts: [Attempt] { response.attempts }
    /// How long the server asks to wait.
    public var retryAfter: Duration? { response.retryAfter }
    /// Why the call was not tried again.
    public var retryStopReason: RetryStopReason? { response.retryStopReason }
    /// The operation that was called.
    public var operationID: String { response.operationID }
}
