import ApusRuntime
import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOHTTP2
import NIOHTTPCompression
import NIOPosix
import NIOSSL

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif
#if canImport(Network)
    import Network
#endif

/// An error of AsyncHTTPClient, SwiftNIO or one of its protocols, in the runtime's words.
struct WireProblem {
    var reason: TransportError.Reason
    var message: String
    /// `nil` where the exchange knows better.
    var delivery: TransportError.Delivery?

    private init(_ reason: TransportError.Reason, _ message: String, _ delivery: TransportError.Delivery? = nil) {
        self.reason = reason
        self.message = message
        self.delivery = delivery
    }

    /// The first family of errors that knows `error` names it.
    init(_ error: any Error) {
        self =
            Self.connecting(error) ?? Self.client(error) ?? Self.tls(error) ?? Self.http1(error) ?? Self.http2(error)
            ?? Self.socket(error) ?? Self(.other, "\(error)")
    }
}

extension WireProblem {
    /// No connection came about.
    private static func connecting(_ error: any Error) -> Self? {
        switch error {
        case let error as NIOConnectionError where error.connectionErrors.isEmpty:
            return Self(.nameResolution, "the name `\(error.host)` could not be resolved")
        case let error as NIOConnectionError:
            let reasons = error.connectionErrors.map { Self.reason($0.error) }
            let each = reasons.enumerated().filter { reasons.firstIndex(of: $1) == $0 }.map(\.element)
            let words = each.joined(separator: "; ")
            return Self(connectReason(error), "no connection to `\(error.host)` port \(error.port): \(words)")
        case ChannelError.connectTimeout:
            return Self(.timeout(.connect), "no connection in time")
        default: return nil
        }
    }

    private static func connectReason(_ error: NIOConnectionError) -> TransportError.Reason {
        let timedOut = error.connectionErrors.allSatisfy { failure in
            if case ChannelError.connectTimeout = failure.error { true } else { false }
        }
        return timedOut ? .timeout(.connect) : .connect
    }

    /// Why one address of the host took no connection.
    private static func reason(_ error: any Error) -> String {
        if case ChannelError.connectTimeout = error { return "no answer in time" }
        return (error as? IOError).map { systemWords($0.errnoCode) } ?? "\(error)"
    }

    private static func client(_ error: any Error) -> Self? {
        guard let error = error as? HTTPClientError else { return nil }
        switch error {
        case .connectTimeout, .tlsHandshakeTimeout, .socksHandshakeTimeout, .httpProxyHandshakeTimeout:
            return Self(.timeout(.connect), error.shortDescription)
        case .getConnectionFromPoolTimeout:
            return Self(.timeout(.connect), "no connection became free in time")
        case .remoteConnectionClosed:
            return Self(.connectionLost, "the server closed the connection before its response was whole")
        case .readTimeout: return Self(.timeout(.idle), error.shortDescription)
        case .deadlineExceeded: return Self(.timeout(.total), error.shortDescription)
        case .cancelled: return Self(.connectionLost, "the connection was closed on this side")
        case .alreadyShutdown: return Self(.other, "the transport has been shut down", .notSent)
        case .invalidProxyResponse, .proxyAuthenticationRequired: return Self(.connect, error.shortDescription)
        default: return Self(.other, error.shortDescription)
        }
    }

    private static func tls(_ error: any Error) -> Self? {
        switch error {
        case NIOSSLError.uncleanShutdown:
            return Self(.connectionLost, "the connection ended without the end of its TLS session")
        case is NIOSSLError, is NIOSSLExtraError, is BoringSSLError:
            return Self(.tls, "\(error)")
        default:
            #if canImport(Network)
                if error is HTTPClient.NWTLSError { return Self(.tls, "\(error)") }
            #endif
            return nil
        }
    }

    private static func http1(_ error: any Error) -> Self? {
        switch error {
        case HTTPParserError.invalidEOFState:
            return Self(.connectionLost, "the connection ended inside the response")
        case let error as HTTPParserError: return Self(.protocolViolation, "\(error)")
        case is NIOHTTPDecompression.DecompressionError, is NIOHTTPDecompression.ExtraDecompressionError:
            return Self(.protocolViolation, "the body could not be decompressed: \(error)")
        default: return nil
        }
    }

    /// A refused stream was not processed (RFC 9113, 8.7).
    private static func http2(_ error: any Error) -> Self? {
        switch error {
        case let error as NIOHTTP2Errors.StreamError: return http2(error.baseError)
        case let error as NIOHTTP2Errors.StreamClosed where error.errorCode == .refusedStream:
            return Self(.connectionLost, "the server refused the stream", .notSent)
        case is NIOHTTP2Errors.CreatedStreamAfterGoaway, is NIOHTTP2Errors.NoStreamIDAvailable:
            return Self(.connectionLost, "the connection takes no further streams", .notSent)
        case is NIOHTTP2Errors.StreamClosed, is NIOHTTP2Errors.IOOnClosedConnection:
            return Self(.connectionLost, "\(error)")
        case is any NIOHTTP2Error: return Self(.protocolViolation, "\(error)")
        default: return nil
        }
    }

    private static func socket(_ error: any Error) -> Self? {
        #if canImport(Network)
            if let error = error as? NWError, case .dns = error { return Self(.nameResolution, "\(error)") }
            if let error = error as? HTTPClient.NWPOSIXError { return posix(error.errorCode.rawValue) }
        #endif
        if let error = error as? IOError { return posix(error.errnoCode) }
        return error is ChannelError ? Self(.connectionLost, "\(error)") : nil
    }

    /// An error of the socket: `ECONNREFUSED` and its like say that there is no connection, all else that one was lost.
    private static func posix(_ code: Int32) -> Self {
        let unconnected = [ECONNREFUSED, EHOSTUNREACH, ENETUNREACH, EADDRNOTAVAIL, ENETDOWN, EHOSTDOWN]
        return unconnected.contains(code)
            ? Self(.connect, "no connection: \(systemWords(code))")
            : Self(.connectionLost, "the connection was lost: \(systemWords(code))")
    }

    /// `Connection refused`: SwiftNIO's own words tell of its calls.
    private static func systemWords(_ code: Int32) -> String { String(cString: strerror(code)) }
}
