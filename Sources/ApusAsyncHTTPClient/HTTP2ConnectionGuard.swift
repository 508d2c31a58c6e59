import NIOCore
import NIOHTTP2

/// Makes up for two things that the libraries leave undone on an HTTP/2 connection.
///
/// A connection on which the server broke HTTP/2's rules gets no further frames, but nobody closes it: its calls would wait
/// for their limits, and further calls would be sent on it. So it is closed.
///
/// A stream above the last one that a GOAWAY names was not processed (RFC 9113, 6.8), but is reported like one that the
/// server cancelled. So the reason becomes the one that says so.
final class HTTP2ConnectionGuard: ChannelInboundHandler {
    typealias InboundIn = HTTP2Frame
    typealias InboundOut = HTTP2Frame

    private var lastProcessed = HTTP2StreamID.maxID

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .goAway(let last, _, _) = Self.unwrapInboundIn(data).payload { lastProcessed = last }
        context.fireChannelRead(data)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard let closed = event as? StreamClosedEvent, closed.reason == .cancel, closed.streamID > lastProcessed else {
            return context.fireUserInboundEventTriggered(event)
        }
        context.fireUserInboundEventTriggered(
            StreamClosedEvent(streamID: closed.streamID, reason: .refusedStream))
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.fireErrorCaught(error)
        // An error of one stream leaves the others alone.
        if !(error is NIOHTTP2Errors.StreamError) { context.close(promise: nil) }
    }
}
