public import ApusRuntime
import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Sends requests with URLSession. The default on Apple platforms, where it honours the system's proxy, VPN and certificate
/// settings; on Linux it works through the libcurl that Foundation brings.
///
/// No cookies, no cache, no stored credentials, no redirects: one request in, one exchange on the wire. The body arrives
/// piece by piece, and a reader who is slow holds the server back.
///
/// | Behaviour of the library | Outcome here |
/// | --- | --- |
/// | Redirects | never followed: the 3xx response comes back as it is (on Linux without its body) |
/// | It does not tell when a connection stands | the `connect` limit is not looked at, `firstByte` covers connecting too |
/// | It does not tell when bytes are sent | `.notSent` for name lookup, refused connections and TLS, otherwise `.maybeSent` |
/// | Apple: retries a lost kept-alive connection once for idempotent methods | cannot be turned off, is not counted |
/// | Header fields are a dictionary | their order is not kept; fields of one name are joined with `, `, both ways |
/// | Adds `Accept`, `Accept-Encoding`, `Accept-Language`, `User-Agent` (Apple) | those that the request has stay as they are |
/// | Adds `Content-Type: application/x-www-form-urlencoded` to a body without one | requests with a body name theirs |
/// | A body with `GET` | refused with ``TransportError/Reason-swift.enum/other`` before anything is sent |
/// | Apple: HTTP/2 and HTTP/3 where offered; Linux: what libcurl negotiates | no redirects, so swift-corelibs-foundation 5524 is out of reach |
/// | Decompression without a limit of its own | the reader's absolute limit applies, piece by piece |
/// | Linux: bytes that are no HTTP | ``TransportError/Reason-swift.enum/protocolViolation`` or, where libcurl cannot tell, `connectionLost` |
public final class URLSessionTransport: Transport {
    private let session: ExchangeSession

    /// A transport with a session of its own.
    public init() { session = ExchangeSession() }

    deinit { session.end() }

    /// `true`: an exchange ends by itself at its total limit.
    public var keepsTime: Bool { true }

    /// Sends the request.
    /// - Throws: ``TransportError`` when no response head arrived.
    public func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        let urlRequest = try URLRequest(request)
        let exchange = Exchange(timeouts: request.timeouts)
        return try await exchange.response { session.start(urlRequest, exchange) }
    }

    /// Closes all connections; calls in flight fail. A transport is not used after it.
    public func shutdown() async { session.end() }
}
