#if canImport(FoundationNetworking)
    import Foundation

    /// A serial queue on which few blocks wait: whoever adds another one waits until there is room.
    ///
    /// Foundation on Linux puts every piece of a body into the queue as soon as libcurl has it, a decompressed one 1,000 times
    /// as large as what the server sent. It adds from a queue of the session's own, which cannot run away then; blocks never
    /// wait for it.
    final class ThrottledQueue: OperationQueue, @unchecked Sendable {
        private let room = DispatchSemaphore(value: 64)

        override init() {
            super.init()
            maxConcurrentOperationCount = 1
        }

        override func addOperation(_ block: @escaping @Sendable () -> Void) {
            room.wait()
            super.addOperation { [room] in
                block()
                room.signal()
            }
        }
    }
#endif
