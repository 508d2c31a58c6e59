/// What stands at a place of an OpenAPI document: enough to tell words from data and names from fixed keys.
indirect enum Place: Sendable {
    /// Values of the API: examples, defaults, members of enumerations. Nothing in them is the document's own key.
    case data
    /// An object of the specification.
    case object(ObjectKind)
    /// Things by names that the document chooses, such as schemas or paths.
    case named(Place)
    /// Things in order.
    case list(Place)

    /// The place of a member of this one.
    func member(_ key: String) -> Place {
        switch self {
        case .data, .list: .data
        case .object(let kind): kind.members.first { $0.key == key }?.place ?? .data
        case .named(let place): place
        }
    }

    /// The place of an item of this one.
    var item: Place {
        guard case .list(let place) = self else { return .data }
        return place
    }
}

/// An object of the specification with fixed keys (OpenAPI 3.1, section 4.8).
enum ObjectKind: Sendable {
    case document, info, license, contact, externalDocs, server, serverVariable, tag, pathItem, operation, parameter
    case requestBody, mediaType, encoding, response, header, example, components, schema, securityScheme, plain

    /// The keys that hold other things than data, in the order in which they are written.
    var members: [(key: String, place: Place)] {
        switch self {
        case .document: Self.documentMembers
        case .components: Self.componentMembers
        case .pathItem: Self.pathItemMembers
        case .operation: Self.operationMembers
        case .schema: Self.schemaMembers
        case .info: [("contact", .object(.contact)), ("license", .object(.license))]
        case .tag: [("externalDocs", .object(.externalDocs))]
        case .server: [("variables", .named(.object(.serverVariable)))]
        case .parameter, .header:
            [
                ("schema", .object(.schema)), ("content", .named(.object(.mediaType))),
                ("examples", .named(.object(.example))),
            ]
        case .requestBody: [("content", .named(.object(.mediaType)))]
        case .mediaType:
            [
                ("schema", .object(.schema)), ("itemSchema", .object(.schema)),
                ("examples", .named(.object(.example))), ("encoding", .named(.object(.encoding))),
            ]
        case .encoding: [("headers", .named(.object(.header)))]
        case .response:
            [
                ("headers", .named(.object(.header))), ("content", .named(.object(.mediaType))),
                ("links", .named(.object(.plain))),
            ]
        case .license, .contact, .externalDocs, .serverVariable, .example, .securityScheme, .plain: []
        }
    }

    /// The keys whose values are words for people.
    var words: Set<String> {
        switch self {
        case .license, .contact: []
        case .schema: ["title", "description", "$comment"]
        default: ["summary", "description"]
        }
    }

    /// The keys that come first, in this order; the others follow as they are.
    var order: [String] {
        switch self {
        case .document:
            [
                "openapi", "info", "externalDocs", "servers", "security", "tags", "x-retry-strategy",
                "x-speakeasy-retries",
                "x-apus-globals", "paths", "components",
            ]
        case .info: ["title", "version", "summary", "description"]
        case .tag: ["name", "summary", "description"]
        case .operation:
            [
                "operationId", "x-apus-group", "x-apus-name", "x-apus-stream-name", "summary", "description",
                "deprecated",
                "tags", "security", "x-apus-pagination", "x-apus-stream-field", "parameters", "requestBody",
                "responses",
            ]
        case .pathItem: ["summary", "description", "parameters"]
        case .parameter: ["name", "in", "x-apus-name", "description", "required", "schema", "example", "examples"]
        case .requestBody: ["description", "required", "content"]
        case .response: ["description", "headers", "content"]
        case .mediaType: ["x-apus-sentinel", "schema", "example", "examples"]
        case .schema:
            [
                "$ref", "x-apus-name", "description", "deprecated", "x-apus-deprecation-message", "type", "format",
                "const",
                "enum", "default", "required", "properties", "additionalProperties", "items",
            ]
        case .components: ["parameters", "headers", "securitySchemes", "responses", "schemas"]
        case .example: ["summary", "description", "value"]
        default: ["name", "description", "url"]
        }
    }

    private static let documentMembers: [(key: String, place: Place)] = [
        ("info", .object(.info)), ("externalDocs", .object(.externalDocs)), ("servers", .list(.object(.server))),
        ("tags", .list(.object(.tag))), ("paths", .named(.object(.pathItem))), ("webhooks", .named(.object(.pathItem))),
        ("components", .object(.components)),
    ]

    private static let componentMembers: [(key: String, place: Place)] = [
        ("parameters", .named(.object(.parameter))), ("headers", .named(.object(.header))),
        ("securitySchemes", .named(.object(.securityScheme))), ("responses", .named(.object(.response))),
        ("schemas", .named(.object(.schema))), ("requestBodies", .named(.object(.requestBody))),
        ("examples", .named(.object(.example))), ("links", .named(.object(.plain))),
        ("callbacks", .named(.named(.object(.pathItem)))), ("pathItems", .named(.object(.pathItem))),
    ]

    private static let pathItemMembers: [(key: String, place: Place)] =
        [("parameters", .list(.object(.parameter))), ("servers", .list(.object(.server)))]
        + ["get", "put", "post", "delete", "options", "head", "patch", "trace"].map { ($0, .object(.operation)) }

    private static let operationMembers: [(key: String, place: Place)] = [
        ("externalDocs", .object(.externalDocs)), ("parameters", .list(.object(.parameter))),
        ("requestBody", .object(.requestBody)), ("responses", .named(.object(.response))),
        ("callbacks", .named(.named(.object(.pathItem)))), ("servers", .list(.object(.server))),
    ]

    private static let schemaMembers: [(key: String, place: Place)] =
        ["properties", "patternProperties", "$defs", "dependentSchemas"].map { ($0, .named(.object(.schema))) }
        + ["allOf", "anyOf", "oneOf", "prefixItems"].map { ($0, .list(.object(.schema))) }
        + [
            "items", "additionalProperties", "unevaluatedProperties", "unevaluatedItems", "not", "if", "then", "else",
            "contains", "propertyNames",
        ].map { ($0, .object(.schema)) }
        + [("externalDocs", .object(.externalDocs))]
}

extension ObjectKind {
    /// Where a document begins.
    static let root = Place.object(.document)
}
