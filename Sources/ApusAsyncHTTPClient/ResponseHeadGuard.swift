import NIOCore
import NIOHTTP1

/// Lets no response head through that AsyncHTTPClient cannot handle.
///
/// Its state machine takes every status below 200 for an interim response, and stops the whole process when the message
/// of, say, status 99 ends. A server must not be able to do that, so such heads become parser errors before they get
/// there; so do `101` (nobody asked for another protocol), a flood of interim responses, and a body in several codings, of
/// which the library would undo the first one and leave the others.
final class ResponseHeadGuard: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias InboundOut = HTTPClientResponsePart

    private static let maximumInterimResponses = 8
    private var interimResponses = 0
    private var hasRefused = false

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !hasRefused else { return }
        if case .head(let head) = Self.unwrapInboundIn(data), let problem = problem(head) {
            hasRefused = true
            return context.fireErrorCaught(problem)
        }
        context.fireChannelRead(data)
    }

    private func problem(_ head: HTTPResponseHead) -> HTTPParserError? {
        guard accepts(head.status.code) else { return .invalidStatus }
        return head.headers[canonicalForm: "Content-Encoding"].count > 1 ? .invalidHeaderToken : nil
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
