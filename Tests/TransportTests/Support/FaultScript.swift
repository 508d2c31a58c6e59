/// What a ``FaultServer`` does on one connection, step by step.
extension FaultServer {
    typealias Script = [Step]

    /// One step of a script.
    enum Step: Sendable {
        /// Reads up to the empty line after the header fields.
        case readHead
        /// Reads the header fields and as many bytes of body as they promise, all chunks where they promise none.
        case readRequest
        /// HTTP/2: reads the client's preface, then frames up to the end of the next request.
        case readHTTP2Request
        /// Writes bytes and waits until the network has taken them.
        case write([UInt8])
        /// Writes the bytes again and again, that many times, with a pause before each.
        case drip([UInt8], times: Int, every: Duration = .zero)
        /// Writes what comes of the last request that was read.
        case answer(@Sendable (String) -> [UInt8])
        case pause(Duration)
        /// Waits until the gate is open.
        case hold(Gate)
        /// Stays silent until the other side closes.
        case silence
        /// Closes with FIN, over TLS with the end of its session first.
        case close
        /// Closes with FIN without the end of the TLS session.
        case cut
        /// Closes with RST.
        case reset

        static func write(_ text: String) -> Step { .write(Array(text.utf8)) }

        /// A response with this status and JSON, complete.
        static func json(_ status: Int, _ body: String, _ headers: String = "") -> Step {
            .write(
                "HTTP/1.1 \(status) Status\r\nContent-Type: application/json\r\n\(headers)"
                    + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
        }
    }
}
