import ApusRuntime
import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Tells each exchange what URLSession reports about its task.
final class SessionDelegate: NSObject, URLSessionDataDelegate {
    private let running: RunningExchanges
    private let certificate: URLCredential?
    private let hasEnded: @Sendable () -> Void

    init(running: RunningExchanges, certificate: URLCredential?, hasEnded: @escaping @Sendable () -> Void) {
        self.running = running
        self.certificate = certificate
        self.hasEnded = hasEnded
    }

    func urlSession(_ session: URLSession, didBecomeInvalidWithError error: (any Error)?) { hasEnded() }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }

    /// Credentials are in the request or nowhere: a 401 or 407 comes back as it is. The server's certificate is the
    /// system's matter, the client's is the one that was given.
    func urlSession(
        _ session: URLSession, task: URLSessionTask, didReceive challenge: URLAuthenticationChallenge,
        completionHandler: @escaping @Sendable (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
    ) {
        let method = challenge.protectionSpace.authenticationMethod
        #if !canImport(FoundationNetworking)
            if method == NSURLAuthenticationMethodClientCertificate, let certificate {
                return completionHandler(.useCredential, certificate)
            }
        #endif
        let isHTTP = [
            NSURLAuthenticationMethodDefault, NSURLAuthenticationMethodHTTPBasic, NSURLAuthenticationMethodHTTPDigest,
            NSURLAuthenticationMethodNTLM, NSURLAuthenticationMethodNegotiate,
        ].contains(method)
        if isHTTP { running[task]?.isChallenged = true }
        completionHandler(isHTTP ? .rejectProtectionSpace : .performDefaultHandling, nil)
    }

    func urlSession(
        _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
        completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
    ) {
        completionHandler(.allow)
        guard let entry = running[dataTask] else { return }
        report(response, of: dataTask, to: entry)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        guard let entry = running[dataTask], !data.isEmpty else { return }
        if let missing = entry.missingBytes { entry.missingBytes = missing - data.count }
        #if canImport(FoundationNetworking)
            takeWithinBounds(data.withUnsafeBytes(Array.init), of: dataTask, entry.exchange)
        #else
            takeWithinReach(data.withUnsafeBytes(Array.init), of: dataTask, entry.exchange)
        #endif
    }

    #if canImport(FoundationNetworking)
        /// Foundation on Linux never gets going again after `suspend()`, so a reader who is far behind is cut off.
        private func takeWithinBounds(_ bytes: [UInt8], of task: URLSessionDataTask, _ exchange: Exchange) {
            exchange.received(bytes) {}
            guard exchange.unread > Self.maximumUnread else { return }
            exchange.failed(.other, "more than \(Self.maximumUnread) bytes of the response wait unread")
            task.cancel()
        }

        private static let maximumUnread = 64 << 20
    #else
        /// Holds the server back while the reader catches up.
        private func takeWithinReach(_ bytes: [UInt8], of task: URLSessionDataTask, _ exchange: Exchange) {
            guard !exchange.hasRoom(for: bytes.count) else { return exchange.received(bytes) {} }
            task.suspend()
            exchange.received(bytes) { task.resume() }
        }
    #endif

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        guard let entry = running.remove(task) else { return }
        // On Linux a challenge that is rejected ends as if the task had been cancelled, after its response was
        // reported.
        let isRejectedChallenge = entry.isChallenged && (error as? URLError)?.code == .cancelled
        if let error, !isRejectedChallenge { return fail(entry.exchange, with: error) }
        // A redirect that is not followed can end on Linux without its response having been reported.
        if let response = task.response { report(response, of: task, to: entry) }
        if let missing = entry.missingBytes, missing > 0 {
            entry.exchange.failed(.connectionLost, "the connection ended \(missing) bytes before the response's end")
        } else {
            entry.exchange.finished()
        }
    }

    private func report(_ response: URLResponse, of task: URLSessionTask, to entry: RunningExchange) {
        guard !entry.hasHead else { return }
        guard let response = response as? HTTPURLResponse, let head = response.head, entry.accepts(head.status.code)
        else {
            entry.exchange.failed(.protocolViolation, "the response has no proper status")
            return task.cancel()
        }
        guard head.status.code >= 200 else { return }
        entry.hasHead = true
        entry.missingBytes = response.bodyLength(method: task.originalRequest?.httpMethod)
        entry.exchange.received(head: head)
        entry.exchange.deliverHead()
    }

    private func fail(_ exchange: Exchange, with error: any Error) {
        let problem = WireProblem(error)
        exchange.failed(problem.reason, problem.message, delivery: problem.delivery)
    }
}
