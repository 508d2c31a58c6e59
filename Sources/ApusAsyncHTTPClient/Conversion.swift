import ApusRuntime
import AsyncHTTPClient
import HTTPTypes
import NIOCore
import NIOHTTP1

extension HTTPClientRequest {
    /// The request in AsyncHTTPClient's words; header fields keep their order and the case of their names.
    init(_ request: TransportRequest, for exchange: Exchange) throws(TransportError) {
        let head = request.head
        guard let scheme = head.scheme?.lowercased(), scheme == "https" || scheme == "http" else {
            throw TransportError(.other, .notSent, "the scheme `\(head.scheme ?? "")` is neither `https` nor `http`")
        }
        self.init(url: "\(scheme)://\(head.authority ?? "")\(head.path ?? "/")")
        method = HTTPMethod(rawValue: head.method.rawValue)
        headers = HTTPHeaders(head)
        body = request.body.map { HTTPClientRequest.Body($0, for: exchange) }
    }
}

extension HTTPClientRequest.Body {
    /// Bytes at hand in one piece while they are few; all else is pulled as fast as the connection takes it.
    init(_ body: RequestBody, for exchange: Exchange) {
        if let bytes = body.bytes, bytes.count <= UploadPieces.few {
            self = .bytes(ByteBuffer(bytes: bytes))
        } else {
            let pieces = UploadPieces(body: body, exchange: exchange)
            self = .stream(pieces, length: body.length.map { .known(Int64($0)) } ?? .unknown)
        }
    }
}

/// A request's body in AsyncHTTPClient's words: it asks for a piece when the connection has room for one.
struct UploadPieces: AsyncSequence, Sendable {
    /// Bodies up to this size are handed over at once.
    static let few = 64 * 1024

    let body: RequestBody
    let exchange: Exchange

    struct AsyncIterator: AsyncIteratorProtocol {
        var reader: RequestBodyReader
        let exchange: Exchange

        mutating func next() async throws -> ByteBuffer? {
            do {
                let piece = try await reader.next()
                exchange.uploaded()
                return piece.map { ByteBuffer(bytes: $0) }
            } catch {
                throw UnreadableBody(underlying: error)
            }
        }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(reader: body.makeReader(), exchange: exchange) }
}

/// The caller's body failed, not the wire.
struct UnreadableBody: Error {
    let underlying: any Error
}

extension HTTPHeaders {
    private static let host = HTTPField.Name("Host")!

    /// `Host` comes first (RFC 9110, 7.2), whatever else the fields are.
    fileprivate init(_ head: HTTPRequest) {
        self.init()
        reserveCapacity(head.headerFields.count + 4)
        if !head.headerFields.contains(Self.host), let authority = head.authority {
            add(name: "Host", value: authority)
        }
        for field in head.headerFields { add(name: field.name.rawName, value: field.value) }
    }
}

/// A response head that HTTP does not know.
struct UnusableHead: Error, CustomStringConvertible {
    let description: String
}

extension HTTPClientResponse {
    /// The head in the types of HTTPTypes. They trap on a status that has not three digits, so it is looked at before;
    /// a header field whose name is no token (RFC 9110, 5.1) makes the whole head unusable.
    func head() throws(UnusableHead) -> HTTPResponse {
        guard (100...999).contains(status.code) else {
            throw UnusableHead(description: "the status \(status.code) has not three digits")
        }
        var response = HTTPResponse(status: .init(code: Int(status.code), reasonPhrase: status.reasonPhrase))
        response.headerFields.reserveCapacity(headers.count)
        for (name, value) in headers {
            guard let name = HTTPField.Name(name) else {
                throw UnusableHead(description: "the response has a header field without a proper name")
            }
            response.headerFields.append(HTTPField(name: name, value: value))
        }
        return response
    }
}
