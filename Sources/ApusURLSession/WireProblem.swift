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
        guard error.domain == NSURLErrorDomain else {
            reason = .other
            return
        }
        (reason, delivery) = Self.meaning(of: error.code)
    }

    private static func meaning(of code: Int) -> (TransportError.Reason, TransportError.Delivery?) {
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
            NSURLErrorCannotDecodeRawData, NSURLErrorZeroByteResource:
            (.protocolViolation, nil)
        case NSURLErrorUnsupportedURL, NSURLErrorBadURL: (.other, .notSent)
        default: (.other, nil)
        }
    }
}
