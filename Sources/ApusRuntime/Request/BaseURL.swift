/// A server's URL, taken apart: `https://host:port/prefix?query`.
struct BaseURL: Sendable, Hashable {
    /// `https` or `http`.
    var scheme: String
    /// Host and port as given.
    var authority: String
    /// The prefix of every path, without its last slashes; empty or with a leading slash.
    var path: String
    /// The query's pairs, sent with every request.
    var query: [EncodedPair]

    /// Scheme and authority, lower-case: what the retry budget counts by.
    var origin: String { "\(scheme)://\(authority)".lowercased() }

    /// Reads a URL (RFC 3986).
    /// - Throws: ``RequestProblem`` for anything but an absolute https or http URL without userinfo and fragment.
    init(_ text: String) throws(RequestProblem) {
        try Self.checkCharacters(text)
        guard let colon = text.range(of: "://") else {
            throw Self.problem("has no scheme; write it as `https://host/path`")
        }
        scheme = text[..<colon.lowerBound].lowercased()
        guard scheme == "https" || scheme == "http" else { throw Self.problem("is neither https nor http") }
        var rest = text[colon.upperBound...]
        guard !rest.contains("#") else { throw Self.problem("has a fragment, which is never sent; remove it") }
        query = []
        if let mark = rest.firstIndex(of: "?") {
            query = Self.pairs(rest[rest.index(after: mark)...])
            rest = rest[..<mark]
        }
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        authority = String(rest[..<slash])
        try Self.checkAuthority(authority)
        path = try Self.prefix(rest[slash...])
    }

    private static func problem(_ what: String) -> RequestProblem { RequestProblem(.baseURL, "the base URL \(what)") }

    private static func checkCharacters(_ text: String) throws(RequestProblem) {
        guard !text.isEmpty else { throw problem("is empty; leave it out to use the API's own server") }
        for byte in text.utf8 {
            guard (0x21...0x7E).contains(byte) else {
                throw problem("holds a space, a control character or a character outside of ASCII; escape it")
            }
            guard !#"\"<>^`{|}"#.utf8.contains(byte) else {
                throw problem("holds `\(Character(Unicode.Scalar(byte)))`, which no URL may hold; escape it")
            }
        }
    }

    private static func checkAuthority(_ authority: String) throws(RequestProblem) {
        guard !authority.contains("@") else {
            throw problem("holds a user name or password (`…@host`); give credentials to the client instead")
        }
        let (host, port) = try split(authority)
        guard !host.isEmpty else { throw problem("has no host") }
        if let port {
            guard port.isEmpty || (port.utf8.count <= 5 && UInt16(port) != nil) else {
                throw problem("has the port `\(port)`, which is not a number up to 65535")
            }
        }
        let allowed: (UInt8) -> Bool =
            host.hasPrefix("[")
            ? { PercentEncoding.hexValue($0) != nil || ":.[]".utf8.contains($0) }
            : { PercentEncoding.isUnreserved($0) }
        guard host.utf8.allSatisfy(allowed) else { throw problem("has the host `\(host)`, which is not a host's name") }
    }

    private static func split(_ authority: String) throws(RequestProblem) -> (host: Substring, port: Substring?) {
        if authority.hasPrefix("[") {
            guard let close = authority.firstIndex(of: "]") else { throw problem("has a `[` without its `]`") }
            let after = authority[authority.index(after: close)...]
            guard after.isEmpty || after.hasPrefix(":") else { throw problem("has text after the host's `]`") }
            return (authority[...close], after.isEmpty ? nil : after.dropFirst())
        }
        guard let colon = authority.firstIndex(of: ":") else { return (authority[...], nil) }
        return (authority[..<colon], authority[authority.index(after: colon)...])
    }

    private static func prefix(_ path: Substring) throws(RequestProblem) -> String {
        var path = path
        while path.last == "/" { path = path.dropLast() }
        for segment in path.split(separator: "/") where PathTemplate.isDotSegment(segment) {
            throw problem("has the path segment `\(segment)`; write the path without it")
        }
        return String(path)
    }

    private static func pairs(_ query: Substring) -> [EncodedPair] {
        query.split(separator: "&").map { item in
            guard let equals = item.firstIndex(of: "=") else { return EncodedPair(name: String(item), value: nil) }
            return EncodedPair(
                name: String(item[..<equals]), value: String(item[item.index(after: equals)...]))
        }
    }
}

extension String {
    /// The first occurrence of a separator. (Foundation has one too; this file does without.)
    fileprivate func range(of separator: String) -> Range<String.Index>? {
        var start = startIndex
        while let first = self[start...].firstIndex(of: separator[separator.startIndex]) {
            if self[first...].hasPrefix(separator) { return first..<index(first, offsetBy: separator.count) }
            start = index(after: first)
        }
        return nil
    }
}
