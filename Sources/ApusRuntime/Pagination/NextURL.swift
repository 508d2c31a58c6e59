/// Where the next page is, when the API says it by URL.
extension PreparedRequest {
    /// Points the request to a URL that the API gave. It must be on the request's own server: the credentials, and all
    /// else that the request holds, go with it.
    mutating func point(to url: String) throws(RequestProblem) {
        var rest = Self.escaped(url)[...]
        if let fragment = rest.firstIndex(of: "#") { rest = rest[..<fragment] }
        rest = try Self.relative(rest, to: base)
        let mark = rest.firstIndex(of: "?") ?? rest.endIndex
        let newPath = rest[..<mark]
        if newPath.hasPrefix("/") {
            path = String(newPath)
        } else if !newPath.isEmpty {
            path = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) + "/" + newPath
        }
        for segment in path.split(separator: "/") where PathTemplate.isDotSegment(segment) {
            throw Self.problem("holds the path segment `\(segment)`")
        }
        guard !path.hasPrefix("//") else { throw Self.problem("is none of a path on it") }
        query = rest[mark...].dropFirst().split(separator: "&").map { item in
            guard let equals = item.firstIndex(of: "=") else { return EncodedPair(name: String(item)) }
            return EncodedPair(name: String(item[..<equals]), value: String(item[item.index(after: equals)...]))
        }
    }

    /// The URL without scheme and authority, which must be those of the base.
    private static func relative(_ url: Substring, to base: BaseURL) throws(RequestProblem) -> Substring {
        var rest = url
        if let colon = url.firstIndex(of: ":"), url[..<colon].utf8.allSatisfy(isOfScheme) {
            guard url[..<colon].lowercased() == base.scheme else { throw otherServer }
            rest = url[url.index(after: colon)...]
            guard rest.hasPrefix("//") else { throw otherServer }
        }
        guard rest.hasPrefix("//") else { return rest }
        rest = rest.dropFirst(2)
        let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
        guard authority(rest[..<end], base.scheme) == authority(base.authority[...], base.scheme) else {
            throw otherServer
        }
        return rest[end...].hasPrefix("/") ? rest[end...] : "/" + rest[end...]
    }

    /// In lower case, and without the scheme's own port.
    private static func authority(_ text: Substring, _ scheme: String) -> String {
        let text = text.lowercased()
        let standard = scheme == "https" ? ":443" : ":80"
        return text.hasSuffix(standard) ? String(text.dropLast(standard.count)) : text
    }

    private static func isOfScheme(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    /// What no URL may hold, percent-encoded.
    private static func escaped(_ url: String) -> String {
        var text: [UInt8] = []
        for byte in url.utf8 {
            if (0x21...0x7E).contains(byte), !#"\"<>^`{|}"#.utf8.contains(byte) { text.append(byte); continue }
            text += Array("%".utf8) + [hex(byte >> 4), hex(byte & 15)]
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func hex(_ digit: UInt8) -> UInt8 { Array("0123456789ABCDEF".utf8)[Int(digit)] }

    private static var otherServer: RequestProblem {
        problem("is on another server than the API; it is not asked, since it would be sent the credentials")
    }

    private static func problem(_ what: String) -> RequestProblem {
        RequestProblem(.baseURL, "the next page's URL \(what)")
    }
}
