/// What came of a scenario, by the second.
struct Outcome: Sendable {
    /// Calls begun in each second, and those of them that ended well.
    private(set) var calls: [Int]
    private(set) var successes: [Int]
    /// Attempts sent in each second, whenever their call began.
    private(set) var attempts: [Int]
    private var windowCalls = 0
    private var windowSuccesses = 0
    private var windowSent = 0

    init(seconds: Int) {
        calls = [Int](repeating: 0, count: seconds)
        successes = calls
        attempts = calls
    }

    mutating func sent(callBegan start: Double, at now: Double, in scenario: Scenario) {
        if Int(now) < attempts.count { attempts[Int(now)] += 1 }
        if scenario.window.contains(start) { windowSent += 1 }
    }

    mutating func ended(callBegan start: Double, succeeded: Bool, in scenario: Scenario) {
        calls[Int(start)] += 1
        if succeeded { successes[Int(start)] += 1 }
        guard scenario.window.contains(start) else { return }
        windowCalls += 1
        if succeeded { windowSuccesses += 1 }
    }

    /// The share of the window's calls that ended well, 0…1.
    var success: Double { windowCalls == 0 ? 0 : Double(windowSuccesses) / Double(windowCalls) }

    /// Attempts for each of the window's calls.
    var sentPerCall: Double { windowCalls == 0 ? 0 : Double(windowSent) / Double(windowCalls) }

    /// The most attempts in one second.
    var peak: Int { attempts.max() ?? 0 }

    /// Seconds from `start` until 99 % of the calls end well, in ten seconds after each other; `nil` if never.
    func recovery(from start: Double) -> Int? {
        let good = calls.indices.map { Double(successes[$0]) >= 0.99 * Double(calls[$0]) }
        return (Int(start)...max(Int(start), good.count - 10)).first { second in
            good[second..<min(second + 10, good.count)].allSatisfy { $0 }
        }.map { $0 - Int(start) }
    }
}
