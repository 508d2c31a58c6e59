/// Keeps retries from multiplying the load on a server in trouble: while more than a few calls fail, further ones are
/// not tried again. One budget per client by default, counted per origin; clients can share one.
public final class RetryBudget: Sendable {
    /// Where a budget stands.
    public struct Level: Sendable, Hashable {
        /// What is there.
        public var tokens: Double
        /// What can be there at most.
        public var capacity: Double

        /// Whether another try is allowed: while more than half is there.
        public var allowsRetry: Bool { tokens > capacity / 2 }
    }

    /// More origins than this are not told apart: base URLs may come from outside.
    private static let maximumOrigins = 64

    private let buckets = Locked<[String: TokenBucket]>([:])

    /// A full budget.
    public init() {}

    /// Where the budget of an origin (`https://host`) stands.
    func level(_ origin: String, at now: Duration) -> Level {
        withBucket(origin) { $0.level(at: now) }
    }

    /// Counts a failed attempt that could be tried again.
    /// - Returns: where the budget stands after it.
    func spend(_ origin: String, at now: Duration) -> Level {
        withBucket(origin) { bucket in
            bucket.spend(at: now)
            return bucket.level(at: now)
        }
    }

    /// Counts a success.
    func succeed(_ origin: String, spent: Int, at now: Duration) {
        withBucket(origin) { $0.succeed(spent: spent, at: now) }
    }

    private func withBucket<Result: Sendable>(
        _ origin: String, _ body: @Sendable (inout TokenBucket) -> Result
    ) -> Result {
        buckets.withLock { buckets in
            let isRoom = buckets.count < Self.maximumOrigins || buckets[origin] != nil
            return body(&buckets[isRoom ? origin : "", default: TokenBucket()])
        }
    }
}
