package import HTTPTypes

/// One request and its response on their way: what every transport has to get right, once.
///
/// A transport feeds it what the library under it reports (``requestStarted()``, ``received(head:)``,
/// ``received(_:whenDrained:)``, ``finished()``, ``failed(_:_:delivery:)``), and says with ``onAbort(_:)`` how to end
/// the exchange on the wire. The exchange keeps the limits of ``TransportTimeouts``, holds at most about
/// ``capacity`` bytes of a body that nobody reads, answers cancellation at once, and ends the wire's side when the
/// response is dropped unread. Whatever happens, head and body end exactly once.
package final class Exchange: Sendable {
    /// How many bytes of the body may wait unread before the sender is held back.
    package static let capacity = 64 * 1024

    let state: Locked<ExchangeState>

    /// An exchange that starts now.
    package init(timeouts: TransportTimeouts) {
        state = Locked(ExchangeState(timeouts: timeouts, start: .now))
    }

    // MARK: What the transport calls

    /// Calls `start`, which begins the request, and waits for the response's head.
    package func response(_ start: () -> Void) async throws(TransportError) -> TransportResponse {
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                guard state.withLock({ $0.wait(forHead: continuation) }) else {
                    return continuation.resume(returning: .failure(.cancelledBeforeStart))
                }
                start()
                watch()
            }
        } onCancel: {
            cancel()
        }
        let head = try result.get()
        let reader = ExchangeReader(exchange: self)
        return TransportResponse(
            head: head, body: ResponseBody { () throws(TransportError) in try await reader.next() })
    }

    /// From now on bytes of the request may reach the server. `false` when the exchange has ended already: a request
    /// that can still be held back must be, for its caller may have been told that it was not sent.
    @discardableResult package func requestStarted() -> Bool { state.withLock { $0.startRequest() } }

    /// A piece of the request's body was taken: the limit until the response's head begins anew, so that a long upload
    /// is not cut off as long as it goes on.
    package func uploaded() { state.withLock { $0.noteUpload(at: .now) } }

    /// How to end the exchange on the wire, for when this side breaks it off; called at most once, at once when that
    /// has happened already.
    package func onAbort(_ abort: @escaping @Sendable () -> Void) {
        let isOver = state.withLock { $0.keep(abort: abort) }
        if isOver { abort() }
    }

    /// The response's final head. (Interim responses stay with the transport.) It reaches the caller with
    /// ``deliverHead()``, or when the exchange ends.
    package func received(head: HTTPResponse) { state.withLock { $0.receive(head: head) } }

    /// Lets the caller have the head. A transport calls it when it has passed on all that the wire gave at once: waking
    /// the caller costs more than anything else in a call, and a short body need not wake it a second time.
    package func deliverHead() { perform { $0.deliverHead() } }

    /// The body's next piece. `whenDrained` is called once, when more may come: at once, or after the reader has caught
    /// up, or when the exchange ends.
    package func received(_ bytes: [UInt8], whenDrained: @escaping @Sendable () -> Void) {
        perform { $0.receive(bytes, whenDrained: whenDrained) }
    }

    /// Whether a piece of this size can be taken without holding the sender back. Room never shrinks but by
    /// ``received(_:whenDrained:)``.
    package func hasRoom(for count: Int) -> Bool { unread + count < Self.capacity }

    /// How many bytes of the body wait for the reader.
    package var unread: Int { state.withLock { $0.buffered } }

    /// The body is whole.
    package func finished() { perform { $0.end(nil) } }

    /// The wire broke. Without `delivery`, ``requestStarted()`` decides whether the server can have seen it; one that has
    /// answered has seen it, whatever it says later.
    package func failed(_ reason: TransportError.Reason, _ message: String, delivery: TransportError.Delivery? = nil) {
        perform { state in
            guard state.expiring == nil else { return .init() }
            return state.end(TransportError(reason, state.delivery(reported: delivery), message))
        }
    }

    /// Whether head and body have ended.
    var isOver: Bool { state.withLock { $0.isOver } }

    // MARK: What the reader calls

    func cancel() {
        perform { $0.breakOff(TransportError(.cancelled, $0.delivery, "the task was cancelled")) }
    }

    /// The next piece of the body; called by the one reader.
    func nextPiece() async throws(TransportError) -> [UInt8]? {
        // Mostly the body came together with its head: no need to be suspended, and to be woken by another thread.
        if !Task.isCancelled, let (result, whenDrained) = state.withLock({ $0.takeAtOnce() }) {
            whenDrained?()
            return try result.get()
        }
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in perform { $0.wait(forPiece: continuation, at: .now) } }
        } onCancel: {
            cancel()
        }
        return try result.get()
    }

    /// Changes the state under its lock, then does what follows from it outside.
    private func perform(_ change: @Sendable (inout ExchangeState) -> ExchangeState.Effects) {
        let effects = state.withLock(change)
        if effects.endsWatch { LimitKeeper.shared.remove(self) }
        effects.run()
    }
}

extension Exchange {
    /// Has the exchange ended when one of its limits passes.
    private func watch() {
        guard let (wake, _) = state.withLock({ $0.startWatch(at: .now) }) else { return }
        LimitKeeper.shared.add(self, wake: wake)
    }

    /// Looks whether a limit has passed; when to look again, `nil` when never.
    func look(at now: ContinuousClock.Instant) -> ContinuousClock.Instant? {
        if let phase = state.withLock({ $0.expire(at: now) }) {
            Task { await end(after: phase) }
            return nil
        }
        return state.withLock { $0.nextLimit(after: now)?.0 }
    }

    /// Ends the exchange whose limit has passed. A request that seems unsent is taken back first, and looked at again a
    /// moment later: it may just have been handed to a connection on another thread, and "not sent" must be sure.
    private func end(after phase: TransportError.Phase) async {
        if let abort = state.withLock({ $0.takeAbortIfUnsent() }) {
            abort()
            try? await Task.sleep(for: .milliseconds(5))
        }
        perform { $0.breakOff(TransportError(.timeout(phase), $0.delivery, $0.limitMessage(phase))) }
    }
}

/// The one reader of a body. When it is dropped, so is the rest of the exchange.
private final class ExchangeReader: Sendable {
    let exchange: Exchange

    init(exchange: Exchange) { self.exchange = exchange }

    deinit { exchange.cancel() }

    func next() async throws(TransportError) -> [UInt8]? { try await exchange.nextPiece() }
}

extension TransportError {
    fileprivate static let cancelledBeforeStart = TransportError(.cancelled, .notSent, "the task was cancelled")
}
