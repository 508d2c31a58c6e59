/// Where the service answers.
public struct Server: Sendable, Hashable {
    /// A part of the URL that callers choose.
    public struct Variable: Sendable, Hashable {
        /// Its name in the URL's braces.
        public var name: String
        /// The value when none is chosen; `nil` when one must be.
        public var defaultValue: String?
        /// The only legal values; empty for any.
        public var values: [String]
        /// Words for people.
        public var documentation: Documentation

        /// A variable from its parts.
        public init(
            name: String, defaultValue: String?, values: [String] = [], documentation: Documentation = .init()
        ) {
            self.name = name
            self.defaultValue = defaultValue
            self.values = values
            self.documentation = documentation
        }
    }

    /// The absolute base URL without a trailing slash, with the variables in braces.
    public var url: String
    /// The variables in the order of the URL.
    public var variables: [Variable]
    /// A name that the document gives.
    public var name: String?
    /// What the server is for.
    public var documentation: Documentation

    /// A server from its parts.
    public init(
        url: String, variables: [Variable] = [], name: String? = nil, documentation: Documentation = .init()
    ) {
        self.url = url
        self.variables = variables
        self.name = name
        self.documentation = documentation
    }

    /// The URL with every variable's default; `nil` when one has none.
    public var defaultURL: String? {
        // By bytes: names that differ in how Unicode composes them are two.
        var defaults: [[UInt8]: String] = [:]
        for variable in variables {
            guard let value = variable.defaultValue else { return nil }
            defaults[Array(variable.name.utf8)] = value
        }
        guard !defaults.isEmpty else { return url }
        let parts = url.utf8.split(separator: UInt8(ascii: "{"), omittingEmptySubsequences: false)
        return parts.dropFirst().reduce(into: parts.first.map { String(Substring($0)) } ?? "") { text, part in
            let end = part.firstIndex(of: UInt8(ascii: "}"))
            guard let end, let value = defaults[Array(part[..<end])] else {
                text += "{" + String(Substring(part))
                return
            }
            text += value + String(Substring(part[part.index(after: end)...]))
        }
    }
}
