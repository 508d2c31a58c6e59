/// How many calls a client made and how they went, since it was made.
public final class CallCounters: Sendable {
    /// The counts at one moment.
    public struct Snapshot: Sendable, Hashable {
        /// Calls that ended.
        public var calls = 0
        /// Calls that failed.
        public var failures = 0
        /// Exchanges with the server.
        public var attempts = 0
        /// Exchanges after the first one of a call, redirects aside.
        public var retries = 0
        /// Redirects that were followed.
        public var redirects = 0
        /// Calls that were not tried again because the retry budget was spent.
        public var budgetRefusals = 0
    }

    private let counts = Locked(Snapshot())

    /// The counts now.
    public var snapshot: Snapshot { counts.withLock { $0 } }

    func count(_ call: CallSummary) {
        let redirects = call.attempts.count > 1 ? call.attempts.filter { $0.redirect != nil }.count : 0
        let isRefused = call.failure?.details.retryStopReason == .budgetSpent
        counts.withLock { counts in
            counts.calls += 1
            counts.failures += call.failure == nil ? 0 : 1
            counts.attempts += call.attempts.count
            counts.retries += max(0, call.attempts.count - 1 - redirects)
            counts.redirects += redirects
            counts.budgetRefusals += isRefused ? 1 : 0
        }
    }
}
