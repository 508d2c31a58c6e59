/// A server's address with variables in braces, such as `https://{region}.example.com/{version}` (OpenAPI, Server Object).
public struct ServerTemplate: Sendable, Hashable {
    /// A variable's value.
    public struct Variable: Sendable, Hashable {
        /// The name in braces.
        public var name: String
        /// What stands in its place.
        public var value: String

        /// A value from its parts.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The address with variables in braces.
    public var url: String
    /// The variables' values.
    public var variables: [Variable]

    /// An address from its parts.
    public init(_ url: String, variables: [Variable] = []) {
        self.url = url
        self.variables = variables
    }

    /// The address with its values in place. A value cannot lead to another part of the URL than the one it stands in: not
    /// from the host to a path, nor from a path to a query.
    func expanded() throws(RequestProblem) -> String {
        var text = ""
        var rest = url[...]
        while let open = rest.firstIndex(of: "{") {
            text += rest[..<open]
            guard let close = rest[open...].firstIndex(of: "}") else { break }
            let name = String(rest[rest.index(after: open)..<close])
            rest = rest[rest.index(after: close)...]
            guard let variable = variables.first(where: { $0.name == name }) else {
                throw RequestProblem(.baseURL, "the server's variable `\(name)` has no value")
            }
            text += try Self.checked(variable, after: text, before: rest)
        }
        return text + rest
    }

    private static func checked(
        _ variable: Variable, after text: String, before rest: Substring
    ) throws(RequestProblem) -> String {
        let value = variable.value
        // The whole address, or its scheme: what it comes to is checked as any base URL is.
        if text.isEmpty { return value }
        guard let authority = text.firstRange(of: "://") else {
            throw RequestProblem(.baseURL, "the server's variable `\(variable.name)` stands inside of the scheme")
        }
        let afterHost = text[authority.upperBound...]
        if afterHost.contains("?") { return PercentEncoding.encode(value, keeping: .formUnreserved) }
        if afterHost.contains("/") { return PercentEncoding.encode(value, keeping: .path) }
        guard value.utf8.allSatisfy({ PercentEncoding.isUnreserved($0) || ":[]".utf8.contains($0) }) else {
            throw RequestProblem(
                .baseURL, "the value of the server's variable `\(variable.name)` cannot be part of a host")
        }
        return value
    }
}

extension String {
    /// The first occurrence of a text. (Foundation has one too; this file does without.)
    fileprivate func firstRange(of separator: String) -> Range<Index>? {
        indices.first { self[$0...].hasPrefix(separator) }.map { $0..<index($0, offsetBy: separator.count) }
    }
}
