public import ApusYAML

/// OpenAPI 3.1, Security Scheme Object.
public struct SecuritySchemeObject: Sendable, ReferencableObject {
    /// Security Scheme Objects are `components/securitySchemes`.
    public static var referenceKind: ReferenceKind { .securitySchemes }
    /// `type`: `apiKey`, `http`, `mutualTLS`, `oauth2` or `openIdConnect`.
    public internal(set) var type = ""
    /// `description`.
    public internal(set) var description: String?
    /// `name` of an API key.
    public internal(set) var name: String?
    /// `in` of an API key.
    public internal(set) var location: ParameterObject.Location?
    /// `scheme` of HTTP authentication.
    public internal(set) var scheme: String?
    /// `bearerFormat`.
    public internal(set) var bearerFormat: String?
    /// `flows` of OAuth 2, as written.
    public internal(set) var flows: YAMLNode?
    /// `openIdConnectUrl`.
    public internal(set) var openIDConnectURL: String?
    /// `oauth2MetadataUrl` (3.2).
    public internal(set) var oauth2MetadataURL: String?
    /// `deprecated` (3.2).
    public internal(set) var isDeprecated = false
    /// `x-…`.
    public internal(set) var extensions: OrderedMap<YAMLNode> = .init()
    /// Where it stands.
    public let place: Place
}

/// OpenAPI 3.1, Security Requirement Object: schemes that are needed together.
public struct SecurityRequirementObject: Sendable {
    /// The schemes' names with the scopes that are needed.
    public internal(set) var schemes: OrderedMap<[String]> = .init()
    /// Where it stands.
    public let place: Place
}
