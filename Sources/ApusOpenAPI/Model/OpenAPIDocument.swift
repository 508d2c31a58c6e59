public import ApusYAML

/// OpenAPI 3.1, OpenAPI Object: a whole description in the specification's own words, with nothing left out.
public struct OpenAPIDocument: Sendable {
    /// The versions whose documents are read.
    public enum Version: String, Sendable, Hashable, CaseIterable, Comparable {
        /// 3.0.x: a schema dialect of its own.
        case v30 = "3.0"
        /// 3.1.x: JSON Schema 2020-12.
        case v31 = "3.1"
        /// 3.2.x.
        case v32 = "3.2"

        /// Whether a version came before another one.
        public static func < (lhs: Version, rhs: Version) -> Bool { lhs.rank < rhs.rank }

        private var rank: Int {
            switch self {
            case .v30: 0
            case .v31: 1
            case .v32: 2
            }
        }
    }

    /// Which version's rules it was read by.
    public internal(set) var version: Version = .v31
    /// `openapi` as written.
    public internal(set) var openapi = ""
    /// `$self` (3.2).
    public internal(set) var selfURI: String?
    /// `info`.
    public internal(set) var info: InfoObject
    /// `jsonSchemaDialect`.
    public internal(set) var jsonSchemaDialect: String?
    /// `servers`.
    public internal(set) var servers: [ServerObject] = []
    /// `paths`.
    public internal(set) var paths: OrderedMap<Referenced<PathItemObject>> = .init()
    /// `webhooks`.
    public internal(set) var webhooks: OrderedMap<Referenced<PathItemObject>> = .init()
    /// `components`.
    public internal(set) var components: ComponentsObject
    /// `security`; `nil` when absent.
    public internal(set) var security: [SecurityRequirementObject]?
    /// `tags`.
    public internal(set) var tags: [TagObject] = []
    /// `externalDocs`.
    public internal(set) var externalDocs: ExternalDocumentationObject?
    /// Parameters that a client can be given once: the `parameters` of `x-apus-globals` or `x-speakeasy-globals`.
    public internal(set) var globals: [Referenced<ParameterObject>] = []
    /// `x-…`.
    public internal(set) var extensions: OrderedMap<YAMLNode> = .init()
    /// Where it stands.
    public let place: Place
    /// What each `$ref` stands for.
    public internal(set) var references = ReferenceTable()
}
