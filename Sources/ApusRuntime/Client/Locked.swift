#if canImport(os)
    import os
#elseif APUS_SANITIZE
    import Glibc
#else
    import Synchronization
#endif

/// A value behind a lock. (The standard library's `Mutex` needs a newer system than the oldest one supported.)
final class Locked<Value: Sendable>: Sendable {
    #if canImport(os)
        private let lock: OSAllocatedUnfairLock<Value>
        init(_ value: Value) { lock = OSAllocatedUnfairLock(initialState: value) }
    #elseif APUS_SANITIZE
        private let lock: VisibleMutex<Value>
        init(_ value: Value) { lock = VisibleMutex(value) }
    #else
        private let lock: Mutex<Value>
        init(_ value: Value) { lock = Mutex(value) }
    #endif

    /// Runs the body alone with the value.
    func withLock<Result: Sendable>(_ body: @Sendable (inout Value) -> Result) -> Result {
        lock.withLock { value in body(&value) }
    }
}

#if APUS_SANITIZE
    /// The lock of `make sanitize` on Linux: `Mutex` makes its system calls itself, so that the thread sanitizer would take what it
    /// guards for unguarded; the C library's lock is one that it knows.
    private final class VisibleMutex<Value>: @unchecked Sendable {
        private let handle = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
        private var value: Value

        init(_ value: Value) {
            self.value = value
            pthread_mutex_init(handle, nil)
        }

        deinit {
            pthread_mutex_destroy(handle)
            handle.deallocate()
        }

        func withLock<Result>(_ body: (inout Value) -> Result) -> Result {
            pthread_mutex_lock(handle)
            defer { pthread_mutex_unlock(handle) }
            return body(&value)
        }
    }
#endif
