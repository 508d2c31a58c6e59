public import ApusYAML

/// OpenAPI 3.1, Tag Object, with 3.2's keys.
public struct TagObject: Sendable {
    /// `name`.
    public internal(set) var name = ""
    /// `summary` (3.2).
    public internal(set) var summary: String?
    /// `description`.
    public internal(set) var description: String?
    /// `externalDocs`.
    public internal(set) var externalDocs: ExternalDocumentationObject?
    /// `parent` (3.2): the tag that this one is a part of.
    public internal(set) var parent: String?
    /// `kind` (3.2).
    public internal(set) var kind: String?
    /// `x-…`.
    public internal(set) var extensions: OrderedMap<YAMLNode> = .init()
    /// Where it stands.
    public let place: Place
}

/// OpenAPI 3.1, External Documentation Object.
public struct ExternalDocumentationObject: Sendable {
    /// `description`.
    public internal(set) var description: String?
    /// `url`.
    public internal(set) var url = ""
    /// `x-…`.
    public internal(set) var extensions: OrderedMap<YAMLNode> = .init()
    /// Where it stands.
    public let place: Place
}
