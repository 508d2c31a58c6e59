/// Looks after the limits of all exchanges with one sleeping task.
///
/// A task for each exchange would cost a fast call a fifth of its time: made, put to sleep and cancelled without ever being
/// needed. Here an exchange is added and removed under a lock; the task is woken only for a limit earlier than all others.
final class LimitKeeper: Sendable {
    static let shared = LimitKeeper()

    private struct State: Sendable {
        var exchanges: [ObjectIdentifier: (exchange: Exchange, wake: ContinuousClock.Instant)] = [:]
        /// The task that sleeps, and until when; none while there was nothing to look after when it last woke.
        var sleeper: (task: Task<Void, Never>, wake: ContinuousClock.Instant)?
    }

    private let state = Locked(State())

    /// Has the exchange looked at when `wake` comes.
    func add(_ exchange: Exchange, wake: ContinuousClock.Instant) {
        state.withLock { state in
            state.exchanges[ObjectIdentifier(exchange)] = (exchange, wake)
            if let sleeper = state.sleeper, sleeper.wake <= wake { return }
            state.sleeper?.task.cancel()
            state.sleeper = (sleep(until: wake), wake)
        }
        // An exchange that ended on its way here would never be removed.
        if exchange.isOver { remove(exchange) }
    }

    /// Forgets the exchange.
    func remove(_ exchange: Exchange) {
        state.withLock { _ = $0.exchanges.removeValue(forKey: ObjectIdentifier(exchange)) }
    }

    private func sleep(until wake: ContinuousClock.Instant) -> Task<Void, Never> {
        Task.detached { [self] in
            guard (try? await Task.sleep(until: wake, clock: .continuous)) != nil else { return }
            lookAround()
        }
    }

    /// Looks at the exchanges whose time has come, and sleeps until the next one's.
    private func lookAround() {
        let now = ContinuousClock.now
        let due = state.withLock { state in
            state.sleeper = nil
            return state.exchanges.values.filter { $0.wake <= now }.map(\.exchange)
        }
        let next = due.map { ($0, $0.look(at: now)) }
        state.withLock { state in
            for (exchange, wake) in next {
                let key = ObjectIdentifier(exchange)
                // It may have ended, and been removed, in the meantime.
                guard state.exchanges[key] != nil else { continue }
                state.exchanges[key] = wake.map { (exchange, $0) }
            }
            guard let earliest = state.exchanges.values.map(\.wake).min() else { return }
            if let sleeper = state.sleeper, sleeper.wake <= earliest { return }
            state.sleeper?.task.cancel()
            state.sleeper = (sleep(until: earliest), earliest)
        }
    }
}
