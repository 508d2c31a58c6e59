public import ApusYAML

/// OpenAPI 3.1, Path Item Object.
public struct PathItemObject: Sendable, ReferencableObject {
    /// Path Item Objects are `components/pathItems`.
    public static var referenceKind: ReferenceKind { .pathItems }
    /// `summary`.
    public internal(set) var summary: String?
    /// `description`.
    public internal(set) var description: String?
    /// The operations by upper-case method, in document order; 3.2's `additionalOperations` last.
    public internal(set) var operations: [(method: String, operation: OperationObject)] = []
    /// `servers`.
    public internal(set) var servers: [ServerObject] = []
    /// `parameters` of all operations.
    public internal(set) var parameters: [Referenced<ParameterObject>] = []
    /// `x-…`.
    public internal(set) var extensions: OrderedMap<YAMLNode> = .init()
    /// Where it stands.
    public let place: Place
}

/// OpenAPI 3.1, Operation Object.
public struct OperationObject: Sendable {
    /// `tags`.
    public internal(set) var tags: [String] = []
    /// `summary`.
    public internal(set) var summary: String?
    /// `description`.
    public internal(set) var description: String?
    /// `externalDocs`.
    public internal(set) var externalDocs: ExternalDocumentationObject?
    /// `operationId`.
    public internal(set) var operationID: String?
    /// Where the operationId's value stands.
    public internal(set) var operationIDPlace: Place?
    /// `parameters`.
    public internal(set) var parameters: [Referenced<ParameterObject>] = []
    /// `requestBody`.
    public internal(set) var requestBody: Referenced<RequestBodyObject>?
    /// `responses` by status, range or `default`.
    public internal(set) var responses: OrderedMap<Referenced<ResponseObject>> = .init()
    /// Whether `responses` is written, even if empty.
    public internal(set) var hasResponses = false
    /// `callbacks`.
    public internal(set) var callbacks: OrderedMap<Referenced<CallbackObject>> = .init()
    /// `deprecated`.
    public internal(set) var isDeprecated = false
    /// `security`; `nil` when absent, so that the document's holds.
    public internal(set) var security: [SecurityRequirementObject]?
    /// `servers`.
    public internal(set) var servers: [ServerObject] = []
    /// `x-…`.
    public internal(set) var extensions: OrderedMap<YAMLNode> = .init()
    /// Where it stands.
    public let place: Place
}

/// OpenAPI 3.1, Callback Object: path items by runtime expression.
public struct CallbackObject: Sendable, ReferencableObject {
    /// Callback Objects are `components/callbacks`.
    public static var referenceKind: ReferenceKind { .callbacks }
    /// The expressions with their path items.
    public internal(set) var pathItems: OrderedMap<Referenced<PathItemObject>> = .init()
    /// `x-…`.
    public internal(set) var extensions: OrderedMap<YAMLNode> = .init()
    /// Where it stands.
    public let place: Place
}
