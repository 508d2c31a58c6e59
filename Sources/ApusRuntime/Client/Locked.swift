#if canImport(os)
    import os
#else
    import Synchronization
#endif

/// A value behind a lock. (The standard library's `Mutex` needs a newer system than the oldest one supported.)
final class Locked<Value: Sendable>: Sendable {
    #if canImport(os)
        private let lock: OSAllocatedUnfairLock<Value>
        init(_ value: Value) { lock = OSAllocatedUnfairLock(initialState: value) }
    #else
        private let lock: Mutex<Value>
        init(_ value: Value) { lock = Mutex(value) }
    #endif

    /// Runs the body alone with the value.
    func withLock<Result: Sendable>(_ body: @Sendable (inout Value) -> Result) -> Result {
        lock.withLock { value in body(&value) }
    }
}
