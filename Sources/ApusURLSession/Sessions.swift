import ApusRuntime
import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking

    /// A session for every exchange: Foundation on Linux loses sight of a connection that takes the descriptor of one
    /// that has just closed in the same session, and the request then hangs.
    final class Sessions: @unchecked Sendable {
        private let lock = NSLock()
        private var live: [Int: ExchangeSession]? = [:]
        private var count = 0

        func start(_ request: URLRequest, _ exchange: Exchange) {
            guard let session = add() else {
                return exchange.failed(.other, "the transport has been shut down", delivery: .notSent)
            }
            session.startOnly(request, exchange)
        }

        private func add() -> ExchangeSession? {
            lock.withLock {
                guard live != nil else { return nil }
                count += 1
                let session = ExchangeSession { [weak self, count] in self?.remove(count) }
                live?[count] = session
                return session
            }
        }

        private func remove(_ number: Int) { lock.withLock { _ = live?.removeValue(forKey: number) } }

        /// Ends all exchanges; no further ones begin.
        func end() {
            let ended = lock.withLock {
                defer { live = nil }
                return live ?? [:]
            }
            for (_, session) in ended.sorted(by: { $0.key < $1.key }) { session.end() }
        }
    }
#else
    /// One session for all exchanges: it shares connections among them.
    typealias Sessions = ExchangeSession
#endif
