/// What to do after a failed attempt.
package enum RetryDecision: Sendable, Equatable {
    /// Wait, then try again.
    case wait(Duration, RetryReason)
    /// Give up.
    case stop(RetryStopReason)
}

/// Whether a failure can be tried again at all.
package enum RetryKind: Sendable, Equatable {
    case retryable(RetryReason)
    case final(RetryStopReason)
}

/// Everything that a decision depends on; the same input always gives the same decision.
package struct RetryInput: Sendable {
    var failure: AttemptFailure
    var facts: RetryFacts
    /// How many attempts were made, this one counted.
    var attempts: Int
    /// Time until the call's deadline; `nil` without one.
    var remaining: Duration?
    /// Time since the call began.
    var elapsed = Duration.zero
    /// The budget after this failure was counted; `nil` without a budget.
    var budget: RetryBudget.Level?
    /// A random number from 0 up to 1.
    var random: Double

    package init(
        failure: AttemptFailure, facts: RetryFacts, attempts: Int, remaining: Duration?, elapsed: Duration = .zero,
        budget: RetryBudget.Level?, random: Double
    ) {
        self.failure = failure
        self.facts = facts
        self.attempts = attempts
        self.remaining = remaining
        self.elapsed = elapsed
        self.budget = budget
        self.random = random
    }
}

extension RetryPolicy {
    /// Whether to try again after a failed attempt, and how long to wait: a pure function.
    package func decide(_ input: RetryInput) -> RetryDecision {
        let reason: RetryReason
        switch kind(of: input.failure, input.facts) {
        case .final(let stop): return .stop(stop)
        case .retryable(let value): reason = value
        }
        if !input.facts.canReplayBody { return .stop(.bodySpent) }
        if input.attempts >= maximumAttempts { return .stop(.attemptsExhausted) }
        let asked = retryAfter(input.failure)
        if let asked, asked > maximumRetryAfter { return .stop(.retryAfterTooLong) }
        let remaining = remaining(input)
        if let asked, let remaining, asked >= remaining { return .stop(.retryAfterTooLong) }
        if let budget = input.budget, !budget.allowsRetry { return .stop(.budgetSpent) }
        let wait = wait(reason, attempts: input.attempts, asked: asked, random: input.random)
        if let remaining, wait >= remaining { return .stop(.deadline) }
        return .wait(wait, reason)
    }

    /// What kind of failure it is if it may be tried again at all, else why not.
    package func kind(of failure: AttemptFailure, _ facts: RetryFacts) -> RetryKind {
        switch failure {
        case .noResponse(let reason, let delivery): transportKind(reason, delivery, facts)
        case .bodyCutShort where facts.method == "GET" && retriesConnectionErrors: .retryable(.bodyCutShort)
        case .bodyCutShort: .final(facts.method == "GET" ? .notRetryable : .mayHaveActed)
        case .response(let status, let retryAfter, let shouldRetry):
            statusKind(status, hasRetryAfter: retryAfter != nil, shouldRetry, facts)
        }
    }

    private func transportKind(
        _ reason: TransportError.Reason, _ delivery: TransportError.Delivery, _ facts: RetryFacts
    ) -> RetryKind {
        switch reason {
        case .tls, .protocolViolation, .cancelled, .requestBody: return .final(.notRetryable)
        // Not even tried: the scheme, the host or a transport that was shut down is no better the next time.
        case .other where delivery == .notSent: return .final(.notRetryable)
        case .timeout(.total): return .final(.deadline)
        case .nameResolution, .connect, .timeout, .connectionLost, .other:
            guard retriesConnectionErrors else { return .final(.notRetryable) }
            if delivery == .notSent { return .retryable(.notConnected) }
            return facts.isIdempotent ? .retryable(.connectionLost) : .final(.mayHaveActed)
        }
    }

    private func statusKind(
        _ status: Int, hasRetryAfter: Bool, _ shouldRetry: Bool?, _ facts: RetryFacts
    ) -> RetryKind {
        if shouldRetry == false { return .final(.serverForbade) }
        switch status {
        case 429: return .retryable(.throttled)
        // The server says when to come back: it did not act.
        case 503 where hasRetryAfter: return .retryable(.throttled)
        case 409 where shouldRetry == true, 425 where shouldRetry == true: return .retryable(.serverAsked)
        default:
            guard isTransient(status, facts) else { return .final(.notRetryable) }
            return facts.isIdempotent ? .retryable(.serverError) : .final(.mayHaveActed)
        }
    }

    private func isTransient(_ status: Int, _ facts: RetryFacts) -> Bool {
        switch status {
        case 408, 500, 502, 503, 504: true
        case 501, 505: false
        case 520...524 where facts.documentedStatuses.contains(status): true
        case 529 where facts.documentedStatuses.contains(status): true
        case 500...599: additionalStatuses.contains { $0.matches(status) }
        default: false
        }
    }

    /// Time in which another attempt can begin: until the deadline, or until the policy's own limit.
    private func remaining(_ input: RetryInput) -> Duration? {
        guard let maximumElapsed else { return input.remaining }
        let own = maximumElapsed - input.elapsed
        return input.remaining.map { min($0, own) } ?? own
    }

    private func retryAfter(_ failure: AttemptFailure) -> Duration? {
        if case .response(_, let retryAfter, _) = failure { retryAfter } else { nil }
    }

    /// Full jitter, `U(0,1) × min(base × 2^i, maximum)`, so that clients which failed together do not come back
    /// together; at least as long as the server asked for, plus a tenth of that, at most a second, times `U(0,1)`.
    private func wait(_ reason: RetryReason, attempts: Int, asked: Duration?, random: Double) -> Duration {
        let base =
            switch reason {
            case .notConnected, .connectionLost, .bodyCutShort: connectionDelay
            case .serverError, .serverAsked, .tokenRefused: serverErrorDelay
            case .throttled: throttledDelay
            }
        // Delays may come from outside: none is negative, and none is so long that it overflows.
        let sane = min(max(base, .zero), .seconds(86_400))
        let backoff = min(sane * (1 << max(0, attempts - 1)), max(maximumDelay, .zero)) * min(max(random, 0), 1)
        guard let asked else { return backoff }
        return max(backoff, asked + min(asked / 10, .seconds(1)) * random)
    }
}
