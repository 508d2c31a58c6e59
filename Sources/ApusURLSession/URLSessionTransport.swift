public import ApusRuntime
import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Sends requests with URLSession. The default on Apple platforms, where it honours the system's proxy, VPN and
/// certificate settings; on Linux it works through the libcurl that Foundation brings.
///
/// No cookies, no cache, no stored credentials, no redirects: one request in, one exchange on the wire. The body
/// arrives piece by piece; on Apple platforms a reader who is slow holds the server back.
///
/// | Behaviour of the library | Outcome here |
/// | --- | --- |
/// | Redirects | never followed: the 3xx response comes back as it is (on Linux perhaps without its body) |
/// | It does not tell when a connection stands | no `connect` limit; `firstByte` covers connecting too |
/// | It does not tell when bytes are sent | `.notSent` for name lookup, refusal and TLS; else `.maybeSent` |
/// | Header fields are a dictionary | no order; one field a name, joined with `, `; Linux changes their case |
/// | Adds `Accept`, `Accept-Encoding`, `Accept-Language`, `User-Agent` | those that the request has stay as they are |
/// | Adds `Content-Type: application/x-www-form-urlencoded` to a body without one | requests with a body name theirs |
/// | A body that is a file or a stream | read whole before it is sent, up to 256 MiB: AsyncHTTPClient streams |
/// | A body with `GET` | refused with `.other` before anything is sent |
/// | A body decoded by the library | no limit of its own but the reader's; cut off gzip is not noticed on Linux |
/// | A `Content-Length` that is no number, or comes twice, or beside chunks | `.protocolViolation`, by a guard of ours |
/// | `gzip, gzip` and the like | `.protocolViolation`, by a guard of ours |
/// | Apple: TLS below 1.2 | refused; on Linux the system's OpenSSL decides |
/// | Apple: a lost kept-alive connection | the library tries idempotent methods once more, uncounted |
/// | Apple: HTTP/2 and HTTP/3 | used where the server offers them |
/// | Linux: no way to show a certificate of the client | mutual TLS needs AsyncHTTPClient there |
/// | Linux: one connection serves several requests only with luck | a session, and so a connection, for every request |
/// | Linux: a suspended transfer does not go on | the server is not held back; at 64 MiB unread it fails |
/// | Linux: pieces of a body queue up before they get here | no remedy: a queue that holds libcurl back can hang |
/// | Linux: a chunked body with trailer fields, or a head that breaks off behind its first line, stops the process | no remedy |
/// | Linux: the body of a redirect is collected before anything is said of it | the call's limits end it |
public final class URLSessionTransport: Transport {
    private let sessions: Sessions
    /// Whether it was given a certificate.
    public let hasClientCertificate: Bool

    /// A transport with connections of its own.
    public init() {
        sessions = Sessions()
        hasClientCertificate = false
    }

    #if !canImport(FoundationNetworking)
        /// A transport that shows a certificate of the client to servers that ask for one (mutual TLS).
        /// - Parameter clientCertificate: made from a `SecIdentity`.
        public init(clientCertificate: URLCredential) {
            sessions = Sessions(certificate: clientCertificate)
            hasClientCertificate = true
        }
    #endif

    deinit { sessions.end() }

    /// `true`: an exchange ends by itself at its total limit.
    public var keepsTime: Bool { true }

    /// Sends the request.
    /// - Throws: ``TransportError`` when no response head arrived.
    public func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        let urlRequest = try URLRequest(request, body: try await Self.bytes(of: request.body))
        let exchange = Exchange(timeouts: request.timeouts)
        return try await exchange.response { sessions.start(urlRequest, exchange) }
    }

    /// The body as a whole: Foundation's own streams would need a thread each.
    private static func bytes(of body: RequestBody?) async throws(TransportError) -> [UInt8]? {
        guard let body else { return nil }
        if let bytes = body.bytes { return bytes }
        do {
            return try await body.collect(upTo: maximumStreamedBody)
        } catch {
            let reason: TransportError.Reason = Task.isCancelled ? .cancelled : .requestBody
            throw TransportError(reason, .notSent, "the request's body could not be read: \(error)")
        }
    }

    private static let maximumStreamedBody = 256 << 20

    /// Closes all connections; calls in flight fail. A transport is not used after it.
    public func shutdown() async { sessions.end() }
}
