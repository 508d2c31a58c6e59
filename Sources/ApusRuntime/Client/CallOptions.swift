/// How one call differs from the client's configuration; `nil` and empty mean as configured.
public struct CallOptions: Sendable {
    /// How long the call may take, over all attempts and waits.
    public var deadline: Duration?
    /// When to try again.
    public var retryPolicy: RetryPolicy?
    /// Which redirects are followed.
    public var redirects: RedirectPolicy?
    /// Header fields that replace whatever the request has under the same name, in any letter case; an empty value
    /// suppresses the field.
    public var headers: [String: String]
    /// Query parameters that replace those of the same name.
    public var query: [String: String]
    /// Another server for this call.
    public var baseURL: String?
    /// Sent as `Idempotency-Key`, the same one in every attempt: the server recognises a repeated request, so that
    /// POST and PATCH can be tried again.
    public var idempotencyKey: String?
    /// Credentials by the name of their security scheme.
    public var credentials: [String: Credential]

    /// Options from their parts.
    public init(
        deadline: Duration? = nil, retryPolicy: RetryPolicy? = nil, redirects: RedirectPolicy? = nil,
        headers: [String: String] = [:], query: [String: String] = [:], baseURL: String? = nil,
        idempotencyKey: String? = nil, credentials: [String: Credential] = [:]
    ) {
        self.deadline = deadline
        self.retryPolicy = retryPolicy
        self.redirects = redirects
        self.headers = headers
        self.query = query
        self.baseURL = baseURL
        self.idempotencyKey = idempotencyKey
        self.credentials = credentials
    }
}

extension CallOptions: CustomStringConvertible, CustomReflectable {
    /// The options' names; values of header fields and of the query may be secret and are not shown.
    public var description: String {
        let parts: [String?] = [
            deadline.map { "deadline: \($0)" }, retryPolicy.map { "retryPolicy: \($0.maximumAttempts) attempts" },
            redirects.map { "redirects: \($0.maximum)" }, headers.isEmpty ? nil : "headers: \(headers.keys.sorted())",
            query.isEmpty ? nil : "query: \(query.keys.sorted())", baseURL == nil ? nil : "baseURL: given",
            idempotencyKey == nil ? nil : "idempotencyKey: given",
            credentials.isEmpty ? nil : "credentials: \(credentials.keys.sorted())",
        ]
        return "CallOptions(\(parts.compactMap { $0 }.joined(separator: ", ")))"
    }

    /// What the description shows.
    public var customMirror: Mirror { Mirror(self, children: ["options": description]) }
}
