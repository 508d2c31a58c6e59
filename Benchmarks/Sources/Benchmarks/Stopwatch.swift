/// Times two pieces of work in turn, A B A B …, so that a drift of the machine's speed hits both.
enum Stopwatch {
    /// The median of the pairs' ratios `time(a) / time(b)`, with both medians in seconds.
    static func compare(
        rounds: Int = 15, _ first: () throws -> Void, _ second: () throws -> Void
    ) rethrows -> (ratio: Double, first: Double, second: Double) {
        try compare(rounds: rounds, between: {}, first, second)
    }

    /// The same, with something between the pairs that is not timed.
    static func compare(
        rounds: Int = 15, between: () throws -> Void, _ first: () throws -> Void, _ second: () throws -> Void
    ) rethrows -> (ratio: Double, first: Double, second: Double) {
        try first()
        try second()
        var times: [(Double, Double)] = []
        for _ in 0..<rounds {
            try between()
            times.append((try seconds(first), try seconds(second)))
        }
        return (median(times.map { $0.0 / $0.1 }), median(times.map(\.0)), median(times.map(\.1)))
    }

    /// The same for asynchronous work.
    static func compare(
        rounds: Int = 15, _ first: () async throws -> Void, _ second: () async throws -> Void
    ) async rethrows -> (ratio: Double, first: Double, second: Double) {
        try await first()
        try await second()
        var times: [(Double, Double)] = []
        for _ in 0..<rounds { times.append((try await seconds(first), try await seconds(second))) }
        return (median(times.map { $0.0 / $0.1 }), median(times.map(\.0)), median(times.map(\.1)))
    }

    static func seconds(_ work: () throws -> Void) rethrows -> Double {
        let start = ContinuousClock.now
        try work()
        return (ContinuousClock.now - start) / .seconds(1)
    }

    static func seconds(_ work: () async throws -> Void) async rethrows -> Double {
        let start = ContinuousClock.now
        try await work()
        return (ContinuousClock.now - start) / .seconds(1)
    }

    static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        return sorted[sorted.count / 2]
    }
}
