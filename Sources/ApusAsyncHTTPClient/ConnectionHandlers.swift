import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOHTTP2

extension HTTPClient.Configuration {
    /// Puts our handlers into every connection and every HTTP/2 stream, behind what decodes them, by the only hooks there
    /// are; those that the configuration has already run first.
    mutating func addHandlers(_ waiting: WaitingExchanges) {
        http1_1ConnectionDebugInitializer = Self.adding(to: http1_1ConnectionDebugInitializer) { pipeline in
            let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPResponseDecoder>.self)
            try pipeline.addHandlers([HandoverWatch(waiting), ResponseHeadGuard()], position: .after(decoder))
        }
        http2StreamChannelDebugInitializer = Self.adding(to: http2StreamChannelDebugInitializer) { pipeline in
            let codec = try pipeline.handler(type: HTTP2FramePayloadToHTTP1ClientCodec.self)
            try pipeline.addHandlers([HandoverWatch(waiting), ResponseHeadGuard()], position: .after(codec))
        }
        http2ConnectionDebugInitializer = Self.adding(to: http2ConnectionDebugInitializer) { pipeline in
            let frames = try pipeline.handler(type: NIOHTTP2Handler.self)
            try pipeline.addHandler(HTTP2ConnectionGuard(), position: .after(frames))
        }
    }

    private typealias Initializer = @Sendable (any Channel) -> EventLoopFuture<Void>

    private static func adding(
        to first: Initializer?, _ add: @escaping @Sendable (ChannelPipeline.SynchronousOperations) throws -> Void
    ) -> Initializer {
        { channel in
            let before = first?(channel) ?? channel.eventLoop.makeSucceededVoidFuture()
            return before.flatMapThrowing { try add(channel.pipeline.syncOperations) }
        }
    }
}
