import Logging

/// Runs one attempt: credentials, middleware, transport, reading the body, telling success from failure.
struct AttemptRunner {
    var call: CallRunner

    enum Result {
        case received(HTTPResponse, [UInt8], unread: ResponseBody?)
        case failed(FailedAttempt)
        case final(CallFailure)
    }

    private var clock: any CallClock { call.configuration.clock }

    func run(_ state: inout CallState) async -> Result {
        let start = clock.now
        let request: TransportRequest
        switch await ready(&state) {
        case .success(let value): request = value
        case .failure(let failure): return .final(failure)
        }
        let result = await exchange(request, &state, since: start)
        log(state)
        return result
    }

    /// The request with fresh credentials and the time that is left.
    private func ready(_ state: inout CallState) async -> Swift.Result<TransportRequest, CallFailure> {
        do {
            let origin = TokenOrigin(
                base: call.request.base, transport: call.chain.transport, clock: call.configuration.clock)
            let resolved =
                call.request.hasLeftOrigin ? [] : try await call.credentials.resolve(for: call.request, origin)
            state.tokens = resolved.filter { $0.tokens != nil }
            state.trace.secrets.add(resolved)
            let head: HTTPRequest
            do {
                head = try call.request.adding(resolved).head
            } catch { throw CredentialResolver.Failure.problem(error, underlying: nil) }
            if Task.isCancelled { return .failure(state.cancelled) }
            guard state.hasTime else { return .failure(call.deadlineExceeded(state)) }
            return .success(
                TransportRequest(
                    operationID: call.request.operation.id, head: head, body: call.request.body,
                    timeouts: timeouts(state.remaining)))
        } catch CredentialResolver.Failure.problem(let problem, let underlying) {
            return .failure(.invalidRequest(InvalidRequest(problem, underlying: underlying, trace: state.trace)))
        } catch {
            return .failure(state.cancelled)
        }
    }

    /// A phase's own limit is kept only while it is the nearer one: past the deadline it is the total that ended it.
    private func timeouts(_ remaining: Duration?) -> TransportTimeouts {
        var timeouts = call.configuration.timeouts
        guard let remaining else { return timeouts }
        func nearer(_ limit: Duration?) -> Duration? { limit.flatMap { $0 < remaining ? $0 : nil } }
        timeouts.connect = nearer(timeouts.connect)
        timeouts.firstByte = nearer(timeouts.firstByte)
        timeouts.idle = nearer(timeouts.idle)
        timeouts.total = remaining
        // A stream has until its head; from then on only the waits are limited. The call's timer looks after the rest.
        if call.request.operation.isStreamed { timeouts.total = nil }
        return timeouts
    }

    private func exchange(
        _ request: TransportRequest, _ state: inout CallState, since start: Duration
    ) async -> Result {
        let response: TransportResponse
        do {
            response = try await call.chain.send(request, number: state.trace.attempts.count + 1)
        } catch {
            state.note(status: nil, error, since: start)
            if Task.isCancelled { return .final(state.cancelled) }
            return .failed(
                FailedAttempt(
                    failure: .noResponse(error.reason, error.delivery), cause: .transport(error, head: nil)))
        }
        var kind = ResponseClass(response.head, call.request.operation, base: call.request.base)
        // The rest of a download, which the document does not speak of.
        if call.request.isResumed, response.head.status == .partialContent { kind = .success }
        if kind == .success, call.request.isResumed || call.request.operation.handsOver(response.head) {
            state.note(status: response.head.status.code, nil, since: start)
            if Task.isCancelled { return .final(state.cancelled) }
            return .received(response.head, [], unread: response.body)
        }
        let limits = call.configuration
        let limit = kind == .success ? limits.maximumBodyBytes : limits.maximumErrorBodyBytes
        let (body, ending) = await BodyCollector(limit: limit).collect(response.body)
        var failure: TransportError?
        if case .failed(let error) = ending { failure = error }
        state.note(status: response.head.status.code, failure, since: start)
        if Task.isCancelled { return .final(state.cancelled) }
        if kind == .success { return success(response.head, body, ending) }
        // A call for a stream that is answered with the API's error as plain JSON, for instance.
        if response.head.status.kind == .successful, let error = InBandError.find(in: body, call.request.operation) {
            kind = error
        }
        // An error's body that broke off or is too large is kept as far as it came: its status says enough.
        return .failed(
            FailedAttempt(failure: answer(response.head), cause: .response(response.head, body: body, kind)))
    }

    private func success(_ head: HTTPResponse, _ body: [UInt8], _ ending: BodyCollector.Ending) -> Result {
        switch ending {
        case .complete: return .received(head, body, unread: nil)
        case .overLimit:
            let limit = call.configuration.maximumBodyBytes
            let kind = ResponseClass.unexpected(
                explanation: "the body is larger than the limit of \(limit) bytes (`maximumBodyBytes`)")
            // Its beginning is kept to look at, no more than of any error.
            let start = Array(body.prefix(call.configuration.maximumErrorBodyBytes))
            return .failed(FailedAttempt(failure: answer(head), cause: .response(head, body: start, kind)))
        case .failed(let error):
            return .failed(
                FailedAttempt(failure: AttemptFailure(breakingBody: error), cause: .transport(error, head: head)))
        }
    }

    private func answer(_ head: HTTPResponse) -> AttemptFailure {
        let wish = head.headerFields[.shouldRetry]?.lowercased()
        return .response(
            status: head.status.code, retryAfter: RetryAfter.parse(head.headerFields, now: clock.unixSeconds),
            shouldRetry: wish == "true" ? true : wish == "false" ? false : nil)
    }

    private func log(_ state: CallState) {
        guard let attempt = state.trace.attempts.last else { return }
        call.configuration.logger.debug(
            "attempt ended",
            metadata: [
                "operation": "\(state.trace.operationID)", "attempt": "\(attempt.number)",
                "status": "\(attempt.status.map(String.init) ?? "none")", "duration": "\(attempt.duration.secondsText)",
            ])
    }
}
