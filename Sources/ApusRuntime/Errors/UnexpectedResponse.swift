/// A response that is not a documented success, with everything that the server said.
public struct UnexpectedResponse: FailureDetails {
    /// Status and header fields, as they came.
    public let head: HTTPResponse
    /// The body as it came, cut at the limit for error bodies.
    public let rawBody: [UInt8]
    /// What the client makes of it: why the response does not fit the API's document, where a redirect points to.
    public let explanation: String?
    /// What went wrong, in the server's words where it gave any; without secrets.
    public let message: String
    /// The error code inside of the body.
    public let code: String?
    /// How long the server asks to wait.
    public let retryAfter: Duration?
    let trace: CallTrace

    init(head: HTTPResponse, rawBody: [UInt8], explanation: String?, now: UnixSeconds?, trace: CallTrace) {
        self.head = head
        self.rawBody = rawBody
        self.explanation = explanation.map(trace.secrets.redact)
        self.trace = trace
        let server = ServerMessage(body: Charset.utf8(rawBody, head), contentType: head.headerFields[.contentType])
        code = server.code.map(trace.secrets.redact)
        message = trace.secrets.redact(
            Self.message(server.message, explanation: explanation, status: head.status))
        retryAfter = RetryAfter.parse(head.headerFields, now: now)
    }

    private static func message(_ server: String?, explanation: String?, status: HTTPResponse.Status) -> String {
        let phrase = StatusPhrase.text(status)
        switch (server, explanation) {
        case (let server?, nil): return server
        case (let server?, let explanation?): return "\(server) [\(explanation)]"
        case (nil, let explanation?): return "\(phrase): \(explanation)"
        case (nil, nil): return phrase
        }
    }

    /// The status.
    public var status: Int? { head.status.code }
    /// The header fields, as they came.
    public var headers: HTTPFields? { head.headerFields }
    /// The body as text, without secrets.
    public var bodyText: String? { trace.secrets.redact(String(decoding: utf8Body, as: UTF8.self)) }
    /// The body in UTF-8, where its content type says that it is in another encoding that we know.
    var utf8Body: [UInt8] { Charset.utf8(rawBody, head) }
    /// The server's ID of the exchange.
    public var requestID: String? { RequestID.find(in: head.headerFields).map(trace.secrets.redact) }
    /// Every exchange of the call.
    public var attempts: [Attempt] { trace.attempts }
    /// Why the call was not tried again.
    public var retryStopReason: RetryStopReason? { trace.stopReason }
    /// The operation that was called.
    public var operationID: String { trace.operationID }
}
