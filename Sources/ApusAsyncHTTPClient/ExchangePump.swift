import ApusRuntime
import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// Runs one request with AsyncHTTPClient and tells its ``Exchange`` what comes of it.
struct ExchangePump: Sendable {
    let exchange: Exchange
    let request: HTTPClientRequest
    let client: HTTPClient
    let eventLoop: any EventLoop

    /// Returns when the exchange has ended, on the wire too.
    func run() async {
        do {
            // The exchange keeps the limits.
            let response = try await client.execute(request, deadline: .distantFuture)
            try accept(response)
            for try await buffer in response.body { await passOn(Array(buffer.readableBytesView)) }
            exchange.finished()
        } catch let problem as UnusableHead {
            exchange.failed(.protocolViolation, problem.description)
        } catch let problem as UnreadableBody {
            exchange.failed(.requestBody, "the request's body could not be read: \(problem.underlying)")
        } catch {
            let problem = WireProblem(error)
            exchange.failed(problem.reason, problem.message, delivery: problem.delivery)
        }
    }

    private func accept(_ response: HTTPClientResponse) throws(UnusableHead) {
        exchange.received(head: try response.head())
        // Runs once this task waits for the network: what the same read brought has been passed on by then.
        eventLoop.execute { [exchange] in exchange.deliverHead() }
    }

    /// Returns when the reader has caught up; until then AsyncHTTPClient reads no more than one piece.
    private func passOn(_ bytes: [UInt8]) async {
        if exchange.hasRoom(for: bytes.count) { return exchange.received(bytes) {} }
        await withCheckedContinuation { drained in exchange.received(bytes) { drained.resume() } }
    }
}
