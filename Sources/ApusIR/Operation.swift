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
    /// The request's body.
    public var requestBody: Payload?
    /// What a success returns.
    public var success: Success
    /// The documented errors.
    public var errors: [OperationError]
    /// Alternatives, each a set of scheme names needed together; an empty set allows no credential; empty for none.
    public var security: [[String]]
    /// Words for people.
    public var documentation: Documentation
    /// Set when the document marks it as deprecated.
    public var deprecation: Deprecation?
    /// Examples of responses, in document order.
    public var examples: [ResponseExample]
    /// Where it was written.
    public var origin: Origin

    /// An operation from its parts.
    public init(
        id: String, nameOverride: String? = nil, group: String, method: String, path: String,
        parameters: [Parameter] = [], requestBody: Payload? = nil, success: Success, errors: [OperationError] = [],
        security: [[String]] = [], documentation: Documentation = .init(), deprecation: Deprecation? = nil,
        examples: [ResponseExample] = [], origin: Origin = .init()
    ) {
        self.id = id
        self.nameOverride = nameOverride
        self.group = group
        self.method = method
        self.path = path
        self.parameters = parameters
        self.requestBody = requestBody
        self.success = success
        self.errors = errors
        self.security = security
        self.documentation = documentation
        self.deprecation = deprecation
        self.examples = examples
        self.origin = origin
    }
}

/// What a call returns when it succeeds.
public struct Success: Sendable, Hashable {
    /// The statuses that mean success.
    public var statuses: [StatusPattern]
    /// The body; `nil` when there is none.
    public var payload: Payload?
    /// Words for people.
    public var documentation: Documentation

    /// A success from its parts.
    public init(statuses: [StatusPattern], payload: Payload? = nil, documentation: Documentation = .init()) {
        self.statuses = statuses
        self.payload = payload
        self.documentation = documentation
    }
}

/// A body with its media type.
public struct Payload: Sendable, Hashable {
    /// The media type as written, such as `application/json`.
    public var contentType: String
    /// How bytes become a value.
    public var coding: Coding
    /// The value's type.
    public var type: TypeReference
    /// Whether the body must be there.
    public var isRequired: Bool
    /// Words for people.
    public var documentation: Documentation

    /// How bytes become a value.
    public enum Coding: String, Sendable, Hashable {
        /// JSON text.
        case json
        /// Plain text, UTF-8.
        case text
        /// Bytes as they are.
        case binary
    }

    /// A body from its parts.
    public init(
        contentType: String, coding: Coding, type: TypeReference, isRequired: Bool = true,
        documentation: Documentation = .init()
    ) {
        self.contentType = contentType
        self.coding = coding
        self.type = type
        self.isRequired = isRequired
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

    /// An example from its parts.
    public init(name: String, status: Int, contentType: String, value: Literal) {
        self.name = name
        self.status = status
        self.contentType = contentType
        self.value = value
    }
}
