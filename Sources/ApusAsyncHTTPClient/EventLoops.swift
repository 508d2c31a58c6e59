import NIOConcurrencyHelpers
import NIOCore

/// Says on which event loop an exchange runs: task, timers, connection and all, so that it need not hop between threads.
///
/// Exchanges stay on the first loop while it is not busy: they find its idle connections, and the other threads sleep.
/// More exchanges at once spread over all loops.
final class EventLoops: Sendable {
    /// A loop in use by an exchange.
    struct Place: Sendable {
        let executor: EventLoopExecutor
        fileprivate let index: Int
    }

    /// As many exchanges at once keep a loop busy.
    private static let busy = 6

    private let executors: [EventLoopExecutor]
    private let inFlight: NIOLockedValueBox<[Int]>

    init(_ group: any EventLoopGroup) {
        executors = group.makeIterator().map(EventLoopExecutor.init)
        inFlight = NIOLockedValueBox(Array(repeating: 0, count: executors.count))
    }

    /// The first loop that is not busy, else the least busy one.
    func take() -> Place {
        let index = inFlight.withLockedValue { counts in
            let free = counts.firstIndex { $0 < Self.busy }
            let index = free ?? counts.indices.min { counts[$0] < counts[$1] } ?? 0
            counts[index] += 1
            return index
        }
        return Place(executor: executors[index], index: index)
    }

    /// The exchange has ended.
    func giveBack(_ place: Place) { inFlight.withLockedValue { $0[place.index] -= 1 } }
}

/// Runs tasks on an event loop, where the system's Swift can do that; elsewhere they run as all tasks do.
final class EventLoopExecutor: Sendable {
    let eventLoop: any EventLoop

    init(_ eventLoop: any EventLoop) { self.eventLoop = eventLoop }

    /// Starts a task.
    func start(_ work: @escaping @Sendable () async -> Void) -> Task<Void, Never> {
        if #available(macOS 15, iOS 18, tvOS 18, watchOS 11, visionOS 2, *) {
            Task(executorPreference: self, operation: work)
        } else {
            Task(operation: work)
        }
    }
}

@available(macOS 15, iOS 18, tvOS 18, watchOS 11, visionOS 2, *)
extension EventLoopExecutor: TaskExecutor {
    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        eventLoop.execute { [self] in job.runSynchronously(on: asUnownedTaskExecutor()) }
    }
}
