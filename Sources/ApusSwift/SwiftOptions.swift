/// Who may use the generated declarations.
public enum AccessLevel: String, Sendable, Hashable, CaseIterable {
    /// Everybody who imports the module.
    case `public`
    /// The package that the module belongs to.
    case package
    /// The module itself.
    case `internal`
}

/// What the naming and spelling of Swift depends on besides the API.
public struct SwiftOptions: Sendable, Hashable {
    /// The name of the module that the files are compiled into: `[A-Za-z][A-Za-z0-9_]*`.
    public var module: String
    /// Who may use the declarations.
    public var access: AccessLevel
    /// The client's type; the module's name with `Client` by default, so that it never hides the module.
    public var clientName: String
    /// The error's type; the module's name with `Error` by default.
    public var errorName: String
    /// The prefix of environment variables, such as `OPENROUTER`; `nil` for none being read.
    public var environmentPrefix: String?
    /// Acronyms of the API's field besides the common ones.
    public var acronyms: [String]
    /// Whether the responses' examples become a module of their own.
    public var examples: Bool

    /// Options from their parts; `nil` names are made from the module's.
    public init(
        module: String, access: AccessLevel = .public, clientName: String? = nil, errorName: String? = nil,
        environmentPrefix: String? = nil, acronyms: [String] = [], examples: Bool = false
    ) {
        self.module = module
        self.access = access
        self.clientName = clientName ?? module + "Client"
        self.errorName = errorName ?? module + "Error"
        self.environmentPrefix = environmentPrefix
        self.acronyms = acronyms
        self.examples = examples
    }
}
