import NIOCore
import NIOHTTP1

/// Lets no response head through that AsyncHTTPClient cannot handle.
///
/// Its state machine takes every status below 200 for an interim response, and stops the whole process when the message
/// of, say, status 99 ends. A server must not be able to do that, so such heads become parser errors before they get
/// there; so do `101` (nobody asked for another protocol) and a flood of interim responses.
final class ResponseHeadGuard: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias InboundOut = HTTPClientResponsePart

    private static let maximumInterimResponses = 8
    private var interimResponses = 0
    private var hasRefused = false

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !hasRefused else { return }
        if case .head(let head) = Self.unwrapInboundIn(data), !accepts(head.status.code) {
            hasRefused = true
            return context.fireErrorCaught(HTTPParserError.invalidStatus)
        }
        context.fireChannelRead(data)
    }

    private func accepts(_ status: UInt) -> Bool {
        switch status {
        case 200...999:
            interimResponses = 0
            return true
        case 100, 102...199:
            interimResponses += 1
            return interimResponses <= Self.maximumInterimResponses
        default: return false
        }
    }
}
