/// Paths as texts, with `/` between their parts.
enum PathText {
    /// The folder of a path as it is written: empty for a name alone.
    static func folder(of path: String) -> String {
        let name = path.lastIndex { $0 != "/" } ?? path.startIndex
        guard let slash = path[..<name].lastIndex(of: "/") else { return path.hasPrefix("/") ? "/" : "" }
        guard let end = path[..<slash].lastIndex(where: { $0 != "/" }) else { return "/" }
        return String(path[...end])
    }

    /// `a/b/c` as `a`, `a/b`, `a/b/c`.
    static func prefixes(_ path: String) -> some Sequence<String> {
        let slashes = path.utf8.indices.dropFirst().filter { path.utf8[$0] == UInt8(ascii: "/") }
        return (slashes + [path.endIndex]).lazy.map { String(path[..<$0]) }
    }
}
