public import ApusJSON

/// A parameter as a server's author reads it in the document. Nothing here knows how the client writes it.
public struct WireParameter: Sendable {
    /// Where it travels.
    public enum Location: String, Sendable { case path, query, header, cookie, querystring }

    /// How it is written; `dottedLabel` is label as OpenAPI 3.0.0 to 3.0.3 and 3.1.0 have it.
    public enum Style: String, Sendable {
        case simple, label, dottedLabel, matrix, form, spaceDelimited, pipeDelimited, deepObject, cookie, json
    }

    /// What its value is like.
    public indirect enum Shape: Sendable {
        case string, number, boolean
        case array(Shape)
        case object([String: Shape])
    }

    let name: String
    let location: Location
    let style: Style
    let explode: Bool
    let shape: Shape

    /// A parameter from its description.
    public init(_ name: String, in location: Location, _ style: Style, explode: Bool = false, _ shape: Shape) {
        self.name = name
        self.location = location
        self.style = style
        self.explode = explode
        self.shape = shape
    }
}

/// What came over the wire: a request target and header fields, as they were.
public struct WireRequest: Sendable {
    let path: String
    let query: String
    let headers: [(name: String, value: String)]

    /// A request from its head.
    public init(target: String, headers: [(name: String, value: String)]) {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        path = parts[0]
        query = parts.count > 1 ? parts[1] : ""
        self.headers = headers
    }

    func header(_ name: String) -> String? { headers.first { $0.name.lowercased() == name.lowercased() }?.value }
}

extension WireParameter {
    /// The value that the request gives the parameter; `nil` when it is absent. `template` is the path's, with one
    /// variable at most.
    public func read(_ request: WireRequest, template: String = "/{p}") throws(WireError) -> JSONValue? {
        switch location {
        case .path: return try text(Self.variable(template, request.path), decode: Self.percentDecoded)
        case .header:
            guard let header = request.header(name) else { return nil }
            return try text(header) { $0 }
        case .query: return try pairs(Self.pairs(request.query, "&"), decode: Self.formDecoded)
        case .cookie:
            let cookies = Self.pairs(request.header("cookie") ?? "", "; ")
            return try pairs(cookies, decode: style == .cookie ? { $0 } : Self.percentDecoded)
        case .querystring:
            if style == .json { return try Self.parse(Self.percentDecoded(request.query)) }
            return try pairs(Self.pairs(request.query, "&"), decode: Self.formDecoded)
        }
    }

    private static func variable(_ template: String, _ path: String) throws(WireError) -> String {
        let parts = template.split(separator: "{", omittingEmptySubsequences: false)
        let before = String(parts[0])
        let after = String(parts[1].split(separator: "}", omittingEmptySubsequences: false)[1])
        guard path.hasPrefix(before), path.hasSuffix(after) else { throw WireError("`\(path)` is not `\(template)`") }
        return String(path.dropFirst(before.count).dropLast(after.count))
    }
}

/// Why a request cannot be read.
public struct WireError: Error, CustomStringConvertible {
    /// Words for people.
    public let description: String

    init(_ description: String) { self.description = description }
}
