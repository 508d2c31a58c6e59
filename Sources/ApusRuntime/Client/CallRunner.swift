/// Runs one call: attempts and waits until a success, a final failure, the deadline or cancellation.
///
/// Nothing here is generic: however many operations an API has, this code exists once.
struct CallRunner: Sendable {
    var request: PreparedRequest
    var credentials: CredentialResolver
    var chain: MiddlewareChain
    var configuration: ClientConfiguration
    var policy: RetryPolicy
    var redirects: RedirectPolicy
    var deadline: Duration?

    typealias Outcome = Result<ReceivedResponse, CallFailure>

    private enum Event: Sendable {
        case ended(Outcome)
        case deadlinePassed
        case timerCancelled
    }

    /// Runs the call under its deadline.
    func run() async -> Outcome {
        guard let deadline else { return await loop(until: nil) }
        let end = configuration.clock.now + deadline
        return keepsTime ? await loop(until: end) : await race(deadline, end)
    }

    /// Whether nothing inside of the call can outlast the deadline: its waits are reckoned, and the transport looks
    /// after its own.
    private var keepsTime: Bool {
        !request.operation.isStreamed && chain.transport.keepsTime && chain.middleware.isEmpty
            && !credentials.hasProvider
    }

    /// Runs the call against a timer in a task of its own, so that nothing inside of it (a slow credential, middleware,
    /// a transport that keeps no time) can outlast it, if only it ends when cancelled.
    private func race(_ deadline: Duration, _ end: Duration) async -> Outcome {
        await withTaskGroup(of: Event.self) { group in
            group.addTask { .ended(await loop(until: end)) }
            group.addTask {
                await configuration.clock.expire(after: deadline)
                return Task.isCancelled ? .timerCancelled : .deadlinePassed
            }
            var isLate = false
            while let event = await group.next() {
                switch event {
                case .ended(let outcome):
                    group.cancelAll()
                    return isLate ? Self.late(outcome, deadline) : outcome
                case .deadlinePassed:
                    isLate = true
                    group.cancelAll()
                case .timerCancelled: continue
                }
            }
            preconditionFailure("the call's own task always ends")
        }
    }

    /// A call that was cancelled by its timer has run out of time.
    private static func late(_ outcome: Outcome, _ deadline: Duration) -> Outcome {
        guard case .failure(.cancelled(let failure)) = outcome else { return outcome }
        return .failure(.deadlineExceeded(DeadlineFailure(deadline: deadline, trace: failure.trace)))
    }

    private func loop(until end: Duration?) async -> Outcome {
        var state = CallState(request: request, end: end, clock: configuration.clock)
        return await loop(&state)
    }

    private func loop(_ state: inout CallState) async -> Outcome {
        while true {
            if Task.isCancelled { return .failure(state.cancelled) }
            guard state.hasTime else { return .failure(deadlineExceeded(state)) }
            let result = await AttemptRunner(call: self).run(&state)
            switch result {
            case .received(let head, let body, let unread):
                configuration.retryBudget?.succeed(request.base.origin, spent: state.spent, at: state.now)
                return .success(
                    ReceivedResponse(
                        head: head, body: body, unread: unread, origin: unread == nil ? nil : request.base.origin,
                        trace: state.trace))
            case .final(let failure): return .failure(failure)
            case .failed(var failure):
                if let next = redirected(by: &failure, &state) { return await next.loop(&state) }
                if renewsTokens(after: failure, &state) { continue }
                if let end = await pause(after: failure, &state) { return .failure(end) }
            }
        }
    }

    /// The call as it goes on where a redirect leads; `nil` where the attempt was answered with none, or with one that is
    /// refused: then the failure says why.
    private func redirected(by failed: inout FailedAttempt, _ state: inout CallState) -> CallRunner? {
        guard redirects.maximum > 0, case .response(let head, let body, .redirect(let place)) = failed.cause else {
            return nil
        }
        let input = RedirectInput(
            status: head.status.code, locations: head.headerFields[values: .location], from: request.location,
            method: request.operation.method, hasBody: request.body != nil,
            canReplayBody: request.body?.isReplayable ?? true,
            hasClientCertificate: chain.transport.hasClientCertificate, trail: state.trail ?? RedirectTrail())
        switch redirects.decide(input) {
        case .refuse(let reason):
            let explanation = "this redirect to \(place) is not followed: \(reason)"
            failed.cause = .response(head, body: body, .unexpected(explanation: explanation))
            return nil
        case .follow(let target):
            state.noteRedirect(from: request.location, to: target)
            var next = self
            next.request.redirect(to: target)
            return next
        }
    }

    /// Whether the API refused tokens that can be renewed: the next attempt, once a call, brings new ones. The server
    /// did not act, so this is no retry of the policy and costs nothing of the budget.
    private func renewsTokens(after failed: FailedAttempt, _ state: inout CallState) -> Bool {
        guard case .response(401, _, let shouldRetry) = failed.failure, !state.tokens.isEmpty else { return false }
        for credential in state.tokens { credential.tokens?.reject(credential.value) }
        let mayRepeat = state.tries < policy.maximumAttempts && shouldRetry != false
        guard !state.hasRenewedTokens, mayRepeat else { return false }
        state.hasRenewedTokens = true
        state.noteRetry(after: .zero, .tokenRefused)
        return true
    }

    /// Decides on another attempt and waits for it.
    /// - Returns: the call's failure when there is none.
    private func pause(after failed: FailedAttempt, _ state: inout CallState) async -> CallFailure? {
        switch decide(failed.failure, &state) {
        case .stop(.deadline) where failed.ranOutOfTime: return deadlineExceeded(state)
        case .stop(let reason):
            state.trace.stopReason = reason
            return failed.callFailure(state.trace, now: configuration.clock.unixSeconds)
        case .wait(let duration, let reason):
            state.noteRetry(after: duration, reason)
            do {
                try await configuration.clock.sleep(for: duration)
                return nil
            } catch { return state.cancelled }
        }
    }

    private func decide(_ failure: AttemptFailure, _ state: inout CallState) -> RetryDecision {
        let facts = RetryFacts(request)
        var level: RetryBudget.Level?
        if case .retryable = policy.kind(of: failure, facts), let budget = configuration.retryBudget {
            level = budget.spend(request.base.origin, at: state.now)
            state.spent += 1
        }
        return policy.decide(
            RetryInput(
                failure: failure, facts: facts, attempts: state.tries, remaining: state.remaining,
                elapsed: state.now - state.start, budget: level, random: configuration.random()))
    }

    func deadlineExceeded(_ state: CallState) -> CallFailure {
        .deadlineExceeded(
            DeadlineFailure(deadline: deadline ?? configuration.timeouts.total ?? .zero, trace: state.trace))
    }
}

/// A success whose body was not decoded yet.
struct ReceivedResponse: Sendable {
    var head: HTTPResponse
    var body: [UInt8]
    /// The body of an operation that hands it over unread.
    var unread: ResponseBody?
    /// Where such a body comes from.
    var origin: String?
    var trace: CallTrace
}
