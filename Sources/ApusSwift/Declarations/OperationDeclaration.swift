/// A request type and the method that sends it.
public struct OperationDeclaration: Sendable, Hashable {
    /// The request type's name.
    public var requestType: String
    /// The method as spelled.
    public var method: String
    /// Lines of documentation of the method, without parameters.
    public var documentation: [String]
    /// One line for the request type's documentation.
    public var requestDocumentation: [String]
    /// The attribute's message, a literal; `nil` when it is not deprecated.
    public var deprecationLiteral: String?
    /// In the order of the method's arguments.
    public var parameters: [ParameterDeclaration]
    /// The spelled type of the result.
    public var output: String
    /// How the body of a success becomes the output.
    public var outputCoding: OutputCoding
    /// What the output is, one line.
    public var outputDocumentation: String
    /// The operation's ID, a literal.
    public var idLiteral: String
    /// The HTTP method, a literal.
    public var httpMethodLiteral: String
    /// The path template, a literal.
    public var pathLiteral: String
    /// Accepted media types, literals.
    public var acceptLiterals: [String]
    /// Success statuses, such as `.exact(200)`.
    public var successes: [String]
    /// The documented errors, such as `.init(.exact(401), contentType: "application/json", index: 0)`.
    public var errors: [String]
    /// Alternatives of security schemes, each a Swift array literal.
    public var security: [String]
    /// Wire names of client-level parameters, literals.
    public var globalLiterals: [String]
    /// The statements that put the parameters into a request, such as `request.query("id", id)`.
    public var encoding: [String]

    /// How the body of a success becomes the output.
    public enum OutputCoding: String, Sendable, Hashable {
        /// JSON.
        case json
        /// UTF-8 text.
        case text
        /// Bytes as they are.
        case binary
        /// There is no body.
        case none
    }
}

/// A parameter of an operation, as a property of the request and an argument of the method.
public struct ParameterDeclaration: Sendable, Hashable {
    /// The identifier as spelled in a declaration.
    public var name: String
    /// The identifier as an argument's label, where keywords need no backticks.
    public var label: String
    /// The spelled type, with `?` where it is optional.
    public var type: String
    /// The default value; `nil` where the argument must be given.
    public var defaultValue: String?
    /// Lines of documentation.
    public var documentation: [String]
    /// One line of documentation.
    public var summary: String
}
