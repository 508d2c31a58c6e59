import ApusRuntime
import Foundation

/// An error of URLSession in the runtime's words.
struct WireProblem {
    var reason: TransportError.Reason
    var message: String
    /// `nil` where the exchange knows better.
    var delivery: TransportError.Delivery?

    init(_ error: any Error) {
        let error = error as NSError
        message = error.localizedDescription
        (reason, delivery) = (.other, nil)
        guard error.domain == NSURLErrorDomain else { return }
        #if canImport(FoundationNetworking)
            (reason, delivery) = Self.libcurlMeaning(of: error.code, message) ?? Self.meaning(of: error.code)
        #else
            (reason, delivery) = Self.meaning(of: error.code)
        #endif
    }

    private typealias Meaning = (TransportError.Reason, TransportError.Delivery?)

    private static func meaning(of code: Int) -> Meaning {
        switch code {
        case NSURLErrorCannotFindHost, NSURLErrorDNSLookupFailed: (.nameResolution, .notSent)
        case NSURLErrorCannotConnectToHost, NSURLErrorNotConnectedToInternet, NSURLErrorInternationalRoamingOff,
            NSURLErrorCallIsActive, NSURLErrorDataNotAllowed:
            (.connect, .notSent)
        case NSURLErrorSecureConnectionFailed, NSURLErrorServerCertificateHasBadDate,
            NSURLErrorServerCertificateUntrusted, NSURLErrorServerCertificateHasUnknownRoot,
            NSURLErrorServerCertificateNotYetValid, NSURLErrorClientCertificateRejected,
            NSURLErrorClientCertificateRequired:
            (.tls, .notSent)
        case NSURLErrorTimedOut: (.timeout(.idle), nil)
        case NSURLErrorNetworkConnectionLost: (.connectionLost, nil)
        case NSURLErrorBadServerResponse, NSURLErrorCannotParseResponse, NSURLErrorCannotDecodeContentData,
            NSURLErrorCannotDecodeRawData:
            (.protocolViolation, nil)
        case NSURLErrorUnsupportedURL, NSURLErrorBadURL: (.other, .notSent)
        default: (.other, nil)
        }
    }

    /// What Foundation on Linux makes of libcurl's errors: "bad response" for a connection closed without one,
    /// "unsupported URL" for bytes that are no HTTP, "unknown" for TLS and for all that is wrong with a body. There only
    /// libcurl's text is left.
    private static func libcurlMeaning(of code: Int, _ message: String) -> Meaning? {
        switch code {
        case NSURLErrorBadServerResponse: (.connectionLost, nil)
        case NSURLErrorUnsupportedURL: (.protocolViolation, nil)
        case NSURLErrorUnknown: libcurlMeaning(of: message)
        default: nil
        }
    }

    private static func libcurlMeaning(of message: String) -> Meaning {
        if lost.contains(where: message.contains) { return (.connectionLost, nil) }
        return handshake.contains(where: message.contains) ? (.tls, .notSent) : (.protocolViolation, nil)
    }

    /// The texts of `CURLE_PARTIAL_FILE`, `CURLE_RECV_ERROR` and `CURLE_SEND_ERROR`, over TLS too.
    private static let lost = [
        "transfer closed", "Recv failure", "Send failure", "SSL_read", "SSL_write", "Connection reset", "Broken pipe",
    ]

    /// The texts of `CURLE_PEER_FAILED_VERIFICATION` and `CURLE_SSL_CONNECT_ERROR`.
    private static let handshake = [
        "SSL certificate problem", "SSL: ", "SSL routines", "SSL_connect", "TLS connect error",
    ]
}
