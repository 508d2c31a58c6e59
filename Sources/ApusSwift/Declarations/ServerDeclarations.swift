/// The type that servers are chosen by, nested in the client.
public struct ServerChoiceDeclaration: Sendable, Hashable {
    /// The servers in document order.
    public var servers: [ServerDeclaration]
    /// The types of variables that have a set of values.
    public var variableTypes: [ServerVariableTypeDeclaration]
}

/// A server: a static member, or a static function of its variables.
public struct ServerDeclaration: Sendable, Hashable {
    /// The member's identifier as spelled.
    public var name: String
    /// Lines of documentation.
    public var documentation: [String]
    /// The URL with the variables in braces, a literal.
    public var urlLiteral: String
    /// The variables.
    public var variables: [ServerVariableDeclaration]
}

/// A variable of a server's URL as an argument.
public struct ServerVariableDeclaration: Sendable, Hashable {
    /// The parameter's identifier as spelled.
    public var name: String
    /// The argument's label.
    public var label: String
    /// The type as spelled.
    public var type: String
    /// The default's expression; `nil` when the argument must be given.
    public var defaultValue: String?
    /// The variable's name in the URL, a literal.
    public var wireNameLiteral: String
    /// The expression of its text.
    public var text: String
    /// One line of documentation.
    public var documentation: String
}

/// The values of a variable.
public struct ServerVariableTypeDeclaration: Sendable, Hashable {
    /// A value.
    public struct Case: Sendable, Hashable {
        /// The identifier as spelled.
        public var name: String
        /// The text, a literal.
        public var valueLiteral: String
    }

    /// The type's identifier.
    public var name: String
    /// Lines of documentation.
    public var documentation: [String]
    /// The values in document order.
    public var cases: [Case]
}
