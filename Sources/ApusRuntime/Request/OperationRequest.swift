/// One call of one operation, as a value: the operation's parameters and body.
///
/// Generated code conforms its request types to it.
public protocol OperationRequest: Sendable {
    /// What a success decodes to; ``NoContent`` for operations without a body.
    associatedtype Output: Sendable

    /// The header fields of a success: `HTTPFields` where the API documents none.
    associatedtype Headers: ResponseHeaders = HTTPFields

    /// What is the same for every call of the operation.
    static var operation: OperationDescription { get }

    /// Puts the parameters and the body into the request. Problems are kept by the builder and thrown by the call.
    func encode(into request: inout RequestBuilder)

    /// Makes the output of a success's body. JSON and text come in UTF-8, whatever encoding the server sent them in.
    /// - Throws: `JSONError` when the body does not fit.
    static func decodeOutput(
        from body: [UInt8], head: HTTPResponse, limits: JSONLimits
    ) throws(JSONError) -> Output

    /// Makes the output of a success whose body is handed over unread; `nil` for operations whose body is read whole.
    static func openOutput(_ body: StreamedBody) -> Output?
}

extension OperationRequest {
    /// `nil`: the body is read whole.
    public static func openOutput(_ body: StreamedBody) -> Output? { nil }
}

extension OperationRequest where Output: JSONCodable {
    /// Reads the body as JSON.
    public static func decodeOutput(
        from body: [UInt8], head: HTTPResponse, limits: JSONLimits
    ) throws(JSONError) -> Output {
        try Output(jsonBytes: body, limits: limits)
    }
}

extension OperationRequest where Output: JSONCodable & ExpressibleByNilLiteral {
    /// Reads the body as JSON; no body is `nil`.
    public static func decodeOutput(
        from body: [UInt8], head: HTTPResponse, limits: JSONLimits
    ) throws(JSONError) -> Output {
        body.isEmpty ? nil : try Output(jsonBytes: body, limits: limits)
    }
}

/// The output of an operation whose success has no body.
public struct NoContent: Sendable, Hashable {
    /// Nothing.
    public init() {}
}

extension OperationRequest where Output == NoContent {
    /// Ignores the body.
    public static func decodeOutput(
        from body: [UInt8], head: HTTPResponse, limits: JSONLimits
    ) throws(JSONError) -> NoContent {
        NoContent()
    }
}

/// Decoding of bodies that are not JSON, for a request's own `decodeOutput`.
public enum BodyDecoding {
    /// The body as text; bytes that are not UTF-8 become U+FFFD.
    public static func text(_ body: [UInt8]) -> String { String(decoding: body, as: UTF8.self) }

    /// The body as an XML document, without a byte order mark.
    public static func xml(_ body: [UInt8]) -> XMLText {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        return XMLText(text(body.starts(with: mark) ? Array(body.dropFirst(mark.count)) : body))
    }

    /// The body as a download, where it is here already.
    public static func download(
        _ body: [UInt8], head: HTTPResponse, of operation: OperationDescription, limits: JSONLimits
    ) -> Download {
        Download(StreamedBody(body, head: head, operation: operation, limits: limits))
    }
}

extension OperationRequest {
    /// The request's head exactly as it would be sent, but without globals of a client and without credentials.
    /// - Throws: ``InvalidRequest`` when the call would fail before sending.
    public func httpRequest(baseURL: String) throws(InvalidRequest) -> HTTPRequest {
        try prepared(baseURL) { prepared throws(RequestProblem) in try prepared.head }
    }

    /// The request's body exactly as it would be sent; `nil` for none. Its ``RequestBody/bytes`` are there unless files
    /// or streams are in it.
    /// - Throws: ``InvalidRequest`` when the call would fail before sending.
    public func httpBody() throws(InvalidRequest) -> RequestBody? {
        let builder = RequestBuilder(self)
        if let problem = builder.problem { throw Self.invalid(problem) }
        return builder.body
    }

    /// A command for a POSIX shell that sends the request, without credentials and with likely secrets redacted; a
    /// comment that says why when the request cannot be sent.
    public func curl(baseURL: String) -> String {
        do {
            return try prepared(baseURL) { prepared throws(RequestProblem) in
                Curl.command(try prepared.head, body: prepared.body)
            }
        } catch {
            return "# \(error.message)"
        }
    }

    private func prepared<Result>(
        _ baseURL: String, _ use: (PreparedRequest) throws(RequestProblem) -> Result
    ) throws(InvalidRequest) -> Result {
        do {
            return try use(try PreparedRequest(RequestBuilder(self), base: BaseURL(baseURL)))
        } catch {
            throw Self.invalid(error)
        }
    }

    private static func invalid(_ problem: RequestProblem) -> InvalidRequest {
        InvalidRequest(problem, trace: CallTrace(operationID: operation.id))
    }
}
