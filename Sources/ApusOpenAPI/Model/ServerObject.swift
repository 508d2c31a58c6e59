public import ApusYAML

/// OpenAPI 3.1, Server Object.
public struct ServerObject: Sendable {
    /// `url`, possibly with `{variables}`.
    public internal(set) var url = ""
    /// `name` (3.2).
    public internal(set) var name: String?
    /// `description`.
    public internal(set) var description: String?
    /// `variables`.
    public internal(set) var variables: OrderedMap<ServerVariableObject> = .init()
    /// `x-…`.
    public internal(set) var extensions: OrderedMap<YAMLNode> = .init()
    /// Where it stands.
    public let place: Place
}

/// OpenAPI 3.1, Server Variable Object.
public struct ServerVariableObject: Sendable {
    /// `enum`.
    public internal(set) var values: [String] = []
    /// `default`.
    public internal(set) var defaultValue = ""
    /// `description`.
    public internal(set) var description: String?
    /// `x-…`.
    public internal(set) var extensions: OrderedMap<YAMLNode> = .init()
    /// Where it stands.
    public let place: Place
}
