/// Lets many wait for one piece of work. A waiter that is cancelled leaves at once; when all have left, the work is
/// cancelled, so that nothing goes on for nobody.
final class SingleFlight<Value: Sendable>: Sendable {
    private typealias Outcome = Result<Value, OAuth2Error>

    private struct State: Sendable {
        var waiters: [Int: CheckedContinuation<Outcome, Never>] = [:]
        var task: Task<Void, Never>?
        /// Numbers waiters and flights; a flight that everybody left must not answer the waiters of the next.
        var next = 0
        var flight = 0
    }

    private let state = Locked(State())

    /// How many wait.
    var waiterCount: Int { state.withLock { $0.waiters.count } }

    /// Joins the work that is on its way, or starts it.
    func run(_ work: @escaping @Sendable () async throws(OAuth2Error) -> Value) async throws(OAuth2Error) -> Value {
        let number = state.withLock { state in
            state.next += 1
            return state.next
        }
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in self.join(number, continuation, work) }
        } onCancel: {
            self.leave(number)
        }
        return try outcome.get()
    }

    private func join(
        _ number: Int, _ continuation: CheckedContinuation<Outcome, Never>,
        _ work: @escaping @Sendable () async throws(OAuth2Error) -> Value
    ) {
        // Cancelled before it was in the list, it would wait for the work to end.
        if Task.isCancelled { return continuation.resume(returning: .failure(Self.cancelled)) }
        state.withLock { state in
            state.waiters[number] = continuation
            guard state.task == nil else { return }
            state.flight += 1
            let flight = state.flight
            state.task = Task {
                let outcome: Outcome
                do throws(OAuth2Error) {
                    outcome = .success(try await work())
                } catch {
                    outcome = .failure(error)
                }
                self.land(flight, outcome)
            }
        }
        // Cancelled between the look and the list.
        if Task.isCancelled { leave(number) }
    }

    private func land(_ flight: Int, _ outcome: Outcome) {
        let waiters = state.withLock { state -> [CheckedContinuation<Outcome, Never>] in
            guard state.flight == flight else { return [] }
            defer {
                state.waiters = [:]
                state.task = nil
            }
            return state.waiters.sorted { $0.key < $1.key }.map(\.value)
        }
        for waiter in waiters { waiter.resume(returning: outcome) }
    }

    private func leave(_ number: Int) {
        let (waiter, task) = state.withLock { state -> (CheckedContinuation<Outcome, Never>?, Task<Void, Never>?) in
            guard let waiter = state.waiters.removeValue(forKey: number) else { return (nil, nil) }
            guard state.waiters.isEmpty else { return (waiter, nil) }
            defer {
                state.task = nil
                state.flight += 1
            }
            return (waiter, state.task)
        }
        task?.cancel()
        waiter?.resume(returning: .failure(Self.cancelled))
    }

    private static var cancelled: OAuth2Error { OAuth2Error(.cancelled, "cancelled") }
}
