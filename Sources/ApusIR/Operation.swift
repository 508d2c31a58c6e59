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
    public var requestBody: Payload?
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
        parameters: [Parameter] = [], fixedQuery: [FixedPair] = [], requestBody: Payload? = nil, success: Success,
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

/// A body with its media type.
public struct Payload: Sendable, Hashable {
    /// The media type as written, such as `application/json`.
    public var contentType: String
    /// Further media types of a response that become the same value in the same way.
    public var otherContentTypes: [String] = []
    /// How bytes become a value.
    public var coding: Coding
    /// The value's type; of a stream, each item's.
    public var type: TypeReference
    /// How items become values, for a stream.
    public var stream: StreamForm?
    /// How a form's properties are written where the document says so; empty for other bodies.
    public var encoding: [FormProperty] = []
    /// Whether the body must be there.
    public var isRequired: Bool
    /// Words for people.
    public var documentation: Documentation

    /// How bytes become a value.
    public enum Coding: String, Sendable, Hashable {
        /// JSON text.
        case json
        /// `application/x-www-form-urlencoded`; of requests only.
        case form
        /// Plain text, UTF-8.
        case text
        /// Bytes as they are.
        case binary
        /// Events, lines or a sequence of values.
        case stream
    }

    /// How the events of a stream become values.
    public struct StreamForm: Sendable, Hashable {
        /// What the schema describes.
        public enum Shape: String, Sendable, Hashable {
            /// What the data of an event holds, or a line.
            case data
            /// An object with the members `data`, `event`, `id` and `retry`.
            case event
        }

        /// What the data of an event is.
        public enum Content: String, Sendable, Hashable {
            /// JSON.
            case json
            /// Text.
            case text
            /// One or the other.
            case either
        }

        /// What the schema describes.
        public var shape: Shape
        /// What the data is.
        public var content: Content
        /// The data that ends every stream.
        public var sentinel: String?
        /// Whether the document gives no schema: values are the events as they come.
        public var isPlain: Bool

        /// A form from its parts.
        public init(shape: Shape, content: Content, sentinel: String? = nil, isPlain: Bool = false) {
            self.shape = shape
            self.content = content
            self.sentinel = sentinel
            self.isPlain = isPlain
        }
    }

    /// A body from its parts.
    public init(
        contentType: String, coding: Coding, type: TypeReference, stream: StreamForm? = nil, isRequired: Bool = true,
        documentation: Documentation = .init()
    ) {
        self.contentType = contentType
        self.coding = coding
        self.type = type
        self.stream = stream
        self.isRequired = isRequired
        self.documentation = documentation
    }
}

/// How a property of a form is written, as the document says.
public struct FormProperty: Sendable, Hashable {
    /// The property's wire name.
    public var name: String
    /// The content type of its value.
    public var contentType: String?
    /// The style, as in a query.
    public var style: String?
    /// Whether lists and objects become several pairs; `nil` leaves it to the style.
    public var explode: Bool?
    /// Whether reserved bytes stay as they are.
    public var allowReserved: Bool

    /// A rule from its parts.
    public init(
        name: String, contentType: String? = nil, style: String? = nil, explode: Bool? = nil,
        allowReserved: Bool = false
    ) {
        self.name = name
        self.contentType = contentType
        self.style = style
        self.explode = explode
        self.allowReserved = allowReserved
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

    /// An example from its parts.
    public init(name: String, status: Int, contentType: String, value: Literal) {
        self.name = name
        self.status = status
        self.contentType = contentType
        self.value = value
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
