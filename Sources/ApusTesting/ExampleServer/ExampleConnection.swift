import HTTPTypes
internal import NIOCore
import NIOHTTP1

/// One connection of an ``ExampleServer``: collects each request, waits if told to, answers.
final class ExampleConnection: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    /// How many bytes the body of a request may have.
    static let maximumBodySize = 16 * 1024 * 1024

    private let answers: ExampleAnswers
    private var head: HTTPRequestHead?
    private var body: [UInt8] = []
    private var pending: Scheduled<Void>?

    init(answers: ExampleAnswers) { self.answers = answers }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch Self.unwrapInboundIn(data) {
        case .head(let head): self.head = head
        case .body(let piece): collect(piece, context)
        case .end: finish(context)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        pending?.cancel()
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func collect(_ piece: ByteBuffer, _ context: ChannelHandlerContext) {
        guard let head else { return }
        guard body.count + piece.readableBytes <= Self.maximumBodySize else {
            self.head = nil
            body = []
            let answer = ErrorBody.error(413, "a body of more than \(Self.maximumBodySize) bytes is not taken")
            return write(answer, method: head.method, keepAlive: false, context)
        }
        body.append(contentsOf: piece.readableBytesView)
    }

    private func finish(_ context: ChannelHandlerContext) {
        guard let head else { return }
        let request = RecordedRequest(
            operationID: "", method: head.method.rawValue, target: head.uri, headers: HTTPFields(head.headers),
            body: body)
        self.head = nil
        body = []
        let (delay, answer) = answers.answer(request)
        let method = head.method
        let keepAlive = head.isKeepAlive
        guard delay > .zero else { return write(answer, method: method, keepAlive: keepAlive, context) }
        pending = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(delay)) {
            self.write(answer, method: method, keepAlive: keepAlive, context)
        }
    }

    private func write(
        _ answer: ServerAnswer, method: HTTPMethod, keepAlive: Bool, _ context: ChannelHandlerContext
    ) {
        switch answer {
        case .close(let reset): close(reset: reset, context)
        case .pieces(var answer):
            if method == .HEAD { answer.pieces = [] }
            var headers = HTTPHeaders(answer.headers.map { ($0.name, $0.value) })
            if !keepAlive { headers.replaceOrAdd(name: "Connection", value: "close") }
            let head = HTTPResponseHead(version: .http1_1, status: .ok, headers: headers)
            context.writeAndFlush(Self.wrapOutboundOut(.head(head)), promise: nil)
            write(answer, keepAlive: keepAlive, context)
        case .response(let status, let fields, let body):
            var headers = HTTPHeaders(fields.map { ($0.name, $0.value) })
            let hasBody = status >= 200 && status != 204 && status != 304
            if hasBody { headers.replaceOrAdd(name: "Content-Length", value: String(body.count)) }
            if !keepAlive { headers.replaceOrAdd(name: "Connection", value: "close") }
            let head = HTTPResponseHead(
                version: .http1_1, status: HTTPResponseStatus(statusCode: status), headers: headers)
            context.write(Self.wrapOutboundOut(.head(head)), promise: nil)
            if hasBody, method != .HEAD, !body.isEmpty {
                context.write(Self.wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: body)))), promise: nil)
            }
            let end = context.writeAndFlush(Self.wrapOutboundOut(.end(nil)))
            if !keepAlive { end.assumeIsolated().whenComplete { _ in context.close(promise: nil) } }
        }
    }

    /// The next piece once this one is with the system and the pause is over: a client that does not read is waited for.
    private func write(_ answer: PiecewiseAnswer, keepAlive: Bool, _ context: ChannelHandlerContext) {
        var rest = answer
        guard let piece = rest.pieces.popFirst() else {
            guard !rest.breaksOff else { return context.close(promise: nil) }
            let end = context.writeAndFlush(Self.wrapOutboundOut(.end(nil)))
            if !keepAlive { end.assumeIsolated().whenComplete { _ in context.close(promise: nil) } }
            return
        }
        let written = context.writeAndFlush(Self.wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: piece)))))
        written.assumeIsolated().whenSuccess { [rest] in
            let pause = rest.pieces.isEmpty ? .zero : TimeAmount(rest.pause)
            self.pending = context.eventLoop.assumeIsolated().scheduleTask(in: pause) {
                self.write(rest, keepAlive: keepAlive, context)
            }
        }
    }

    private func close(reset: Bool, _ context: ChannelHandlerContext) {
        guard reset else { return context.close(promise: nil) }
        context.channel.resetWhenClosed().assumeIsolated().whenComplete { _ in context.close(promise: nil) }
    }
}

extension HTTPFields {
    /// Order and case stay as they were sent.
    fileprivate init(_ headers: HTTPHeaders) {
        self.init()
        for (name, value) in headers {
            if let name = HTTPField.Name(name) { append(HTTPField(name: name, value: value)) }
        }
    }
}

extension TimeAmount {
    fileprivate init(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        self = .seconds(min(seconds, 1_000_000_000)) + .nanoseconds(attoseconds / 1_000_000_000)
    }
}
