/// When and how a failed call is tried again. The defaults are safe for every API.
public struct RetryPolicy: Sendable, Hashable {
    /// More attempts than this are never made, whatever is asked for.
    public static let attemptCeiling = 5

    /// How many attempts a call may make, the first one counted: 1…5.
    public var maximumAttempts: Int {
        didSet { maximumAttempts = Self.clamped(maximumAttempts) }
    }
    /// The base of the wait after a connection that failed or was lost.
    public var connectionDelay: Duration
    /// The base of the wait after a server's error.
    public var serverErrorDelay: Duration
    /// The base of the wait when the server asks for fewer calls and does not say how long to wait.
    public var throttledDelay: Duration
    /// No reckoned wait is longer.
    public var maximumDelay: Duration
    /// The longest `Retry-After` that is waited for; the call fails at once when the server asks for more.
    public var maximumRetryAfter: Duration
    /// No further attempt is begun when a call has taken this long; `nil` for no limit but the deadline.
    public var maximumElapsed: Duration?
    /// Server errors to try again besides 408, 429, 500, 502, 503 and 504. 501, 505 and other 4xx never are.
    public var additionalStatuses: [StatusPattern]
    /// Whether a connection that failed or was lost is tried again.
    public var retriesConnectionErrors: Bool

    /// A policy from its parts.
    public init(
        maximumAttempts: Int = 3, connectionDelay: Duration = .milliseconds(100),
        serverErrorDelay: Duration = .milliseconds(500), throttledDelay: Duration = .seconds(1),
        maximumDelay: Duration = .seconds(8), maximumRetryAfter: Duration = .seconds(60),
        maximumElapsed: Duration? = nil, additionalStatuses: [StatusPattern] = [],
        retriesConnectionErrors: Bool = true
    ) {
        self.maximumAttempts = Self.clamped(maximumAttempts)
        self.connectionDelay = connectionDelay
        self.serverErrorDelay = serverErrorDelay
        self.throttledDelay = throttledDelay
        self.maximumDelay = maximumDelay
        self.maximumRetryAfter = maximumRetryAfter
        self.maximumElapsed = maximumElapsed
        self.additionalStatuses = additionalStatuses
        self.retriesConnectionErrors = retriesConnectionErrors
    }

    /// Three attempts.
    public static let standard = RetryPolicy()
    /// One attempt.
    public static let never = RetryPolicy(maximumAttempts: 1)

    private static func clamped(_ attempts: Int) -> Int { min(max(attempts, 1), attemptCeiling) }
}

/// The wishes of an API's document for retries (`x-speakeasy-retries`, `x-retry-strategy`).
public struct DocumentRetryPolicy: Sendable, Hashable {
    /// How many attempts, the first one counted; `nil` when the document does not say.
    public var maximumAttempts: Int?
    /// The base of the wait after a server's error.
    public var initialDelay: Duration
    /// No wait is longer.
    public var maximumDelay: Duration
    /// No further attempt is begun when a call has taken this long; the call's deadline holds besides.
    public var maximumElapsed: Duration?
    /// Which statuses to try again.
    public var statuses: [StatusPattern]
    /// Whether a connection that failed or was lost is tried again.
    public var retriesConnectionErrors: Bool

    /// Wishes from their parts.
    public init(
        maximumAttempts: Int? = nil, initialDelay: Duration = .milliseconds(500),
        maximumDelay: Duration = .seconds(8), maximumElapsed: Duration? = nil, statuses: [StatusPattern] = [],
        retriesConnectionErrors: Bool = true
    ) {
        self.maximumAttempts = maximumAttempts
        self.initialDelay = initialDelay
        self.maximumDelay = maximumDelay
        self.maximumElapsed = maximumElapsed
        self.statuses = statuses
        self.retriesConnectionErrors = retriesConnectionErrors
    }

    /// The standard policy, shaped by the document: it may ask for fewer attempts and shorter waits and name more
    /// statuses, but never raise our limits; only the user can.
    public var policy: RetryPolicy {
        let standard = RetryPolicy.standard
        var policy = standard
        policy.maximumAttempts = min(maximumAttempts ?? standard.maximumAttempts, standard.maximumAttempts)
        policy.maximumDelay = max(.zero, min(maximumDelay, standard.maximumDelay))
        policy.serverErrorDelay = max(.zero, min(initialDelay, policy.maximumDelay))
        policy.maximumElapsed = maximumElapsed
        policy.additionalStatuses = statuses
        policy.retriesConnectionErrors = retriesConnectionErrors
        return policy
    }
}
