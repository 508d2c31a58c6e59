/// An absolute URL of the web, taken apart: where a request goes, or where a server says that something is.
struct URLTarget: Sendable, Hashable {
    /// `https` or `http`.
    var scheme: String
    /// Host and port.
    var authority: String
    /// With its leading slash.
    var path: String
    /// Without its question mark; `nil` for none.
    var query: String?

    /// Why a reference leads to no such URL.
    enum Problem: Error {
        /// Another scheme, a user, or no URL at all.
        case notPlain
        /// A path that would be read in more than one way.
        case path(String)
    }

    /// Scheme and authority in lower case, without the scheme's own port.
    var origin: String {
        let authority = authority.lowercased()
        let standard = scheme == "https" ? ":443" : ":80"
        return "\(scheme)://\(authority.hasSuffix(standard) ? String(authority.dropLast(standard.count)) : authority)"
    }

    /// Resolves what a server wrote as the address of something (RFC 3986, section 5.2.2). What no URL may hold is
    /// percent-encoded first; a fragment is dropped.
    init(_ reference: String, from base: URLTarget) throws(Problem) {
        var rest = Self.escaped(reference)[...]
        rest = rest.prefix { $0 != "#" }
        self = base
        let isAbsolute = try takeScheme(&rest)
        if rest.hasPrefix("//") {
            try takeAuthority(&rest)
            path = ""
        } else if isAbsolute {
            throw .notPlain
        }
        let mark = rest.firstIndex(of: "?")
        let newPath = rest[..<(mark ?? rest.endIndex)]
        if newPath.hasPrefix("/") || path.isEmpty {
            path = newPath.isEmpty ? "/" : String(newPath)
        } else if !newPath.isEmpty {
            path = String(path[...(path.lastIndex(of: "/") ?? path.startIndex)]) + newPath
        }
        if mark != nil || !newPath.isEmpty { query = nil }
        if let mark { query = String(rest[rest.index(after: mark)...]) }
        try cleanPath()
    }

    /// A URL from its parts.
    init(scheme: String, authority: String, path: String, query: String?) {
        self.scheme = scheme
        self.authority = authority
        self.path = path
        self.query = query
    }

    private mutating func takeScheme(_ rest: inout Substring) throws(Problem) -> Bool {
        guard let end = rest.firstIndex(where: { ":/?".contains($0) }), rest[end] == ":" else { return false }
        scheme = rest[..<end].lowercased()
        guard scheme == "https" || scheme == "http" else { throw .notPlain }
        rest = rest[rest.index(after: end)...]
        return true
    }

    private mutating func takeAuthority(_ rest: inout Substring) throws(Problem) {
        rest = rest.dropFirst(2)
        let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
        authority = String(rest[..<end])
        rest = rest[end...]
        query = nil
        // It has the same rules as the user's own base URL.
        guard (try? BaseURL("\(scheme)://\(authority)")) != nil else { throw .notPlain }
    }

    /// Follows `.` and `..` (RFC 3986, section 5.2.4). Escaped ones are refused, and so are two slashes in the beginning:
    /// servers and libraries disagree about them.
    private mutating func cleanPath() throws(Problem) {
        var segments: [Substring] = []
        var endsInFolder = false
        for segment in path.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
            endsInFolder = segment == "." || segment == ".."
            if segment == ".." { _ = segments.popLast() }
            if endsInFolder { continue }
            guard !PathTemplate.isDotSegment(segment) else { throw .path("holds the path segment `\(segment)`") }
            segments.append(segment)
        }
        if endsInFolder { segments.append("") }
        path = "/" + segments.joined(separator: "/")
        guard !path.hasPrefix("//") else { throw .path("is none of a path on it") }
    }

    /// What no URL may hold, percent-encoded.
    private static func escaped(_ url: String) -> String {
        var text: [UInt8] = []
        for byte in url.utf8 {
            if (0x21...0x7E).contains(byte), !#"\"<>^`{|}"#.utf8.contains(byte) {
                text.append(byte)
            } else {
                text += [UInt8(ascii: "%"), hex(byte >> 4), hex(byte & 15)]
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func hex(_ digit: UInt8) -> UInt8 { Array("0123456789ABCDEF".utf8)[Int(digit)] }
}

extension PreparedRequest {
    /// Where the request goes.
    var location: URLTarget {
        URLTarget(
            scheme: base.scheme, authority: base.authority, path: path.isEmpty ? "/" : path,
            query: query.isEmpty ? nil : query.map(\.text).joined(separator: "&"))
    }

    /// Sends the request elsewhere.
    mutating func move(to target: URLTarget) {
        base.scheme = target.scheme
        base.authority = target.authority
        path = target.path
        query = (target.query ?? "").split(separator: "&").map { item in
            guard let equals = item.firstIndex(of: "=") else { return EncodedPair(name: String(item)) }
            return EncodedPair(name: String(item[..<equals]), value: String(item[item.index(after: equals)...]))
        }
    }
}
