/// A documented error with its typed body and typed header fields: an ``ErrorResponse`` whose ``headers`` have a property
/// for each that the API documents.
public struct HeaderedErrorResponse<Body: JSONCodable & Sendable, Headers: ResponseHeaders>: HeaderedFailure {
    /// The error without its header fields' types.
    public let error: ErrorResponse<Body>

    /// Reads the response's body.
    public init(_ response: UnexpectedResponse) { error = ErrorResponse(response) }

    /// The header fields: by name, and as typed properties.
    public var headers: Headers { Headers(fields: response.head.headerFields) }
    /// The body; `nil` when it does not fit its schema: then ``decodingError`` says why, and the rest stays.
    public var body: Body? { error.body }
    /// Why the body does not fit its schema.
    public var decodingError: JSONError? { error.decodingError }
    /// The response itself.
    public var response: UnexpectedResponse { error.response }
}

/// A failure that comes of a response. It stands apart so that ``HeaderedErrorResponse`` can have typed `headers` where
/// ``FailureDetails`` wants the fields as they came.
public protocol HeaderedFailure: FailureDetails {
    /// The response itself.
    var response: UnexpectedResponse { get }
}

extension HeaderedFailure {
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
