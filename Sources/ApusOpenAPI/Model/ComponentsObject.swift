public import ApusYAML

/// OpenAPI 3.1, Components Object, with 3.2's media types.
public struct ComponentsObject: Sendable {
    /// `schemas`.
    public internal(set) var schemas: OrderedMap<Schema> = .init()
    /// `responses`.
    public internal(set) var responses: OrderedMap<Referenced<ResponseObject>> = .init()
    /// `parameters`.
    public internal(set) var parameters: OrderedMap<Referenced<ParameterObject>> = .init()
    /// `examples`.
    public internal(set) var examples: OrderedMap<Referenced<ExampleObject>> = .init()
    /// `requestBodies`.
    public internal(set) var requestBodies: OrderedMap<Referenced<RequestBodyObject>> = .init()
    /// `headers`.
    public internal(set) var headers: OrderedMap<Referenced<HeaderObject>> = .init()
    /// `securitySchemes`.
    public internal(set) var securitySchemes: OrderedMap<Referenced<SecuritySchemeObject>> = .init()
    /// `links`.
    public internal(set) var links: OrderedMap<Referenced<LinkObject>> = .init()
    /// `callbacks`.
    public internal(set) var callbacks: OrderedMap<Referenced<CallbackObject>> = .init()
    /// `pathItems`.
    public internal(set) var pathItems: OrderedMap<Referenced<PathItemObject>> = .init()
    /// `mediaTypes` (3.2).
    public internal(set) var mediaTypes: OrderedMap<Referenced<MediaTypeObject>> = .init()
    /// `x-…`.
    public internal(set) var extensions: OrderedMap<YAMLNode> = .init()
    /// Where it stands.
    public let place: Place
}
