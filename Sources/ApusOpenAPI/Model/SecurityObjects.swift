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
    /// `flows` of OAuth 2 by their kinds, those of this version of OpenAPI.
    public internal(set) var flows: OrderedMap<OAuthFlowObject> = .init()
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

/// OpenAPI 3.2, OAuth Flow Object.
public struct OAuthFlowObject: Sendable {
    /// `authorizationUrl`.
    public internal(set) var authorizationURL: String?
    /// `deviceAuthorizationUrl` (3.2).
    public internal(set) var deviceAuthorizationURL: String?
    /// `tokenUrl`.
    public internal(set) var tokenURL: String?
    /// `refreshUrl`.
    public internal(set) var refreshURL: String?
    /// `scopes`: names with descriptions.
    public internal(set) var scopes: OrderedMap<String> = .init()
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
