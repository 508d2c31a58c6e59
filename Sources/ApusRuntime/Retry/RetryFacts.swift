/// How one attempt failed.
package enum AttemptFailure: Sendable, Equatable {
    /// No response's head came.
    case noResponse(TransportError.Reason, TransportError.Delivery)
    /// A success's head came, but its body broke off.
    case bodyCutShort
    /// A response that is no success.
    case response(status: Int, retryAfter: Duration?, shouldRetry: Bool?)
}

/// What of a request bears on its retries.
package struct RetryFacts: Sendable, Equatable {
    /// The HTTP method.
    var method: String
    /// Whether it carries an idempotency key.
    var hasIdempotencyKey: Bool
    /// The exact statuses of the operation's documented errors.
    var documentedStatuses: Set<Int>
    /// Whether its body can be sent again: `false` once a one-shot stream has been pulled.
    var canReplayBody = true

    /// Whether a second one does no harm (RFC 9110 section 9.2.2; keys: draft-ietf-httpapi-idempotency-key-header).
    var isIdempotent: Bool {
        hasIdempotencyKey || ["GET", "HEAD", "OPTIONS", "TRACE", "QUERY", "PUT", "DELETE"].contains(method)
    }

    package init(method: String, hasIdempotencyKey: Bool = false, documentedStatuses: Set<Int> = []) {
        self.method = method
        self.hasIdempotencyKey = hasIdempotencyKey
        self.documentedStatuses = documentedStatuses
    }

    init(_ request: PreparedRequest) {
        self.init(
            method: request.operation.method,
            hasIdempotencyKey: request.headers.entries.contains { $0.name == .idempotencyKey && !$0.value.isEmpty },
            documentedStatuses: Set(
                request.operation.errors.compactMap { error in
                    if case .exact(let code) = error.status { code } else { nil }
                }))
        canReplayBody = request.body?.isReplayable ?? true
    }
}

extension HTTPField.Name {
    /// draft-ietf-httpapi-idempotency-key-header.
    static let idempotencyKey = HTTPField.Name("Idempotency-Key")!
}
