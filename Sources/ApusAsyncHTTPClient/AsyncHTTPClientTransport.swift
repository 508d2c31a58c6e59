public import ApusRuntime
public import AsyncHTTPClient
import NIOCore
import NIOHTTPCompression
import NIOSSL

/// Sends requests with AsyncHTTPClient: HTTP/1.1 and, where the server offers it, HTTP/2. The default on Linux.
///
/// ```swift
/// let transport = AsyncHTTPClientTransport()
/// let client = OpenRouterClient(apiKey: key, transport: transport)
/// …
/// await transport.shutdown()
/// ```
///
/// Threads are those that all users of SwiftNIO in a process share. Connections are kept for 60 s of idleness, up to
/// 100 a host; a call that finds them all busy waits for one within its connect limit.
///
/// | Behaviour of the library | Outcome here |
/// | --- | --- |
/// | Redirects | never followed: the 3xx response comes back as it is |
/// | Connection attempts | one a call; a failed attempt fails every call that waited for it, as `.notSent` |
/// | `connect` limit | covers name lookup, TCP and TLS, and waiting for a free connection; at most 10 s |
/// | An attempt to connect is not broken off with its call | it goes on for at most 10 s, and serves the next call |
/// | Delivery | `.notSent` exactly when the request was never handed to a connection, or HTTP/2 refused its stream (or left it out in GOAWAY) |
/// | `Accept-Encoding: deflate, gzip` | sent unless the request names its own; such bodies arrive decoded |
/// | Decoded size | at most 200 times the encoded size; an absolute limit is the caller's, who reads piece by piece |
/// | `gzip, gzip` and the like, of which it would undo one | `.protocolViolation`, by a guard of ours |
/// | Unknown codings | not decoded, `Content-Encoding` says so |
/// | A body that is a file or a stream | pulled piece by piece, as fast as the connection takes it |
/// | Bytes that are no HTTP, broken framing, more than 80 KiB a header field or 256 fields | `.protocolViolation` |
/// | An HTTP/2 connection whose rules the server broke is left as it is | closed, by a guard of ours |
/// | TLS 1.0 and 1.1, which the library speaks | refused, unless the configuration has TLS settings of its own |
/// | Bytes after a whole response | dropped together with the connection |
/// | `Content-Length`, `Transfer-Encoding`, `Host` | written by the library, from body and authority |
/// | `Expect: 100-continue` | up to 8 interim responses are skipped; the body is not held back |
/// | A response before the request is sent (413, say) | its head arrives; its body may be `.connectionLost` |
/// | Statuses below 100 and `101`, which stop the process in version 1.37 | `.protocolViolation`, by a guard of ours |
///
/// For mutual TLS give it a certificate and its key:
///
/// ```swift
/// var configuration = AsyncHTTPClientTransport.defaultConfiguration
/// var tls = TLSConfiguration.makeClientConfiguration()     // import NIOSSL
/// tls.certificateChain = try NIOSSLCertificate.fromPEMFile("client.pem").map { .certificate($0) }
/// tls.privateKey = .privateKey(try NIOSSLPrivateKey(file: "client.key", format: .pem))
/// configuration.tlsConfiguration = tls
/// let transport = AsyncHTTPClientTransport(configuration: configuration)
/// ```
public final class AsyncHTTPClientTransport: Transport {
    private let client: LazyClient

    /// Whether the configuration's TLS settings hold a certificate and its key.
    public let hasClientCertificate: Bool

    /// A transport with connections of its own.
    ///
    /// - Parameter configuration: TLS, proxy, pool and the like, in AsyncHTTPClient's words. Following redirects and
    ///   hidden reconnects are turned off whatever it says: the runtime above counts attempts and guards credentials.
    public init(configuration: HTTPClient.Configuration = AsyncHTTPClientTransport.defaultConfiguration) {
        client = LazyClient(configuration: configuration)
        let tls = configuration.tlsConfiguration
        hasClientCertificate = tls.map { !$0.certificateChain.isEmpty && $0.privateKey != nil } ?? false
    }

    /// `true`: an exchange ends by itself at its total limit.
    public var keepsTime: Bool { true }

    /// Sends the request.
    /// - Throws: ``TransportError`` when no response head arrived.
    public func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
        guard let running = client.running() else {
            throw TransportError(.other, .notSent, "the transport has been shut down")
        }
        let exchange = Exchange(timeouts: request.timeouts)
        let wireRequest = try HTTPClientRequest(request, for: exchange)
        return try await exchange.response { running.start(wireRequest, for: exchange) }
    }

    /// Closes all connections; calls in flight fail. A transport is not used after it.
    public func shutdown() async { await client.shutdown() }
}

extension AsyncHTTPClientTransport {
    /// The settings used when none are given: TLS 1.2 or newer with the system's roots, HTTP/2 where offered, no proxy.
    public static var defaultConfiguration: HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration()
        configuration.timeout.connect = .seconds(10)
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 100
        configuration.decompression = .enabled(limit: .ratio(200))
        configuration.tlsConfiguration = .withoutOldVersions
        return configuration
    }
}
