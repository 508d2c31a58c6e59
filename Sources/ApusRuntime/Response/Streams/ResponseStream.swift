/// The values of an event stream, of JSON lines or of a JSON text sequence, decoded as they arrive.
///
/// ```swift
/// for try await chunk in stream { print(chunk) }
/// ```
///
/// A value is read from the connection when it is asked for, so that a slow reader holds the server back. Leaving the
/// loop and letting go of the stream ends the exchange, and so does cancelling the task. Every iterator goes on where the
/// one before stopped. What is thrown is the API's error type: a broken connection, a value that does not fit the
/// document (the one after it can still be read), an error that the server sends as an event, and an end before the
/// document's sentinel. The call's deadline counts until the response's head; from then on ``TransportTimeouts/idle``
/// limits each wait.
public struct ResponseStream<Element: JSONCodable & Sendable>: AsyncSequence, StreamedOutput {
    private let reader: StreamReader

    /// Takes a body that was not read yet.
    public init(_ body: StreamedBody) { reader = StreamReader(body) }

    /// Status and header fields.
    public var head: HTTPResponse { reader.head }
    /// The status code.
    public var status: Int { head.status.code }
    /// The header fields.
    public var headers: HTTPFields { head.headerFields }
    /// The server's ID of the exchange: `x-request-id`, `request-id`, `x-generation-id` or `cf-ray`.
    public var requestID: String? { RequestID.find(in: head.headerFields) }
    /// Every exchange of the call, in order.
    public var attempts: [Attempt] { reader.context.trace.attempts }

    /// Reads on from where the stream is.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(reader: reader) }

    /// Reads the stream's values.
    public struct AsyncIterator: AsyncIteratorProtocol {
        let reader: StreamReader

        /// The next value, `nil` behind the last one.
        /// - Throws: the API's error type.
        public mutating func next() async throws -> Element? {
            do throws(CallFailure) {
                guard let item = try await reader.next() else { return nil }
                let value: Element = try StreamDecoding(reader).decode(item)
                return value
            } catch {
                throw reader.context.failure(error)
            }
        }
    }

    /// All values up to the stream's end, for streams that are known to be short.
    /// - Throws: the API's error type.
    public func collect() async throws -> [Element] {
        var values: [Element] = []
        for try await value in self { values.append(value) }
        return values
    }
}

extension ResponseStream: CustomStringConvertible, CustomReflectable {
    /// The status; no header fields, which may hold secrets.
    public var description: String { "ResponseStream(status: \(status))" }

    /// What the description shows.
    public var customMirror: Mirror { Mirror(self, children: ["status": status]) }
}
