/// The request could not be sent as given: nothing left this machine (in this attempt).
public struct InvalidRequest: Error, FailureDetails {
    /// Which part of the request is at fault.
    public enum Reason: String, Sendable, Hashable {
        /// A parameter or the body.
        case parameter
        /// A header field's name or value.
        case header
        /// The base URL.
        case baseURL
        /// No credential was given for an operation that needs one.
        case missingCredential
        /// A credential that cannot be sent, or whose provider failed.
        case credential
    }

    /// Which part of the request is at fault.
    public let reason: Reason
    /// What is wrong and what to do; without secrets.
    public let message: String
    /// What a credential's provider threw. It may hold secrets: it is in no description.
    public let underlyingError: (any Error)?
    let trace: CallTrace

    init(_ problem: RequestProblem, underlying: (any Error)? = nil, trace: CallTrace) {
        reason = problem.reason
        message = trace.secrets.redact(problem.message)
        underlyingError = underlying
        self.trace = trace
    }

    /// The exchanges before this problem, in order.
    public var attempts: [Attempt] { trace.attempts }
    /// Why the call was not tried again: the request would stay as it is.
    public var retryStopReason: RetryStopReason? { .notRetryable }
    /// The operation that was called.
    public var operationID: String { trace.operationID }
}
