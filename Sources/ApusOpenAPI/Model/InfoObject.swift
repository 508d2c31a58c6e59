public import ApusYAML

/// OpenAPI 3.1, Info Object.
public struct InfoObject: Sendable {
    /// `title`.
    public internal(set) var title = ""
    /// `summary`.
    public internal(set) var summary: String?
    /// `description`.
    public internal(set) var description: String?
    /// `termsOfService`.
    public internal(set) var termsOfService: String?
    /// `contact`.
    public internal(set) var contact: ContactObject?
    /// `license`.
    public internal(set) var license: LicenseObject?
    /// `version`: the described API's, not OpenAPI's.
    public internal(set) var version = ""
    /// `x-…`.
    public internal(set) var extensions: OrderedMap<YAMLNode> = .init()
    /// Where it stands.
    public let place: Place
}

/// OpenAPI 3.1, Contact Object.
public struct ContactObject: Sendable {
    /// `name`.
    public internal(set) var name: String?
    /// `url`.
    public internal(set) var url: String?
    /// `email`.
    public internal(set) var email: String?
    /// `x-…`.
    public internal(set) var extensions: OrderedMap<YAMLNode> = .init()
    /// Where it stands.
    public let place: Place
}

/// OpenAPI 3.1, License Object.
public struct LicenseObject: Sendable {
    /// `name`.
    public internal(set) var name = ""
    /// `identifier`: an SPDX expression.
    public internal(set) var identifier: String?
    /// `url`.
    public internal(set) var url: String?
    /// `x-…`.
    public internal(set) var extensions: OrderedMap<YAMLNode> = .init()
    /// Where it stands.
    public let place: Place
}
