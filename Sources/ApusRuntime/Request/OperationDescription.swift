/// What is the same for every call of an operation. A class, for it never changes and every call hands it around: a copy
/// of a struct with so many parts would count a dozen references each time.
public final class OperationDescription: Sendable {
    /// The operation's ID in the API's document.
    public let id: String
    /// The HTTP method, upper-case.
    public let method: String
    /// The path template, such as `/keys/{hash}`.
    public let path: String
    /// The media types of the documented successes, as sent in `Accept`; empty for operations whose success has no
    /// body.
    public let accept: [String]
    /// The statuses of the documented successes.
    public let success: [StatusPattern]
    /// How a success's body reaches the caller.
    public let delivery: ResponseDelivery
    /// The bodies that a success can have, where there are several; and the statuses of successes without a body, beside
    /// one with JSON.
    public let variants: [ResponseVariant]
    /// The documented errors.
    public let errors: [DocumentedError]
    /// The server that the operation is sent to instead of the API's; `nil` for the API's.
    public let server: String?
    /// The alternatives of credentials (OpenAPI, Security Requirement Object): one inner list must be met as a whole.
    /// Empty, or with an empty inner list: the operation can be called without.
    public let security: [[String]]
    /// The document's wishes for retries of this operation; they go before those for all.
    public let retry: DocumentRetryPolicy?
    /// The names of the client-level globals that the operation takes.
    public let globals: [String]

    /// A description from its parts.
    public init(
        id: String, method: String, path: String, accept: [String] = [], success: [StatusPattern],
        delivery: ResponseDelivery = .whole, variants: [ResponseVariant] = [], errors: [DocumentedError] = [],
        server: String? = nil,
        security: [[String]] = [], globals: [String] = [], retry: DocumentRetryPolicy? = nil
    ) {
        self.id = id
        self.method = method
        self.path = path
        self.accept = accept
        self.success = success
        self.delivery = delivery
        self.variants = variants
        self.errors = errors
        self.server = server
        self.security = security
        self.globals = globals
        self.retry = retry
    }
}

/// An error response that the API's document names.
public struct DocumentedError: Sendable, Hashable {
    /// The statuses that it stands for.
    public let status: StatusPattern
    /// The media type of its body, or a range such as `*/*`.
    public let contentType: String
    /// Which case of the API's error type it is; `nil` for the default error.
    public let index: Int?

    /// An error from its parts. Inlined: a list of them is data then, and no code that makes it.
    @inlinable
    public init(_ status: StatusPattern, contentType: String, index: Int?) {
        self.status = status
        self.contentType = contentType
        self.index = index
    }
}
