/// A success: the decoded value and what came with it.
public struct APIResponse<Request: OperationRequest>: Sendable {
    /// The decoded body.
    public var value: Request.Output
    /// Status and header fields.
    public var head: HTTPResponse
    /// The body as it came.
    public var rawBody: [UInt8]
    /// Every exchange of the call, in order.
    public var attempts: [Attempt]
    /// How long the whole call took, waits included.
    public var duration: Duration

    /// A response from its parts.
    public init(
        value: Request.Output, head: HTTPResponse, rawBody: [UInt8] = [], attempts: [Attempt] = [],
        duration: Duration = .zero
    ) {
        self.value = value
        self.head = head
        self.rawBody = rawBody
        self.attempts = attempts
        self.duration = duration
    }

    /// The status code.
    public var status: Int { head.status.code }
    /// The header fields: by name, and as typed properties where the API documents any.
    public var headers: Request.Headers { Request.Headers(fields: head.headerFields) }
    /// The server's ID of the exchange: `x-request-id`, `request-id`, `x-generation-id` or `cf-ray`.
    public var requestID: String? { RequestID.find(in: head.headerFields) }
}

extension APIResponse: CustomStringConvertible, CustomReflectable {
    /// Status, number of attempts and duration; neither the value nor header fields.
    public var description: String {
        "APIResponse(status: \(status), attempts: \(attempts.count), duration: \(duration.secondsText))"
    }

    /// The value and what the description shows; no header fields, which may hold secrets.
    public var customMirror: Mirror {
        Mirror(self, children: ["value": value, "status": status, "attempts": attempts, "duration": duration])
    }
}

/// Finds the server's ID of an exchange.
enum RequestID {
    private static let names = ["x-request-id", "request-id", "x-generation-id", "cf-ray"].compactMap {
        HTTPField.Name($0)
    }

    static func find(in fields: HTTPFields) -> String? {
        names.lazy.compactMap { fields[$0] }.first { !$0.isEmpty }
    }
}
