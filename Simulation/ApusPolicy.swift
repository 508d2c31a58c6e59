import ApusRuntime

/// The runtime's own policy: its decision function and its bucket of tokens, as they are, one bucket a client.
final class ApusPolicy: Policy {
    /// A part that can be left out, to see what it is for.
    enum Part { case jitter, growth, budget, refund, capacity }

    private let missing: Part?
    private let policy: RetryPolicy
    private let facts = RetryFacts(method: "GET")
    private var buckets: [TokenBucket]

    init(clients: Int, without missing: Part? = nil) {
        self.missing = missing
        var policy = RetryPolicy.standard
        // A maximum below every base: all waits are drawn from the same range.
        if missing == .growth { policy.maximumDelay = .milliseconds(100) }
        self.policy = policy
        buckets = [TokenBucket](repeating: TokenBucket(), count: clients)
    }

    func wait(_ call: inout FailedCall, now: Double, _ random: inout Random) -> Double? {
        let failure = attemptFailure(call.failure)
        var level: RetryBudget.Level?
        if missing != .budget, case .retryable = policy.kind(of: failure, facts) {
            buckets[call.client].spend(at: time(now))
            level = buckets[call.client].level(at: time(now))
            call.spent += 1
        }
        let decision = policy.decide(
            RetryInput(
                failure: failure, facts: facts, attempts: call.attempts,
                remaining: .seconds(Scenario.deadline - call.elapsed), elapsed: .seconds(call.elapsed), budget: level,
                random: missing == .jitter ? 1 : random.unit()))
        guard case .wait(let wait, _) = decision else { return nil }
        return Double(wait.components.seconds) + Double(wait.components.attoseconds) * 1e-18
    }

    func succeeded(client: Int, spent: Int, attempts: Int, now: Double) {
        buckets[client].succeed(spent: missing == .refund ? 0 : spent, at: time(now))
    }

    /// A clock that runs a thousand times as fast forgets every success at once: the capacity stays at its least.
    private func time(_ now: Double) -> Duration { .seconds(missing == .capacity ? now * 1000 : now) }

    private func attemptFailure(_ failure: Failure) -> AttemptFailure {
        switch failure {
        case .refused: .noResponse(.connect, .notSent)
        case .timeout: .noResponse(.timeout(.firstByte), .maybeSent)
        case .status(let code): .response(status: code, retryAfter: nil, shouldRetry: nil)
        }
    }
}
