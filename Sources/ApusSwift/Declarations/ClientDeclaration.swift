/// The client type.
public struct ClientDeclaration: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Lines of documentation.
    public var documentation: [String]
    /// The API's name for `User-Agent`, a literal.
    public var nameLiteral: String
    /// The document's version, a literal.
    public var versionLiteral: String
    /// The servers' URLs with their variables' defaults, literals.
    public var serverLiterals: [String]
    /// The type that servers are chosen by; `nil` where there is nothing to choose.
    public var serverChoice: ServerChoiceDeclaration?
    /// The ways to authenticate.
    public var schemes: [SchemeDeclaration]
    /// Client-level parameters.
    public var globals: [GlobalDeclaration]
    /// Arguments of the retry policy, such as `maximumAttempts: 3`; empty for the runtime's own.
    public var retryArguments: [String]
}

/// A way to authenticate.
public struct SchemeDeclaration: Sendable, Hashable {
    /// The property's identifier as spelled.
    public var name: String
    /// The argument's label.
    public var label: String
    /// The scheme's name in the document, a literal.
    public var schemeLiteral: String
    /// The description that the runtime takes, such as `.bearer("apiKey", environment: "X")`, in lines.
    public var description: [String]
    /// The environment variable; `nil` when none is read.
    public var environmentVariable: String?
    /// Whether a credential can be given; `false` for certificates, which the transport has.
    public var takesCredential: Bool
    /// Lines of documentation.
    public var documentation: [String]
}

/// A parameter that can be given once for a client.
public struct GlobalDeclaration: Sendable, Hashable {
    /// The property's identifier as spelled.
    public var name: String
    /// The argument's label.
    public var label: String
    /// The name on the wire, a literal.
    public var wireNameLiteral: String
    /// The description that the runtime takes, such as `.header("X-A", environment: "X_A")`.
    public var description: String
    /// One line of documentation.
    public var documentation: String
}

/// A group of operations.
public struct GroupDeclaration: Sendable, Hashable {
    /// The client's property; `nil` for operations that the client offers itself.
    public var property: String?
    /// The type, nested in the client; `nil` for operations that the client offers itself.
    public var type: String?
    /// Lines of documentation.
    public var documentation: [String]
}
