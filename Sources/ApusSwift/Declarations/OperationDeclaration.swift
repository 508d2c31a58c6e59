public import ApusIR

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
    /// The cases of a body that can be one of several; empty for any other.
    public var bodyCases: [BodyCaseDeclaration]
    /// The spelled type of the result.
    public var output: String
    /// How the body of a success becomes the output.
    public var outputCoding: OutputCoding
    /// The cases of an output that is an enumeration; empty for another type.
    public var outputCases: [OutputCaseDeclaration]
    /// What the output is, one line.
    public var outputDocumentation: String
    /// The operation's ID, a literal.
    public var idLiteral: String
    /// The HTTP method, a literal.
    public var httpMethodLiteral: String
    /// The path template, a literal.
    public var pathLiteral: String
    /// How a success's body reaches the caller, such as `.download`; `nil` for a body that is read whole.
    public var delivery: String?
    /// The bodies that a success can have, such as `.init(.exact(200), ["application/json"])`, in the order of
    /// ``outputCases``; empty where the status alone says which it is.
    public var variants: [String]
    /// The type of the success's header fields; `nil` where none are documented.
    public var headers: String?
    /// How its pages follow each other; `nil` where it has none.
    public var pages: PagesDeclaration?
    /// Accepted media types, literals.
    public var acceptLiterals: [String]
    /// Success statuses, such as `.exact(200)`.
    public var successes: [String]
    /// The documented errors, such as `.init(.exact(401), contentType: "application/json", index: 0)`.
    public var errors: [String]
    /// The operation's own server, a literal; `nil` when it is sent to the API's.
    public var serverLiteral: String?
    /// Alternatives of security schemes, each a Swift array literal.
    public var security: [String]
    /// The arguments of the operation's own retry policy; empty for none.
    public var retryArguments: [String]
    /// Wire names of client-level parameters, literals.
    public var globalLiterals: [String]
    /// The statements that put the parameters into a request, such as `request.query("id", id)`.
    public var encoding: [String]
    /// The member of the body that every request of this type sets; `nil` for none.
    public var streamChoice: StreamChoice?
    /// The operation that it was made of.
    public var origin = Origin()

    /// How the body of a success becomes the output.
    public enum OutputCoding: String, Sendable, Hashable {
        /// JSON.
        case json
        /// UTF-8 text.
        case text
        /// An XML document, as text.
        case xml
        /// Bytes, handed over unread.
        case download
        /// Values, handed over unread.
        case stream
        /// As the status says: an enumeration.
        case byStatus
        /// There is no body.
        case none
    }
}

/// One of several contents of a request's body, as a case of the request's `Body`.
public struct BodyCaseDeclaration: Sendable, Hashable {
    /// The case as spelled.
    public var name: String
    /// The spelled type of its value.
    public var type: String
    /// One line of documentation.
    public var documentation: String
}

/// A content that the body of a request can have.
public struct BodyContentDeclaration: Sendable, Hashable {
    /// The case of the request's `Body`, as spelled; `nil` where it is the only content.
    public var caseName: String?
    /// Its media type; several, separated by commas, where the caller names one.
    public var contentType: String
    /// How it is written.
    public var coding: Payload.Coding
    /// The spelled type of its value.
    public var type: String
}

/// The pages of an operation.
public struct PagesDeclaration: Sendable, Hashable {
    /// The method that goes through them, as spelled.
    public var method: String
    /// The arguments of their description.
    public var arguments: [String]
    /// The spelled type of the items; `nil` where the document does not say where they are.
    public var item: String?
    /// Whether that type needs Foundation.
    public var needsFoundation: Bool
    /// The expression behind a page that gives its items, such as `.data`.
    public var items: String
}

/// One of several successes whose bodies differ, as a case of the request's `Output`.
public struct OutputCaseDeclaration: Sendable, Hashable {
    /// The case as spelled.
    public var name: String
    /// The spelled type of its value; `nil` for none.
    public var type: String?
    /// How the body becomes the value.
    public var coding: OperationDeclaration.OutputCoding
    /// What matches its statuses, or its place in ``OperationDeclaration/variants``; `nil` for all that are left.
    public var pattern: String?
    /// One line of documentation.
    public var documentation: String
}

/// A parameter of an operation, as a property of the request and an argument of the method.
public struct ParameterDeclaration: Sendable, Hashable {
    /// The identifier as spelled in a declaration.
    public var name: String
    /// The identifier as an argument's label, where keywords need no backticks.
    public var label: String
    /// Whether the method's argument needs no label: a body that comes first says by its type what it is.
    public var isUnlabelled = false
    /// The spelled type, with `?` where it is optional.
    public var type: String
    /// The default value; `nil` where the argument must be given.
    public var defaultValue: String?
    /// Lines of documentation.
    public var documentation: [String]
    /// One line of documentation.
    public var summary: String
    /// What of a request it fills.
    public var target: Target

    /// A part of a request.
    public enum Target: Sendable, Hashable {
        /// The parameter of this name.
        case parameter(name: String, location: Parameter.Location)
        /// The body, in one of these forms.
        case body([BodyContentDeclaration])
    }
}
