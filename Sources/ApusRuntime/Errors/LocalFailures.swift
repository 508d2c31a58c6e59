/// No whole response came: no connection, or one that broke off.
public struct TransportFailure: FailureDetails {
    /// What the transport says, without secrets.
    public let error: TransportError
    /// Status and header fields, when the response broke off after them.
    public let head: HTTPResponse?
    let trace: CallTrace

    init(_ error: TransportError, head: HTTPResponse? = nil, trace: CallTrace) {
        self.error = trace.secrets.redacted(error)
        self.head = head
        self.trace = trace
    }

    /// What the transport says.
    public var message: String { error.message }
    /// The status, when the response broke off after it.
    public var status: Int? { head?.status.code }
    /// The header fields, when the response broke off after them.
    public var headers: HTTPFields? { head?.headerFields }
    /// The server's ID of the exchange, when the response broke off after it.
    public var requestID: String? { head.flatMap { RequestID.find(in: $0.headerFields) }.map(trace.secrets.redact) }
    /// Every exchange of the call.
    public var attempts: [Attempt] { trace.attempts }
    /// Why the call was not tried again.
    public var retryStopReason: RetryStopReason? { trace.stopReason }
    /// The operation that was called.
    public var operationID: String { trace.operationID }
}

extension Secrets {
    /// The error with its message redacted.
    func redacted(_ error: TransportError) -> TransportError {
        TransportError(error.reason, error.delivery, redact(error.message))
    }
}

/// The call's deadline passed.
public struct DeadlineFailure: FailureDetails {
    /// How long the call was allowed to take.
    public let deadline: Duration
    let trace: CallTrace

    /// Which deadline passed.
    public var message: String {
        "the call did not end within its deadline of \(deadline.secondsText)"
    }
    /// Every exchange of the call.
    public var attempts: [Attempt] { trace.attempts }
    /// Why the call was not tried again: there was no time.
    public var retryStopReason: RetryStopReason? { .deadline }
    /// The operation that was called.
    public var operationID: String { trace.operationID }
}

/// The surrounding task was cancelled.
public struct CancellationFailure: FailureDetails {
    let trace: CallTrace

    /// That it was cancelled.
    public var message: String { "the call was cancelled" }
    /// Every exchange of the call.
    public var attempts: [Attempt] { trace.attempts }
    /// Why the call was not tried again: that was no question.
    public var retryStopReason: RetryStopReason? { nil }
    /// The operation that was called.
    public var operationID: String { trace.operationID }
}
