/// One exchange of a call with the server, tried or finished.
public struct Attempt: Sendable, Hashable {
    /// Its number, from 1.
    public var number: Int
    /// The response's status; `nil` when none came.
    public var status: Int?
    /// Why no response came, or why its body broke off.
    public var failure: TransportError?
    /// How long it took.
    public var duration: Duration
    /// How long the call waited after it; `nil` for the last attempt.
    public var wait: Duration?
    /// Why the call was tried again after it; `nil` for the last attempt.
    public var retryReason: RetryReason?

    /// The origin that the call was redirected to after it (``RedirectPolicy``); `nil` for most attempts.
    public var redirect: String?

    /// An attempt from its parts.
    public init(
        number: Int, status: Int? = nil, failure: TransportError? = nil, duration: Duration = .zero,
        wait: Duration? = nil, retryReason: RetryReason? = nil, redirect: String? = nil
    ) {
        self.number = number
        self.status = status
        self.failure = failure
        self.duration = duration
        self.wait = wait
        self.retryReason = retryReason
        self.redirect = redirect
    }
}

extension Attempt: CustomStringConvertible {
    /// `attempt 1: 503 after 0.012 s, then waited 0.400 s (serverError)`, or `…, then redirected to https://host`.
    public var description: String {
        let outcome = [status.map(String.init), failure?.message].compactMap { $0 }.joined(separator: ", ")
        var next = wait.map { ", then waited \($0.secondsText) (\(retryReason?.rawValue ?? "-"))" } ?? ""
        if let redirect { next += ", then redirected to \(redirect)" }
        return "attempt \(number): \(outcome.isEmpty ? "no answer" : outcome) after \(duration.secondsText)\(next)"
    }
}

/// What made a call try again.
public enum RetryReason: String, Sendable, Hashable {
    /// No connection came about: no byte of the request left.
    case notConnected
    /// The connection ended, or stayed silent, before the response's head.
    case connectionLost
    /// The response's body broke off.
    case bodyCutShort
    /// The server failed (5xx, 408).
    case serverError
    /// The server asked for fewer calls (429, or 503 with `Retry-After`).
    case throttled
    /// The server asked for another try (`x-should-retry: true`).
    case serverAsked
    /// The server refused an access token that could be renewed (401).
    case tokenRefused
}

/// Why a failed call was not tried again.
public enum RetryStopReason: String, Sendable, Hashable {
    /// Another try would not help.
    case notRetryable
    /// The server may have done the work, and another try could do it twice. A call with an idempotency key
    /// (``CallOptions/idempotencyKey``) is tried again.
    case mayHaveActed
    /// All attempts that the policy allows were made.
    case attemptsExhausted
    /// The wait, or the next attempt, would have ended after the deadline.
    case deadline
    /// The server asked to wait longer (`Retry-After`) than the policy allows.
    case retryAfterTooLong
    /// The server forbade it (`x-should-retry: false`).
    case serverForbade
    /// Too many calls to this server fail: the retry budget is spent.
    case budgetSpent
    /// The request's body is a one-shot stream that has been read from.
    case bodySpent
}
