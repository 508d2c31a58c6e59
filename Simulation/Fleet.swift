/// Plays one scenario with one policy, in steps of virtual time.
struct Fleet {
    /// Events are served in steps of this many seconds.
    static let step = 0.01

    private enum Event {
        case begin(client: Int, at: Double)
        case attempt(call: Int)
        /// The answer to an attempt; one that was given up meanwhile is of no interest.
        case answer(call: Int, attempt: Int, Failure?)
    }

    private struct Call {
        var client: Int
        var start: Double
        var attempts = 0
        var spent = 0
        /// The call of a client that this one of an instance serves.
        var parent: Int?
        /// The number of the attempt that is under way; `nil` while the call waits, and when it is over.
        var pending: Int?
    }

    private let scenario: Scenario
    private let policy: any Policy
    private var random: Random
    private var server: Server
    private var wheel: [[Event]]
    private var tick = 0
    private var calls: [Call] = []
    /// Which call and which of its attempts each request at the server belongs to.
    private var requests: [(call: Int, attempt: Int)] = []
    private var outcome: Outcome

    init(scenario: Scenario, policy: any Policy, seed: UInt64) {
        self.scenario = scenario
        self.policy = policy
        random = Random(seed: seed)
        server = Server(scenario: scenario)
        wheel = [[Event]](repeating: [], count: Int((scenario.end + Scenario.deadline + 10) / Self.step))
        outcome = Outcome(seconds: Int(scenario.end))
    }

    /// Plays it to its end.
    mutating func run() -> Outcome {
        for client in 0..<scenario.clients { begin(client, at: 0) }
        for tick in wheel.indices {
            let now = Double(tick) * Self.step
            self.tick = tick
            // Events may bring further ones within the same step.
            while !wheel[tick].isEmpty {
                let events = wheel[tick]
                wheel[tick] = []
                for event in events { handle(event, now) }
            }
            for request in server.serve(at: now, for: Self.step) {
                let (call, attempt) = requests[request]
                schedule(.answer(call: call, attempt: attempt, nil), at: now + Scenario.latency)
            }
        }
        return outcome
    }

    /// The client's next call, after one that begins at `start`.
    private mutating func begin(_ client: Int, at start: Double) {
        let next = start + random.gap(rate: scenario.rate)
        if next < scenario.end { schedule(.begin(client: client, at: next), at: next) }
    }

    private mutating func schedule(_ event: Event, at time: Double) {
        let tick = max(self.tick, Int(time / Self.step))
        if tick < wheel.count { wheel[tick].append(event) }
    }

    private mutating func handle(_ event: Event, _ now: Double) {
        switch event {
        case .begin(let client, let start):
            begin(client, at: start)
            calls.append(Call(client: client, start: now))
            attempt(calls.count - 1, now)
        case .attempt(let call): attempt(call, now)
        case .answer(let call, let attempt, let failure):
            guard calls[call].pending == attempt else { return }
            ended(call, failure, now)
        }
    }

    private mutating func attempt(_ call: Int, _ now: Double) {
        calls[call].attempts += 1
        let attempt = calls[call].attempts
        calls[call].pending = attempt
        if scenario.instances > 0, calls[call].parent == nil {
            let instance = scenario.clients + random.index(below: scenario.instances)
            calls.append(Call(client: instance, start: now, parent: call))
            self.attempt(calls.count - 1, now)
            return
        }
        outcome.sent(callBegan: rootStart(call), at: now, in: scenario)
        requests.append((call, attempt))
        switch server.receive(requests.count - 1, at: now, &random) {
        case .refused: schedule(.answer(call: call, attempt: attempt, .refused), at: now + Self.step)
        case .answered(let status):
            let failure: Failure? = status == 200 ? nil : .status(status)
            schedule(.answer(call: call, attempt: attempt, failure), at: now + Scenario.latency)
        case .queued: schedule(.answer(call: call, attempt: attempt, .timeout), at: now + Scenario.attemptLimit)
        }
    }

    private func rootStart(_ call: Int) -> Double { calls[calls[call].parent ?? call].start }

    private mutating func ended(_ index: Int, _ failure: Failure?, _ now: Double) {
        calls[index].pending = nil
        let call = calls[index]
        guard let failure else {
            policy.succeeded(client: call.client, spent: call.spent, attempts: call.attempts, now: now)
            return close(index, succeeded: true, now)
        }
        var failed = FailedCall(
            client: call.client, failure: failure, attempts: call.attempts, elapsed: now - call.start,
            spent: call.spent)
        let wait = policy.wait(&failed, now: now, &random)
        calls[index].spent = failed.spent
        if let wait, now + wait - call.start < Scenario.deadline {
            schedule(.attempt(call: index), at: max(now + wait, now + Self.step))
        } else {
            close(index, succeeded: false, now)
        }
    }

    private mutating func close(_ index: Int, succeeded: Bool, _ now: Double) {
        guard let parent = calls[index].parent else {
            return outcome.ended(callBegan: calls[index].start, succeeded: succeeded, in: scenario)
        }
        ended(parent, succeeded ? nil : .status(503), now)
    }
}
