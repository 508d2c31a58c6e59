import ApusRuntime
import NIOConcurrencyHelpers
import NIOCore
import NIOHTTP1

/// The exchanges whose requests have not been handed to a connection.
///
/// AsyncHTTPClient does not tell when it hands one over. So a request carries a number in a header field, which
/// ``HandoverWatch`` takes off when the request comes to its connection: the field never reaches the wire.
final class WaitingExchanges: Sendable {
    static let fieldName = "apus-exchange"

    private struct State {
        var exchanges: [String: Exchange] = [:]
        var last = 0
    }

    private let state = NIOLockedValueBox(State())

    /// Has the exchange wait; its number, for ``fieldName``.
    func add(_ exchange: Exchange) -> String {
        state.withLockedValue { state in
            state.last &+= 1
            let number = String(state.last)
            state.exchanges[number] = exchange
            return number
        }
    }

    /// The exchange waits no more; `nil` when it does not wait any longer.
    @discardableResult func take(_ number: String) -> Exchange? {
        state.withLockedValue { $0.exchanges.removeValue(forKey: number) }
    }
}

/// Tells an exchange that its request is about to be written, in the same breath and before the network can have taken
/// any of it. A request whose exchange has ended meanwhile is not written: its caller was told that it is not sent.
final class HandoverWatch: ChannelOutboundHandler {
    typealias OutboundIn = HTTPClientRequestPart
    typealias OutboundOut = HTTPClientRequestPart

    private let waiting: WaitingExchanges
    private var isRefusing = false

    init(_ waiting: WaitingExchanges) { self.waiting = waiting }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard !isRefusing else { return promise?.fail(ChannelError.ioOnClosedChannel) ?? () }
        guard case .head(var head) = Self.unwrapOutboundIn(data),
            let number = head.headers.last(where: { $0.name == WaitingExchanges.fieldName })?.value
        else { return context.write(data, promise: promise) }
        guard let exchange = waiting.take(number), exchange.requestStarted() else {
            return refuse(context: context, promise: promise)
        }
        head.headers.remove(name: WaitingExchanges.fieldName)
        context.write(Self.wrapOutboundOut(.head(head)), promise: promise)
    }

    /// Closes the connection, a moment later: AsyncHTTPClient is in the middle of its write.
    private func refuse(context: ChannelHandlerContext, promise: EventLoopPromise<Void>?) {
        isRefusing = true
        promise?.fail(ChannelError.ioOnClosedChannel)
        context.eventLoop.execute { [channel = context.channel] in channel.close(promise: nil) }
    }
}
