/// The error type of the API.
public struct ErrorDeclaration: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// The documented errors, in the order of their indices.
    public var cases: [Case]
    /// Whether any spelling needs Foundation.
    public var needsFoundation: Bool

    /// A documented error.
    public struct Case: Sendable, Hashable {
        /// The case as spelled.
        public var name: String
        /// Its number in the operations' tables.
        public var index: Int
        /// The spelled type of the body.
        public var body: String
        /// The type of its header fields; `nil` where none are documented.
        public var headers: String?
        /// Lines of documentation.
        public var documentation: [String]
    }
}

/// The module of examples.
public struct ExamplesDeclaration: Sendable, Hashable {
    /// The module's and the namespace's name.
    public var name: String
    /// The operations in document order.
    public var operations: [Operation]

    /// The examples of one operation.
    public struct Operation: Sendable, Hashable {
        /// The property that holds them.
        public var name: String
        /// Literals of the operation's ID, method and path template.
        public var idLiteral: String
        /// The HTTP method, a literal.
        public var methodLiteral: String
        /// The path template, a literal.
        public var pathLiteral: String
        /// Whether a call needs a credential.
        public var requiresCredential: Bool
        /// In document order.
        public var responses: [Response]
    }

    /// One response.
    public struct Response: Sendable, Hashable {
        /// The example's name, a literal.
        public var nameLiteral: String
        /// The status.
        public var status: Int
        /// The media type, a literal.
        public var contentTypeLiteral: String
        /// The lines of a multi-line string literal that spells the body.
        public var bodyLines: [String]
    }
}
