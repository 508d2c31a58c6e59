/// Fills path templates such as `/keys/{hash}` (OpenAPI, Paths Object).
enum PathTemplate {
    /// A value that may stand in a path.
    static func checked(_ text: String, _ name: String) throws(RequestProblem) -> String {
        guard !text.isEmpty else {
            throw RequestProblem(.parameter, "the path parameter `\(name)` is empty: it would name another resource")
        }
        guard text != "." && text != ".." else {
            throw RequestProblem(
                .parameter, "the path parameter `\(name)` is `\(text)`: it would name another resource")
        }
        return text
    }

    /// The path with every `{name}` filled in.
    static func expand(_ template: String, _ values: [String: String]) throws(RequestProblem) -> String {
        var path = ""
        var rest = template[...]
        while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
            guard let close = rest[open...].utf8.firstIndex(of: UInt8(ascii: "}")) else { throw malformed(template) }
            path += PercentEncoding.encode(String(rest[..<open]), keeping: .path)
            let name = String(rest[rest.utf8.index(after: open)..<close])
            guard let value = values[name] else {
                throw RequestProblem(.parameter, "the path parameter `\(name)` of `\(template)` is not given")
            }
            path += value
            rest = rest[rest.utf8.index(after: close)...]
        }
        path += PercentEncoding.encode(String(rest), keeping: .path)
        try check(path, template)
        return path
    }

    /// Refuses what would leave the base URL: a path without its slash, an authority, dot segments in any spelling.
    private static func check(_ path: String, _ template: String) throws(RequestProblem) {
        guard path.isEmpty || (path.hasPrefix("/") && !path.hasPrefix("//")) else { throw malformed(template) }
        for segment in path.utf8.split(separator: UInt8(ascii: "/")).map(Substring.init) where isDotSegment(segment) {
            throw RequestProblem(
                .parameter, "the path `\(path)` has the segment `\(segment)`: it would name another resource")
        }
    }

    /// Whether the segment is `.` or `..`, the dots escaped or not.
    static func isDotSegment(_ segment: Substring) -> Bool {
        guard segment.utf8.count <= 6 else { return false }
        var dots = 0
        var rest = segment.utf8[...]
        while !rest.isEmpty {
            if rest.first == UInt8(ascii: ".") {
                rest = rest.dropFirst()
            } else if rest.starts(with: "%2e".utf8) || rest.starts(with: "%2E".utf8) {
                rest = rest.dropFirst(3)
            } else {
                return false
            }
            dots += 1
        }
        return dots == 1 || dots == 2
    }

    private static func malformed(_ template: String) -> RequestProblem {
        RequestProblem(.parameter, "the path template `\(template)` is not one slash and segments with closed braces")
    }
}
