/// A body that is passed on as bytes while it arrives: piece by piece, whole, or into a file.
///
/// A piece is read from the connection when it is asked for. Every iterator goes on where the one before stopped; letting
/// go of the download ends the exchange. What is thrown is the API's error type.
public struct Download: AsyncSequence, StreamedOutput {
    /// A piece of the body.
    public typealias Element = [UInt8]

    let streamed: StreamedBody

    /// Takes a body that was not read yet.
    public init(_ body: StreamedBody) { streamed = body }

    /// Status and header fields.
    public var head: HTTPResponse { streamed.head }
    /// The status code.
    public var status: Int { head.status.code }
    /// The header fields.
    public var headers: HTTPFields { head.headerFields }
    /// The server's ID of the exchange: `x-request-id`, `request-id`, `x-generation-id` or `cf-ray`.
    public var requestID: String? { RequestID.find(in: head.headerFields) }
    /// Every exchange of the call, in order.
    public var attempts: [Attempt] { streamed.context.trace.attempts }
    /// The media type that the server names.
    public var contentType: String? { headers[.contentType] }
    /// How many bytes will come, if the server says so. (The length of a compressed body says nothing of them.)
    public var expectedBytes: Int? { head.bodyLength }

    /// Reads on from where the body is.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(streamed: streamed) }

    /// Reads the body's pieces.
    public struct AsyncIterator: AsyncIteratorProtocol {
        let streamed: StreamedBody

        /// The next piece, `nil` at the body's end.
        /// - Throws: the API's error type.
        public mutating func next() async throws -> [UInt8]? {
            do {
                return try await streamed.body.next()
            } catch {
                throw streamed.context.failure(streamed.context.broken(error, streamed.head))
            }
        }
    }

    /// The rest of the body as one piece.
    /// - Throws: the API's error type; its `unexpectedStatus` when there is more than the limit.
    public func collect(upTo limit: Int) async throws -> [UInt8] {
        let (bytes, ending) = await BodyCollector(limit: limit).collect(streamed.body)
        switch ending {
        case .complete: return bytes
        case .failed(let error): throw streamed.context.failure(streamed.context.broken(error, head))
        case .overLimit:
            let explanation = "the body is larger than the \(limit) bytes that it may have here"
            throw streamed.context.failure(.unexpectedStatus(streamed.context.response(head, [], explanation)))
        }
    }
}

extension Download: CustomStringConvertible, CustomReflectable {
    /// The status; no header fields, which may hold secrets.
    public var description: String { "Download(status: \(status))" }

    /// What the description shows.
    public var customMirror: Mirror { Mirror(self, children: ["status": status]) }
}
