/// Paths as texts (RFC 3986, 5.2.4): no disk is asked.
enum FilePath {
    /// The folder of a file, empty for the current one.
    static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// A path as seen from a folder, without dot segments.
    static func join(_ folder: String, _ path: String) -> String {
        if path.utf8.first == UInt8(ascii: "/") || folder.isEmpty { return normalized(path) }
        return normalized(folder + "/" + path)
    }

    /// The path from a folder to a file: `../common/a.yaml`.
    static func relative(_ path: String, to folder: String) -> String {
        let (from, to) = (parts(normalized(folder)), parts(normalized(path)))
        let isAbsolute = (folder.utf8.first == UInt8(ascii: "/"), path.utf8.first == UInt8(ascii: "/"))
        guard isAbsolute.0 == isAbsolute.1 else { return path }
        let shared = zip(from, to).prefix { $0 == $1 }.count
        // There is no way from above the current folder back into it.
        guard !from[shared...].contains("..") else { return path }
        return (Array(repeating: "..", count: from.count - shared) + to[shared...]).joined(separator: "/")
    }

    private static func parts(_ path: String) -> [String] {
        path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    }

    private static func normalized(_ path: String) -> String {
        let isAbsolute = path.utf8.first == UInt8(ascii: "/")
        var kept: [String] = []
        for part in parts(path) where part != "." {
            if part != ".." {
                kept.append(part)
            } else if let last = kept.last, last != ".." {
                kept.removeLast()
            } else if !isAbsolute {
                kept.append(part)
            }
        }
        return (isAbsolute ? "/" : "") + kept.joined(separator: "/")
    }
}
