/// The parts of a body as they arrive: see ``Download/parts(upTo:)``. What is thrown is the API's error type.
public struct ResponseParts: AsyncSequence {
    /// A part, whole.
    public typealias Element = ResponsePart

    let streamed: StreamedBody
    let limit: Int

    /// Reads on from where the body is.
    public func makeAsyncIterator() -> AsyncIterator {
        let boundary = streamed.head.headerFields[.contentType].flatMap { HeaderParameters.value("boundary", in: $0) }
        return AsyncIterator(streamed: streamed, limit: limit, parser: boundary.map(MultipartParser.init))
    }

    /// Reads the parts.
    public struct AsyncIterator: AsyncIteratorProtocol {
        let streamed: StreamedBody
        let limit: Int
        var parser: MultipartParser?
        private var isOver = false

        init(streamed: StreamedBody, limit: Int, parser: MultipartParser?) {
            self.streamed = streamed
            self.limit = limit
            self.parser = parser
        }

        /// The next part, `nil` behind the last one.
        /// - Throws: the API's error type: also when a part is larger than the limit, or the body ends before its last
        ///   boundary.
        public mutating func next() async throws -> ResponsePart? {
            guard !isOver else { return nil }
            do throws(CallFailure) {
                let part = try await nextPart()
                isOver = part == nil
                return part
            } catch {
                isOver = true
                throw streamed.context.failure(error)
            }
        }

        private mutating func nextPart() async throws(CallFailure) -> ResponsePart? {
            while true {
                guard parser != nil else { throw unexpected("its content type names no boundary between parts") }
                if let part = parser?.next() { return part }
                if parser?.isOver ?? true { return nil }
                guard parser?.held ?? 0 <= limit else {
                    throw unexpected("a part is larger than the \(limit) bytes that it may have here")
                }
                let piece: [UInt8]?
                do throws(TransportError) {
                    piece = try await streamed.body.next()
                } catch {
                    throw streamed.context.broken(error, streamed.head)
                }
                guard let piece else {
                    let what = "the body ended before its last boundary"
                    throw streamed.context.broken(TransportError(.connectionLost, .maybeSent, what), streamed.head)
                }
                parser?.feed(piece)
            }
        }

        private func unexpected(_ explanation: String) -> CallFailure {
            .unexpectedStatus(streamed.context.response(streamed.head, [], explanation))
        }
    }
}

extension Download {
    /// The parts of a body with a media type such as `multipart/mixed`, one at a time: each is held whole, and none is
    /// read before it is asked for.
    /// - Parameter limit: The most bytes that a part may have.
    public func parts(upTo limit: Int = 32 * 1024 * 1024) -> ResponseParts {
        ResponseParts(streamed: streamed, limit: limit)
    }
}
