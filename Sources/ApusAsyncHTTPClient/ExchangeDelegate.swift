import ApusRuntime
import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// Tells an ``Exchange`` what AsyncHTTPClient reports.
///
/// The delegate interface rather than the `async` one, because it alone tells when a request is handed to a connection:
/// that is what `.notSent` and `.maybeSent` are about.
final class ExchangeDelegate: HTTPClientResponseDelegate {
    typealias Response = Void

    private let exchange: Exchange

    init(exchange: Exchange) { self.exchange = exchange }

    /// Called in the same breath as the head is written, before the network can have taken any of it.
    func didSendRequestHead(task: HTTPClient.Task<Void>, _ head: HTTPRequestHead) { exchange.requestStarted() }

    func didReceiveHead(task: HTTPClient.Task<Void>, _ head: HTTPResponseHead) -> EventLoopFuture<Void> {
        switch head.checked {
        case .success(let head):
            exchange.received(head: head)
            // By then everything that the same read brought has been passed on.
            task.eventLoop.execute { [exchange] in exchange.deliverHead() }
        case .failure(let problem):
            exchange.failed(.protocolViolation, problem.description)
            task.cancel()
        }
        return task.eventLoop.makeSucceededVoidFuture()
    }

    /// The future holds the connection back until the reader has caught up.
    func didReceiveBodyPart(task: HTTPClient.Task<Void>, _ buffer: ByteBuffer) -> EventLoopFuture<Void> {
        let drained = task.eventLoop.makePromise(of: Void.self)
        exchange.received(Array(buffer.readableBytesView)) { drained.succeed() }
        return drained.futureResult
    }

    func didReceiveError(task: HTTPClient.Task<Void>, _ error: any Error) {
        let problem = WireProblem(error)
        exchange.failed(problem.reason, problem.message, delivery: problem.delivery)
    }

    func didFinishRequest(task: HTTPClient.Task<Void>) { exchange.finished() }
}
