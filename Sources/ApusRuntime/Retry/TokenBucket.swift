/// The retry budget of one origin, as arithmetic.
///
/// Tokens start at 10 of 10. A failed attempt takes one; a success gives a tenth, and gives back what its own failures
/// took. Capacity follows the traffic: a tenth of the successes of the last ten seconds, at least 10.
package struct TokenBucket: Sendable {
    static let minimumCapacity = 10.0
    private static let seconds = 10

    private(set) var tokens = TokenBucket.minimumCapacity
    private var successes = [Int](repeating: 0, count: TokenBucket.seconds)
    private var lastSecond = 0

    package init() {}

    /// Takes a token for a failed attempt.
    package mutating func spend(at now: Duration) {
        advance(to: now)
        tokens = max(0, tokens - 1)
    }

    /// Gives for a success.
    /// - Parameter spent: how many tokens the call's failed attempts took.
    package mutating func succeed(spent: Int, at now: Duration) {
        advance(to: now)
        successes[lastSecond % Self.seconds] += 1
        tokens = min(capacity, tokens + 0.1 + Double(spent))
    }

    /// Where the budget stands.
    package mutating func level(at now: Duration) -> RetryBudget.Level {
        advance(to: now)
        return RetryBudget.Level(tokens: tokens, capacity: capacity)
    }

    private var capacity: Double { max(Self.minimumCapacity, Double(successes.reduce(0, +)) / 10) }

    /// Forgets the successes that are older than ten seconds.
    private mutating func advance(to now: Duration) {
        let second = max(Int(clamping: now.components.seconds), lastSecond)
        for passed in lastSecond..<min(second, lastSecond + Self.seconds) {
            successes[(passed + 1) % Self.seconds] = 0
        }
        if second - lastSecond > Self.seconds { successes = [Int](repeating: 0, count: Self.seconds) }
        lastSecond = second
        tokens = min(tokens, capacity)
    }
}
