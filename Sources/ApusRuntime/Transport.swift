public import HTTPTypes

/// Sends one request over the wire and returns the response's head as soon as it is there.
///
/// A transport does no retries, follows no redirects, adds no credentials and keeps no cookies: one request in, one
/// exchange on the wire. Cancelling the surrounding task closes the exchange.
public protocol Transport: Sendable {
    /// Whether every exchange ends by itself when its ``TransportTimeouts/total`` has passed, while the body is read
    /// too. `false` unless said otherwise: the call then keeps a timer of its own, which costs some microseconds.
    var keepsTime: Bool { get }

    /// Whether the transport shows a certificate of the client when a server asks for one (mutual TLS). `false` unless
    /// said otherwise.
    var hasClientCertificate: Bool { get }

    /// Sends the request.
    /// - Throws: ``TransportError`` when no response head arrived.
    func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse

    /// Ends the connections; calls in flight fail. A transport is not used after it.
    func shutdown() async
}

extension Transport {
    /// `false`: the call keeps the time.
    public var keepsTime: Bool { false }

    /// `false`: no certificate.
    public var hasClientCertificate: Bool { false }
}

/// One attempt, ready for the wire.
public struct TransportRequest: Sendable {
    /// The operation's ID in the API's document, such as `getGeneration`; empty outside of an API call.
    public var operationID: String
    /// Method, scheme, authority, path with query, and header fields.
    public var head: HTTPRequest
    /// The body; `nil` for a request without one. A transport reads it piece by piece, as fast as it can send.
    public var body: RequestBody?
    /// How long each phase may take.
    public var timeouts: TransportTimeouts

    /// A request from its parts.
    public init(
        operationID: String = "", head: HTTPRequest, body: RequestBody? = nil, timeouts: TransportTimeouts = .init()
    ) {
        self.operationID = operationID
        self.head = head
        self.body = body
        self.timeouts = timeouts
    }
}

/// How long the phases of an exchange may take; `nil` means without limit of its own.
public struct TransportTimeouts: Sendable, Hashable {
    /// Until a connection stands.
    public var connect: Duration?
    /// From the start, or from the last piece of the request's body that was taken, until the response's head.
    public var firstByte: Duration?
    /// Between two pieces of the body.
    public var idle: Duration?
    /// From the start until the body's end.
    public var total: Duration?

    /// 5 s to connect, 30 s to the first byte, 60 s idle, no total.
    public init(
        connect: Duration? = .seconds(5), firstByte: Duration? = .seconds(30), idle: Duration? = .seconds(60),
        total: Duration? = nil
    ) {
        self.connect = connect
        self.firstByte = firstByte
        self.idle = idle
        self.total = total
    }
}

/// A response whose body has not been read yet.
public struct TransportResponse: Sendable {
    /// Status and header fields.
    public var head: HTTPResponse
    /// The body as it arrives.
    public var body: ResponseBody

    /// A response from its parts.
    public init(head: HTTPResponse, body: ResponseBody) {
        self.head = head
        self.body = body
    }
}

/// Why no response came, or why its body broke off.
public struct TransportError: Error, Sendable, Hashable {
    /// What went wrong.
    public enum Reason: Sendable, Hashable {
        /// The host's name has no address.
        case nameResolution
        /// No connection could be made (refused, unreachable, timed out while connecting).
        case connect
        /// A connect or first-byte or idle or total limit passed.
        case timeout(Phase)
        /// The TLS handshake or the certificate was not accepted.
        case tls
        /// The connection ended before the response was whole.
        case connectionLost
        /// The peer did not speak proper HTTP.
        case protocolViolation
        /// The request's body could not be read: a file or a stream of the caller's failed.
        case requestBody
        /// The surrounding task was cancelled.
        case cancelled
        /// Anything else; together with ``Delivery/notSent`` a request that will not go out the next time either.
        case other
    }

    /// The phases that have a limit.
    public enum Phase: String, Sendable, Hashable {
        /// Making the connection.
        case connect
        /// Waiting for the response's head.
        case firstByte
        /// Waiting for the next piece of the body.
        case idle
        /// The exchange as a whole.
        case total
    }

    /// Whether the server can have seen the request; decides what may be retried.
    public enum Delivery: Sendable, Hashable {
        /// No byte of the request left this machine.
        case notSent
        /// Some of it may have arrived.
        case maybeSent
    }

    /// What went wrong.
    public var reason: Reason
    /// Whether the server can have seen the request.
    public var delivery: Delivery
    /// The library's words, without header values or bodies.
    public var message: String

    /// An error from its parts.
    public init(_ reason: Reason, _ delivery: Delivery, _ message: String) {
        self.reason = reason
        self.delivery = delivery
        self.message = message
    }
}
