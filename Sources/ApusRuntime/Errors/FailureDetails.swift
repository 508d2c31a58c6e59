/// What every failure of a call can tell.
public protocol FailureDetails: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// What went wrong, in the server's words where it gave any; without secrets.
    var message: String { get }
    /// The response's status; `nil` when no response came.
    var status: Int? { get }
    /// The response's header fields, as they came.
    var headers: HTTPFields? { get }
    /// The response's body as text, without secrets. It is read as UTF-8 (what is none becomes U+FFFD), or as ISO-8859-1,
    /// windows-1252 or UTF-16 where the content type names one of these and the bytes are not UTF-8.
    var bodyText: String? { get }
    /// The response's body as it came; empty when there was none.
    var rawBody: [UInt8] { get }
    /// The error code inside of the body, if it has one.
    var code: String? { get }
    /// The server's ID of the exchange: `x-request-id`, `request-id`, `x-generation-id` or `cf-ray`.
    var requestID: String? { get }
    /// Every exchange of the call, in order.
    var attempts: [Attempt] { get }
    /// How long the server asks to wait before another try.
    var retryAfter: Duration? { get }
    /// Why the call was not tried again; `nil` when that was no question.
    var retryStopReason: RetryStopReason? { get }
    /// The operation that was called.
    var operationID: String { get }
}

extension FailureDetails {
    /// `nil`: no response came.
    public var status: Int? { nil }
    /// `nil`: no response came.
    public var headers: HTTPFields? { nil }
    /// `nil`: no response came.
    public var bodyText: String? { nil }
    /// Empty: no response came.
    public var rawBody: [UInt8] { [] }
    /// `nil`: no response came.
    public var code: String? { nil }
    /// `nil`: no response came.
    public var requestID: String? { nil }
    /// `nil`: no response came.
    public var retryAfter: Duration? { nil }

    /// One line without secrets: `getGeneration: 404: no such generation (request ID abc, 2 attempts)`.
    public var description: String {
        let start = status.map { "\(operationID): \($0): \(message)" } ?? "\(operationID): \(message)"
        var notes: [String] = []
        if let requestID { notes.append("request ID \(requestID)") }
        if attempts.count > 1 { notes.append("\(attempts.count) attempts") }
        if let retryAfter { notes.append("retry after \(retryAfter.secondsText)") }
        if let retryStopReason, retryStopReason != .notRetryable {
            notes.append("not tried again: \(retryStopReason.rawValue)")
        }
        return notes.isEmpty ? start : "\(start) (\(notes.joined(separator: ", ")))"
    }

    /// The same as the description.
    public var debugDescription: String { description }

    /// What the description shows, so that `dump` shows no secret either.
    public var customMirror: Mirror {
        Mirror(
            self,
            children: [
                "operationID": operationID, "status": status as Any, "message": message, "code": code as Any,
                "requestID": requestID as Any, "attempts": attempts.map(\.description),
            ])
    }
}

/// What all failures of a call have in common.
struct CallTrace: Sendable {
    var operationID: String
    var attempts: [Attempt] = []
    var stopReason: RetryStopReason?
    var secrets = Secrets()
}
