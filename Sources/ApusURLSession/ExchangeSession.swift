import ApusRuntime
import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#else
    import Security
#endif

/// A URLSession and the exchanges that run in it.
final class ExchangeSession: Sendable {
    private let session: URLSession
    private let running: RunningExchanges

    /// - Parameters:
    ///   - certificate: shown to servers that ask for the client's.
    ///   - hasEnded: called when the session is over.
    init(certificate: URLCredential? = nil, hasEnded: @escaping @Sendable () -> Void = {}) {
        running = RunningExchanges()
        let delegate = SessionDelegate(running: running, certificate: certificate, hasEnded: hasEnded)
        session = URLSession(configuration: .exchanges, delegate: delegate, delegateQueue: nil)
    }

    /// Begins the request in a session that has no other, and ends with it.
    func startOnly(_ request: URLRequest, _ exchange: Exchange) {
        start(request, exchange)
        session.finishTasksAndInvalidate()
    }

    /// Begins the request and reports to the exchange from then on.
    func start(_ request: URLRequest, _ exchange: Exchange) {
        guard let task = running.add(exchange, makeTask: { session.dataTask(with: request) }) else {
            return exchange.failed(.other, "the transport has been shut down", delivery: .notSent)
        }
        exchange.requestStarted()
        exchange.onAbort { task.cancel() }
        task.resume()
    }

    /// Ends all exchanges and lets the session go, once.
    func end() {
        guard let exchanges = running.close() else { return }
        for exchange in exchanges { exchange.failed(.other, "the transport has been shut down") }
        session.invalidateAndCancel()
    }
}

/// Which task belongs to which exchange.
final class RunningExchanges: @unchecked Sendable {
    private let lock = NSLock()
    private var entries: [Int: RunningExchange]? = [:]

    /// Makes a task for the exchange; `nil` after ``close()``: a session that has ended makes no tasks.
    func add(_ exchange: Exchange, makeTask: () -> URLSessionDataTask) -> URLSessionDataTask? {
        lock.withLock {
            guard entries != nil else { return nil }
            let task = makeTask()
            entries?[task.taskIdentifier] = RunningExchange(exchange)
            return task
        }
    }

    /// The exchange of a task.
    subscript(task: URLSessionTask) -> RunningExchange? { lock.withLock { entries?[task.taskIdentifier] } }

    /// The exchange of a task that has ended.
    func remove(_ task: URLSessionTask) -> RunningExchange? {
        lock.withLock { entries?.removeValue(forKey: task.taskIdentifier) }
    }

    /// Takes no further exchanges; those that ran, in the order of their start, or `nil` when it was closed before.
    func close() -> [Exchange]? {
        lock.withLock {
            defer { entries = nil }
            return entries.map { $0.sorted { $0.key < $1.key }.map(\.value.exchange) }
        }
    }
}

/// An exchange and how many bytes of its body are still promised. Used on the session's serial queue only.
final class RunningExchange: @unchecked Sendable {
    let exchange: Exchange
    /// Whether the exchange has been told of its response.
    var hasHead = false
    /// What `Content-Length` promised and has not come yet; `nil` where the length is not known.
    var missingBytes: Int?

    /// Whether the server asked for credentials.
    var isChallenged = false
    private var interimResponses = 0

    init(_ exchange: Exchange) { self.exchange = exchange }

    /// Whether a response of this status may come now. Foundation on Linux reports interim responses too: a few are no
    /// harm, but `101` is, since nobody asked for another protocol.
    func accepts(_ status: Int) -> Bool {
        guard status < 200 else { return true }
        interimResponses += 1
        return status != 101 && interimResponses <= 8
    }
}

extension URLSessionConfiguration {
    /// Nothing kept, nothing added, and no limits but the exchange's own.
    fileprivate static var exchanges: URLSessionConfiguration {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpCookieStorage = nil
        configuration.httpCookieAcceptPolicy = .never
        configuration.httpShouldSetCookies = false
        configuration.urlCache = nil
        configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
        configuration.urlCredentialStorage = nil
        configuration.httpMaximumConnectionsPerHost = 100
        configuration.timeoutIntervalForRequest = 7 * 24 * 3600
        configuration.timeoutIntervalForResource = 7 * 24 * 3600
        #if !canImport(FoundationNetworking)
            configuration.waitsForConnectivity = false
            configuration.tlsMinimumSupportedProtocolVersion = .TLSv12
        #endif
        return configuration
    }
}
