#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A generated error type: a case for each documented error of an API, and one for each other way in which a call
/// fails.
public protocol APIError: LocalizedError, Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    /// The API's name for a failure.
    init(_ failure: CallFailure)

    /// What the error can tell, whichever case it is.
    var details: any FailureDetails { get }
}

extension APIError {
    /// The response's status; `nil` when no response came.
    public var status: Int? { details.status }
    /// What went wrong, in the server's words where it gave any; without secrets.
    public var message: String { details.message }
    /// The error code inside of the response's body, if it has one.
    public var code: String? { details.code }
    /// The server's ID of the exchange.
    public var requestID: String? { details.requestID }
    /// Every exchange of the call, in order.
    public var attempts: [Attempt] { details.attempts }
    /// How long the server asks to wait before another try.
    public var retryAfter: Duration? { details.retryAfter }
    /// Why the call was not tried again.
    public var retryStopReason: RetryStopReason? { details.retryStopReason }
    /// One line without secrets.
    public var description: String { details.description }
    /// One line without secrets.
    public var debugDescription: String { details.description }
    /// One line without secrets.
    public var errorDescription: String? { details.description }
    // Foundation has these three too, but a module that does not import it would not find them.
    /// `nil`: the description says it.
    public var failureReason: String? { nil }
    /// `nil`: the description says it.
    public var recoverySuggestion: String? { nil }
    /// `nil`: there is none.
    public var helpAnchor: String? { nil }
}
