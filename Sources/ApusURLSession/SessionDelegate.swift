import ApusRuntime
import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Tells each exchange what URLSession reports about its task.
final class SessionDelegate: NSObject, URLSessionDataDelegate {
    private let running: RunningExchanges

    init(running: RunningExchanges) { self.running = running }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        completionHandler(nil)
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
        guard !entry.exchange.hasRoom(for: data.count) else {
            return entry.exchange.received(Array(data)) {}
        }
        dataTask.suspend()
        entry.exchange.received(Array(data)) { dataTask.resume() }
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        guard let entry = running.remove(task) else { return }
        if let error { return fail(entry.exchange, with: error) }
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
    }

    private func fail(_ exchange: Exchange, with error: any Error) {
        let problem = WireProblem(error)
        exchange.failed(problem.reason, problem.message, delivery: problem.delivery)
    }
}
