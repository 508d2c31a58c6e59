#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The time as calls know it; tests give their own, so that they wait for nothing.
public protocol CallClock: Sendable {
    /// Time since some fixed moment; never goes back.
    var now: Duration { get }
    /// Seconds since 1970-01-01 UTC, to compare with dates that servers send.
    var unixSeconds: Int { get }
    /// Waits before another attempt.
    /// - Throws: `CancellationError` as soon as the surrounding task is cancelled.
    func sleep(for duration: Duration) async throws
    /// Returns when a deadline has passed, or the surrounding task is cancelled.
    func expire(after duration: Duration) async
}

extension CallClock {
    /// Sleeps.
    public func expire(after duration: Duration) async { try? await sleep(for: duration) }
}

/// The system's clock.
public struct SystemClock: CallClock {
    private static let start = ContinuousClock.now

    /// The system's clock.
    public init() {}

    /// Time since the first use.
    public var now: Duration { Self.start.duration(to: ContinuousClock.now) }
    /// Seconds since 1970-01-01 UTC.
    public var unixSeconds: Int { Int(Date().timeIntervalSince1970) }
    /// Suspends the task.
    public func sleep(for duration: Duration) async throws { try await Task.sleep(for: duration, clock: .continuous) }
}
