/// The waist of the generator: what an API is, in nouns that know neither OpenAPI nor Swift.
///
/// A graph of values linked by ``TypeID`` and ``ErrorID``. It holds no `$ref`, no `allOf` and one notion of null;
/// unions are classified; everything ordered as in the document.
public struct API: Sendable, Hashable {
    /// The API's title, as written.
    public var title: String
    /// The document's own version (`info.version`).
    public var version: String
    /// What the API is, from the document.
    public var documentation: Documentation
    /// In document order; the first is the default.
    public var servers: [Server]
    /// The ways to authenticate that any operation names.
    public var securitySchemes: [SecurityScheme]
    /// Parameters that can be given once, for a client, and overridden per call.
    public var globals: [Parameter]
    /// Every type, in the document's order of first appearance; inline types follow the type that holds them.
    public var types: [TypeDefinition]
    /// The API's error table: each error that some operation documents.
    public var errors: [ErrorDefinition]
    /// The groups of operations, in the document's order of tags.
    public var groups: [OperationGroup]
    /// Every operation, in document order.
    public var operations: [Operation]
    /// The requests that the API sends: webhooks first, then the callbacks of operations, in document order.
    public var webhooks: [Webhook]
    /// The document's own retry policy.
    public var retryPolicy: RetryPolicy?

    /// An API from its parts.
    public init(
        title: String, version: String, documentation: Documentation = .init(), servers: [Server] = [],
        securitySchemes: [SecurityScheme] = [], globals: [Parameter] = [], types: [TypeDefinition] = [],
        errors: [ErrorDefinition] = [], groups: [OperationGroup] = [], operations: [Operation] = [],
        webhooks: [Webhook] = [], retryPolicy: RetryPolicy? = nil
    ) {
        self.title = title
        self.version = version
        self.documentation = documentation
        self.servers = servers
        self.securitySchemes = securitySchemes
        self.globals = globals
        self.types = types
        self.errors = errors
        self.groups = groups
        self.operations = operations
        self.webhooks = webhooks
        self.retryPolicy = retryPolicy
    }
}

/// The document's wish for retries. All durations in milliseconds.
public struct RetryPolicy: Sendable, Hashable {
    /// Attempts in all; `nil` when the document names none.
    public var maximumAttempts: Int?
    /// The first wait.
    public var initialDelay: Int?
    /// The longest wait.
    public var maximumDelay: Int?
    /// No attempt begins later than this after the first.
    public var maximumElapsed: Int?
    /// Statuses to retry; empty for the runtime's own list.
    public var statuses: [StatusPattern]
    /// Whether lost connections are retried; `nil` when the document does not say.
    public var retriesConnectionErrors: Bool?

    /// A policy from its parts.
    public init(
        maximumAttempts: Int? = nil, initialDelay: Int? = nil, maximumDelay: Int? = nil, maximumElapsed: Int? = nil,
        statuses: [StatusPattern] = [], retriesConnectionErrors: Bool? = nil
    ) {
        self.maximumAttempts = maximumAttempts
        self.initialDelay = initialDelay
        self.maximumDelay = maximumDelay
        self.maximumElapsed = maximumElapsed
        self.statuses = statuses
        self.retriesConnectionErrors = retriesConnectionErrors
    }
}
