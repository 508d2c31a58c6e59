import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOHTTP2

extension HTTPClient.Configuration {
    /// Puts our handlers behind the decoder of every connection and every HTTP/2 stream, by the only hooks there are;
    /// those that the configuration has already run first.
    mutating func addHandlers(_ waiting: WaitingExchanges) {
        http1_1ConnectionDebugInitializer = Self.adding(waiting, to: http1_1ConnectionDebugInitializer) {
            try $0.handler(type: ByteToMessageHandler<HTTPResponseDecoder>.self)
        }
        http2StreamChannelDebugInitializer = Self.adding(waiting, to: http2StreamChannelDebugInitializer) {
            try $0.handler(type: HTTP2FramePayloadToHTTP1ClientCodec.self)
        }
    }

    private typealias Initializer = @Sendable (any Channel) -> EventLoopFuture<Void>

    private static func adding(
        _ waiting: WaitingExchanges, to first: Initializer?,
        after decoder: @escaping @Sendable (ChannelPipeline.SynchronousOperations) throws -> any ChannelHandler
    ) -> Initializer {
        { channel in
            let before = first?(channel) ?? channel.eventLoop.makeSucceededVoidFuture()
            return before.flatMapThrowing {
                let pipeline = channel.pipeline.syncOperations
                try pipeline.addHandlers(
                    [HandoverWatch(waiting), ResponseHeadGuard()], position: .after(decoder(pipeline)))
            }
        }
    }
}
