/// A group of operations: what a client offers under one name.
public struct OperationGroup: Sendable, Hashable {
    /// The tag or the name that an extension gives; empty for operations without a tag.
    public var name: String
    /// Words for people.
    public var documentation: Documentation

    /// A group from its parts.
    public init(name: String, documentation: Documentation = .init()) {
        self.name = name
        self.documentation = documentation
    }
}

/// A call that the API offers.
public struct Operation: Sendable, Hashable {
    /// The operation's identity (`operationId`, or made from method and path).
    public var id: String
    /// The identity in the document, which two operations share where one of them streams what the other gives whole.
    public var documentID: String
    /// The member of the body that says whether the response streams, and what this operation says.
    public var streamChoice: StreamChoice?
    /// A method name that an extension gives.
    public var nameOverride: String?
    /// The name of the group it belongs to.
    public var group: String
    /// Upper-case HTTP method.
    public var method: String
    /// The path template, such as `/users/{id}`.
    public var path: String
    /// Path, query, header and cookie parameters in document order, those of the path item first. Client-level
    /// parameters (``Parameter/isGlobal``) included.
    public var parameters: [Parameter]
    /// Pairs that every request's query has.
    public var fixedQuery: [FixedPair]
    /// The request's body.
    public var requestBody: RequestBody?
    /// What a success returns.
    public var success: Success
    /// The documented errors.
    public var errors: [OperationError]
    /// Alternatives, each a set of scheme names needed together; an empty set allows no credential; empty for none.
    public var security: [[String]]
    /// Servers of its own, which it is sent to instead of the API's; the first is the default.
    public var servers: [Server]
    /// The scopes that the alternatives of ``security`` name.
    public var scopes: [ScopeNeed]
    /// Words for people.
    public var documentation: Documentation
    /// Set when the document marks it as deprecated.
    public var deprecation: Deprecation?
    /// Examples of responses, in document order.
    public var examples: [ResponseExample]
    /// How its pages follow each other; `nil` where it has none.
    public var pagination: Pagination?
    /// The document's wish for its retries, where it is not that for all operations.
    public var retryPolicy: RetryPolicy?
    /// Where it was written.
    public var origin: Origin

    /// An operation from its parts.
    public init(
        id: String, documentID: String? = nil, streamChoice: StreamChoice? = nil, nameOverride: String? = nil,
        group: String, method: String, path: String,
        parameters: [Parameter] = [], fixedQuery: [FixedPair] = [], requestBody: RequestBody? = nil, success: Success,
        errors: [OperationError] = [],
        security: [[String]] = [], scopes: [ScopeNeed] = [], servers: [Server] = [],
        documentation: Documentation = .init(),
        deprecation: Deprecation? = nil,
        examples: [ResponseExample] = [], pagination: Pagination? = nil, origin: Origin = .init()
    ) {
        self.id = id
        self.documentID = documentID ?? id
        self.streamChoice = streamChoice
        self.nameOverride = nameOverride
        self.group = group
        self.method = method
        self.path = path
        self.parameters = parameters
        self.fixedQuery = fixedQuery
        self.requestBody = requestBody
        self.success = success
        self.errors = errors
        self.security = security
        self.scopes = scopes
        self.servers = servers
        self.documentation = documentation
        self.deprecation = deprecation
        self.examples = examples
        self.pagination = pagination
        self.origin = origin
    }
}

/// A member of a request's body that says whether the response streams.
public struct StreamChoice: Sendable, Hashable {
    /// The member's key.
    public var field: String
    /// What it is set to.
    public var value: Bool

    /// A choice from its parts.
    public init(field: String, value: Bool) {
        self.field = field
        self.value = value
    }
}

/// What a call returns when it succeeds.
public struct Success: Sendable, Hashable {
    /// The statuses that mean success.
    public var statuses: [StatusPattern]
    /// The body; `nil` when there is none, or ``alternatives`` have them.
    public var payload: Payload?
    /// What each status and media type returns, where their bodies differ; those of one status go before ranges. Else
    /// empty.
    public var alternatives: [SuccessAlternative]
    /// The statuses that have no body, where ``payload`` may be missing for them.
    public var bare: [StatusPattern] = []
    /// The documented header fields, in document order.
    public var headers: [ResponseHeader] = []
    /// Words for people.
    public var documentation: Documentation

    /// A success from its parts.
    public init(
        statuses: [StatusPattern], payload: Payload? = nil, alternatives: [SuccessAlternative] = [],
        documentation: Documentation = .init()
    ) {
        self.statuses = statuses
        self.payload = payload
        self.alternatives = alternatives
        self.documentation = documentation
    }

    /// Every body that there can be.
    public var payloads: [Payload] { [payload].compactMap(\.self) + alternatives.compactMap(\.payload) }
    /// Every type that it mentions.
    public var types: [TypeReference] { payloads.map(\.type) + headers.map(\.type) }
}

/// One of several successes whose bodies differ.
public struct SuccessAlternative: Sendable, Hashable {
    /// The statuses that it stands for.
    public var status: StatusPattern
    /// The body, JSON, text or bytes; `nil` when there is none.
    public var payload: Payload?
    /// Words for people.
    public var documentation: Documentation

    /// An alternative from its parts.
    public init(status: StatusPattern, payload: Payload? = nil, documentation: Documentation = .init()) {
        self.status = status
        self.payload = payload
        self.documentation = documentation
    }
}

/// An example of a response, as JSON text.
public struct ResponseExample: Sendable, Hashable {
    /// The example's key in the document, or `default`.
    public var name: String
    /// The status it belongs to; a range or `default` gives its first sensible status.
    public var status: Int
    /// The media type it belongs to.
    public var contentType: String
    /// The example's value.
    public var value: Literal
    /// How the body's values travel, where it is a sequence of them: the example shows one, or an array of several.
    public var stream: Payload.StreamForm?

    /// An example from its parts.
    public init(
        name: String, status: Int, contentType: String, value: Literal, stream: Payload.StreamForm? = nil
    ) {
        self.name = name
        self.status = status
        self.contentType = contentType
        self.value = value
        self.stream = stream
    }
}

/// A pair of a query that is the same in every request.
public struct FixedPair: Sendable, Hashable {
    /// The name.
    public var name: String
    /// The value.
    public var value: String

    /// A pair from its parts.
    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}
