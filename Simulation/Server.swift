/// A server that serves requests in order at a rate that changes, and never learns that somebody stopped waiting.
struct Server {
    private let scenario: Scenario
    private var queue: [Int] = []
    private var first = 0
    /// What it could have served so far of the next request.
    private var credit = 0.0

    init(scenario: Scenario) { self.scenario = scenario }

    /// What becomes of a request on its arrival.
    enum Reception {
        case refused
        /// Answered after `Scenario.latency`: with this status.
        case answered(Int)
        case queued
    }

    mutating func receive(_ attempt: Int, at now: Double, _ random: inout Random) -> Reception {
        switch scenario.health(now) {
        case .down: return .refused
        case .broken: return .answered(500)
        case .failing(let share): return .answered(random.unit() < share ? 500 : 200)
        case .serving:
            guard queue.count - first < Scenario.queueLimit else { return .answered(503) }
            queue.append(attempt)
            return .queued
        }
    }

    /// Serves for a moment.
    /// - Returns: the attempts whose work is done.
    mutating func serve(at now: Double, for moment: Double) -> ArraySlice<Int> {
        guard case .serving(let rate) = scenario.health(now) else {
            if case .down = scenario.health(now) { forget() }
            return []
        }
        credit += rate * moment
        let done = min(Int(credit), queue.count - first)
        credit = first + done == queue.count ? min(credit - Double(done), 1) : credit - Double(done)
        defer { first += done }
        if first > 100_000 {
            queue.removeFirst(first)
            first = 0
        }
        return queue[first..<first + done]
    }

    /// A server that stops forgets what waited; its clients see no answer.
    private mutating func forget() {
        queue.removeAll(keepingCapacity: true)
        first = 0
    }
}
