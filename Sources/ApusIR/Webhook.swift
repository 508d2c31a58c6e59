/// A request that the API sends to its client: a webhook of the document, or a callback that an operation asks for.
public struct Webhook: Sendable, Hashable {
    /// Its identity, unlike any other's.
    public var id: String
    /// The name in the document: its key under `webhooks` or `callbacks`.
    public var name: String
    /// What it is to be called after; several may wish for the same.
    public var wish: String
    /// Where it comes from.
    public var source: Source
    /// Upper-case HTTP method.
    public var method: String
    /// The headers and query parameters that it declares, in document order.
    public var parameters: [WebhookParameter]
    /// The body that it brings.
    public var payload: Payload?
    /// What it is to be answered with.
    public var answer: Success
    /// Words for people.
    public var documentation: Documentation
    /// Set when the document marks it as deprecated.
    public var deprecation: Deprecation?
    /// Where it was written.
    public var origin: Origin

    /// Who makes the API send it.
    public enum Source: Sendable, Hashable {
        /// It is set up outside of the document's operations.
        case document
        /// Operations ask for it: their IDs in document order, and the expression of the URL that it is sent to.
        case callback(operations: [String], expression: String)
    }

    /// A webhook from its parts.
    public init(
        id: String, name: String, wish: String, source: Source = .document, method: String,
        parameters: [WebhookParameter] = [], payload: Payload? = nil, answer: Success = Success(statuses: []),
        documentation: Documentation = .init(), deprecation: Deprecation? = nil, origin: Origin = .init()
    ) {
        self.id = id
        self.name = name
        self.wish = wish
        self.source = source
        self.method = method
        self.parameters = parameters
        self.payload = payload
        self.answer = answer
        self.documentation = documentation
        self.deprecation = deprecation
        self.origin = origin
    }
}

/// A parameter of a webhook: its value arrives as text, so that no type is kept.
public struct WebhookParameter: Sendable, Hashable {
    /// The name on the wire.
    public var name: String
    /// A name that an extension gives for code.
    public var nameOverride: String?
    /// Where it travels.
    public var location: Parameter.Location
    /// Whether it always comes.
    public var isRequired: Bool
    /// Words for people.
    public var documentation: Documentation

    /// A parameter from its parts.
    public init(
        name: String, nameOverride: String? = nil, location: Parameter.Location, isRequired: Bool,
        documentation: Documentation = .init()
    ) {
        self.name = name
        self.nameOverride = nameOverride
        self.location = location
        self.isRequired = isRequired
        self.documentation = documentation
    }
}
