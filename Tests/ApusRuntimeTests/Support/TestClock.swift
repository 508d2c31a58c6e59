@testable import ApusRuntime

/// A clock that stands still until somebody sleeps on it or moves it; sleeping takes no real time.
final class TestClock: CallClock {
    private let time = Locked(Duration.zero)
    private let slept = Locked<[Duration]>([])
    /// Runs in every sleep, before it ends.
    let onSleep = Locked<(@Sendable () -> Void)?>(nil)

    var now: Duration { time.withLock { $0 } }
    /// Moved by hand.
    let unix = Locked(1_700_000_000)
    var unixSeconds: Int { unix.withLock { $0 } }
    var sleeps: [Duration] { slept.withLock { $0 } }

    func advance(by duration: Duration) { time.withLock { $0 += duration } }

    func sleep(for duration: Duration) async throws {
        slept.withLock { $0.append(duration) }
        onSleep.withLock { $0 }?()
        try Task.checkCancellation()
        advance(by: duration)
    }

    private struct Deadlines: Sendable {
        var hasPassed = false
        var waiting: [AsyncStream<Never>.Continuation] = []
    }

    private let deadlines = Locked(Deadlines())

    /// Ends every deadline's wait, now and later.
    func passDeadline() {
        let waiting = deadlines.withLock { deadlines in
            deadlines.hasPassed = true
            return deadlines.waiting
        }
        for continuation in waiting { continuation.finish() }
    }

    /// Deadlines pass when a test says so.
    func expire(after duration: Duration) async {
        let (stream, continuation) = AsyncStream<Never>.makeStream()
        deadlines.withLock { deadlines in
            if deadlines.hasPassed { continuation.finish() } else { deadlines.waiting.append(continuation) }
        }
        for await _ in stream {}
    }
}
