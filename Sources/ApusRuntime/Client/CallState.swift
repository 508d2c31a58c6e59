/// What a call remembers from attempt to attempt.
struct CallState: Sendable {
    var trace: CallTrace
    /// How many tokens of the retry budget its failures took.
    var spent = 0
    /// What sources of tokens handed out for the last attempt.
    var tokens: [ResolvedCredential] = []
    /// Whether refused tokens were renewed already.
    var hasRenewedTokens = false
    /// Where the call was redirected to; `nil` for most calls.
    var trail: RedirectTrail?
    /// When the call began, on the clock.
    let start: Duration
    /// When the deadline passes, on the clock; `nil` without one.
    var end: Duration?
    var clock: any CallClock

    init(request: PreparedRequest, end: Duration?, clock: any CallClock) {
        trace = CallTrace(operationID: request.operation.id)
        trace.secrets.add(request.headers)
        start = clock.now
        self.end = end
        self.clock = clock
    }

    var now: Duration { clock.now }
    var remaining: Duration? { end.map { $0 - now } }
    var hasTime: Bool { remaining.map { $0 > .zero } ?? true }
    /// How many exchanges were tries: a redirect is followed by an exchange that is none.
    var tries: Int { trace.attempts.count - (trail?.count ?? 0) }
    var cancelled: CallFailure { .cancelled(CancellationFailure(trace: trace)) }

    mutating func note(status: Int?, _ failure: TransportError?, since start: Duration) {
        let failure = failure.map(trace.secrets.redacted)
        trace.attempts.append(
            Attempt(number: trace.attempts.count + 1, status: status, failure: failure, duration: now - start))
    }

    mutating func noteRedirect(from: URLTarget, to target: URLTarget) {
        trace.attempts[trace.attempts.count - 1].redirect = target.origin
        var trail = trail ?? RedirectTrail()
        trail.visited.insert(from)
        trail.count += 1
        self.trail = trail
        // Tokens are given back where they were taken.
        if target.origin != from.origin { spent = 0 }
    }

    mutating func noteRetry(after wait: Duration, _ reason: RetryReason) {
        trace.attempts[trace.attempts.count - 1].wait = wait
        trace.attempts[trace.attempts.count - 1].retryReason = reason
    }
}

/// An attempt that failed, and what the call's failure is if no other follows.
struct FailedAttempt: Sendable {
    /// What the call fails with.
    enum Cause: Sendable {
        case transport(TransportError, head: HTTPResponse?)
        case response(HTTPResponse, body: [UInt8], ResponseClass)
    }

    var failure: AttemptFailure
    var cause: Cause

    /// Whether it was the deadline that ended it.
    var ranOutOfTime: Bool {
        if case .transport(let error, _) = cause { error.reason == .timeout(.total) } else { false }
    }

    func callFailure(_ trace: CallTrace, now: UnixSeconds) -> CallFailure {
        switch cause {
        case .transport(let error, let head): .transport(TransportFailure(error, head: head, trace: trace))
        case .response(let head, let body, let kind): kind.failure(head, body, trace, now: now)
        }
    }
}

extension ResponseClass {
    /// The failure that a response of this class is.
    func failure(_ head: HTTPResponse, _ body: [UInt8], _ trace: CallTrace, now: UnixSeconds) -> CallFailure {
        func response(_ explanation: String?) -> UnexpectedResponse {
            UnexpectedResponse(head: head, rawBody: body, explanation: explanation, now: now, trace: trace)
        }
        switch self {
        case .redirect(let place):
            return .unexpectedStatus(response("redirects are not followed; this one points to \(place)"))
        case .documented(let index): return .documented(response(nil), index: index)
        case .unexpected(let explanation): return .unexpectedStatus(response(explanation))
        case .success: return .unexpectedStatus(response(nil))
        }
    }
}
