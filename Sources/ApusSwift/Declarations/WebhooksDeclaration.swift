/// The namespace of what the API sends to its clients.
public struct WebhooksDeclaration: Sendable, Hashable {
    /// The namespace's name.
    public var name: String
    /// Webhooks, then callbacks, in document order.
    public var webhooks: [WebhookDeclaration]
    /// Types that stand inside of them.
    public var types: [TypeDeclaration]
    /// Modules to import, sorted.
    public var imports: [String]
    /// Whether any spelling needs Foundation.
    public var needsFoundation: Bool
}

/// One request that the API sends.
public struct WebhookDeclaration: Sendable, Hashable {
    /// Its name in the namespace.
    public var name: String
    /// Lines of documentation.
    public var documentation: [String]
    /// The name in the document, a literal.
    public var nameLiteral: String
    /// The HTTP method, a literal.
    public var methodLiteral: String
    /// The spelled type of the body.
    public var payload: String
    /// Lines of documentation of the body.
    public var payloadDocumentation: [String]
    /// The statuses to answer with, such as `.exact(200)`.
    public var answers: [String]
    /// The spelled type of the answer's body; `nil` where none is documented or it is no JSON.
    public var answer: String?
    /// Lines of documentation of the answer's body.
    public var answerDocumentation: [String]
    /// The names of the headers that it brings.
    public var headers: [WireName]
    /// The names of the query parameters that it brings.
    public var query: [WireName]

    /// A name on the wire as a constant.
    public struct WireName: Sendable, Hashable {
        /// The constant as spelled.
        public var name: String
        /// The name, a literal.
        public var literal: String
        /// Lines of documentation.
        public var documentation: [String]
    }
}
