/// The types of response headers.
public struct HeadersFile: Sendable, Hashable {
    /// In the order of their first use.
    public var sets: [HeadersDeclaration]
    /// Modules to import, sorted.
    public var imports: [String]
    /// Whether any spelling needs Foundation.
    public var needsFoundation: Bool
}

/// A type of response headers.
public struct HeadersDeclaration: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Lines of documentation.
    public var documentation: [String]
    /// In document order.
    public var headers: [Header]

    /// A header field.
    public struct Header: Sendable, Hashable {
        /// The property as spelled.
        public var name: String
        /// The spelled type.
        public var type: String
        /// Whether it is always there.
        public var isRequired: Bool
        /// What finds it, such as `"X-Rate-Limit", as: .list`.
        public var arguments: String
        /// Lines of documentation.
        public var documentation: [String]
        /// The attribute's message, a literal; `nil` when it is not deprecated.
        public var deprecationLiteral: String?
    }
}
