/// A success whose body is still on its way: what a request's streamed output is made of.
public struct StreamedBody: Sendable {
    /// Status and header fields.
    public let head: HTTPResponse
    let body: ResponseBody
    let context: StreamContext

    init(head: HTTPResponse, body: ResponseBody, context: StreamContext) {
        self.head = head
        self.body = body
        self.context = context
    }

    /// A body that is here already, as in a test.
    init(_ bytes: [UInt8], head: HTTPResponse, operation: OperationDescription, limits: JSONLimits) {
        let rest = Locked<[UInt8]?>(bytes)
        let body = ResponseBody { () throws(TransportError) in
            rest.withLock { rest in
                defer { rest = nil }
                return rest
            }
        }
        self.init(
            head: head, body: body,
            context: StreamContext(
                operation: operation, trace: CallTrace(operationID: operation.id), jsonLimits: limits))
    }
}

/// What a stream has to know of its call.
struct StreamContext: Sendable {
    var operation: OperationDescription
    var trace: CallTrace
    var jsonLimits = JSONLimits()
    var maximumEventBytes = ClientConfiguration().maximumEventBytes
    var clock: any CallClock = SystemClock()
    /// Where a download that broke off asks for its rest.
    var source: ResumeSource?
    /// Gives a failure the API's own type.
    var failure: @Sendable (CallFailure) -> any Error = { $0 }

    /// A failure of the wire after the head.
    func broken(_ error: TransportError, _ head: HTTPResponse) -> CallFailure {
        if error.reason == .cancelled { return .cancelled(CancellationFailure(trace: trace)) }
        return .transport(TransportFailure(error, head: head, trace: trace))
    }

    /// A piece of the body that is not what the document says.
    func response(_ head: HTTPResponse, _ bytes: [UInt8], _ explanation: String?) -> UnexpectedResponse {
        UnexpectedResponse(
            head: head, rawBody: bytes, explanation: explanation, now: clock.unixSeconds, trace: trace)
    }
}

/// What a streamed success decodes to: ``ResponseStream`` or ``Download``.
public protocol StreamedOutput: Sendable {
    /// Takes a body that was not read yet.
    init(_ body: StreamedBody)
}

extension OperationRequest where Output: StreamedOutput {
    /// Hands the body over unread.
    public static func openOutput(_ body: StreamedBody) -> Output? { Output(body) }

    /// Takes a body that is here already for one that comes.
    public static func decodeOutput(
        from body: [UInt8], head: HTTPResponse, limits: JSONLimits
    ) throws(JSONError) -> Output {
        Output(StreamedBody(body, head: head, operation: operation, limits: limits))
    }
}
