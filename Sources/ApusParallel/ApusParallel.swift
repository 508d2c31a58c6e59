import Dispatch

/// The door of the room: pure work in, its results out, made on all cores.
///
/// What comes out depends on the input alone, never on which core was faster: every result has its place, taken before the
/// work begins.
public enum Parallel {
    /// The results of two pieces of work that need nothing of each other.
    public static func both<First: Sendable, Second: Sendable>(
        _ first: @escaping @Sendable () -> First, _ second: @escaping @Sendable () -> Second
    ) -> (First, Second) {
        let pieces: [@Sendable () -> Half<First, Second>] = [{ .first(first()) }, { .second(second()) }]
        let halves = pieces.mapInParallel { $0() }
        guard case .first(let one) = halves[0], case .second(let two) = halves[1] else {
            preconditionFailure("results stand in the order of the work")
        }
        return (one, two)
    }
}

private enum Half<First: Sendable, Second: Sendable>: Sendable {
    case first(First)
    case second(Second)
}

extension Array where Element: Sendable {
    /// What `map` returns, with the elements shared out among the cores.
    /// - Parameters:
    ///   - weight: how much work an element is, compared with others. The largest are begun first: one that is begun last
    ///     would keep all other cores waiting.
    ///   - transform: a pure function: it may run on any thread, and for several elements at once.
    public func mapInParallel<Result: Sendable>(
        weight: (Element) -> Int = { _ in 1 }, _ transform: @Sendable (Element) -> Result
    ) -> [Result] {
        guard count > 1 else { return map(transform) }
        let weights = map(weight)
        let order = indices.sorted { (weights[$1], $0) < (weights[$0], $1) }
        return [Result](unsafeUninitializedCapacity: count) { buffer, initialized in
            // The compiler cannot see that no two threads touch the same memory: each number is run once, and writes only
            // the place that is its own; nobody reads before all have ended.
            nonisolated(unsafe) let places = buffer
            DispatchQueue.concurrentPerform(iterations: count) { turn in
                let index = order[turn]
                places.initializeElement(at: index, to: transform(self[index]))
            }
            initialized = count
        }
    }
}
