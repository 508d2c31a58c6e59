/// URIs as texts (RFC 3986, 5.2); none is ever fetched.
enum URIText {
    /// A URI reference as seen from a base, which may itself be a path. A fragment, which would name a place, is dropped.
    static func resolve(_ text: String, against base: String) -> String {
        let text = withoutFragment(text)
        if text.isEmpty { return withoutFragment(base) }
        if schemeEnd(text) != nil { return text }
        let (root, path) = split(withoutFragment(base))
        if text.hasPrefix("//") { return (schemeEnd(root).map { String(root[..<$0]) } ?? "") + text }
        if !root.isEmpty, path.isEmpty { return root + FilePath.join("/", text) }
        return root + FilePath.join(FilePath.folder(of: path), text)
    }

    /// Whether it begins with a scheme or a host.
    static func isAbsolute(_ text: String) -> Bool { schemeEnd(text) != nil || text.hasPrefix("//") }

    /// The path from the folder of a URI to another one; `nil` where that does not lie below it.
    static func path(from base: String, to text: String) -> String? {
        guard isAbsolute(base), let slash = base.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
        let folder = base[...slash]
        guard text.hasPrefix(folder), text.utf8.count > folder.utf8.count else { return nil }
        return String(text.dropFirst(folder.count))
    }

    private static func withoutFragment(_ text: String) -> String {
        text.utf8.firstIndex(of: UInt8(ascii: "#")).map { String(text[..<$0]) } ?? text
    }

    /// Scheme and host, and what follows them.
    private static func split(_ text: String) -> (root: String, path: String) {
        let start = schemeEnd(text) ?? text.startIndex
        guard text[start...].hasPrefix("//") else { return (String(text[..<start]), String(text[start...])) }
        let host = text.utf8.index(start, offsetBy: 2)
        let end = text.utf8[host...].firstIndex(of: UInt8(ascii: "/")) ?? text.endIndex
        return (String(text[..<end]), String(text[end...]))
    }

    /// The place behind `https:` (RFC 3986, 3.1).
    private static func schemeEnd(_ text: String) -> String.Index? {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), colon != text.startIndex else { return nil }
        let isScheme = text.utf8[..<colon].allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "+-.".utf8.contains(byte)
        }
        return isScheme ? text.utf8.index(after: colon) : nil
    }
}
