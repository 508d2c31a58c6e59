import ApusDiagnostics

/// A server's URL leads where it seems to lead, and its variables have values.
enum ServerRules {
    static func check(_ document: OpenAPIDocument) -> [Diagnostic] {
        let ofPaths = document.paths.flatMap { entry in document.references.resolve(entry.value)?.servers ?? [] }
        let ofOperations = document.allOperations.flatMap(\.operation.servers)
        return (document.servers + ofPaths + ofOperations).flatMap(check)
    }

    private static func check(_ server: ServerObject) -> [Diagnostic] {
        variables(server) + url(server)
    }

    private static func variables(_ server: ServerObject) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for name in server.variableNames where server.variables[name] == nil {
            found.append(
                .warning(
                    "undeclared-server-variable",
                    "`{\(name)}` of `\(server.url)` is not one of its `variables`; callers have to give it",
                    at: server.place.range, pointer: server.place.pointer,
                    hint: "Give it a default: `variables: {\(name): {default: …}}`."))
        }
        for entry in server.variables {
            let variable = entry.value
            guard !variable.values.isEmpty, !variable.values.contains(variable.defaultValue) else { continue }
            found.append(
                .warning(
                    "server-default",
                    "the default `\(variable.defaultValue)` of `\(entry.key)` is not one of its values",
                    at: variable.place.range, pointer: variable.place.pointer))
        }
        return found
    }

    private static func url(_ server: ServerObject) -> [Diagnostic] {
        guard let complaint = complaint(about: server.resolvedURL) else { return [] }
        let place = Place(range: server.place.range, path: server.place.path.appending("url"))
        return [
            .warning(
                "bad-server", "`\(server.url)` cannot be a server: \(complaint); it is left out", at: place.range,
                pointer: place.pointer, hint: "Servers look like `https://api.example.com/v1`.")
        ]
    }

    /// RFC 3986, section 3: what a credential must not be sent to. A relative URL has nothing to complain about.
    static func complaint(about url: String) -> String? {
        let bytes = Array(url.utf8)
        if bytes.contains(where: { $0 <= 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }) {
            return "it holds a character that no URL has"
        }
        let head = bytes.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        guard let colon = head.firstIndex(of: UInt8(ascii: ":")) else {
            return bytes.starts(with: "//".utf8) ? "it has no scheme" : nil
        }
        let scheme = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
        guard scheme == "https" || scheme == "http" else { return "its scheme is neither `https` nor `http`" }
        let rest = bytes[(colon + 1)...]
        guard rest.starts(with: "//".utf8) else { return "`//` is missing behind the scheme" }
        let authority = rest.dropFirst(2).prefix { !"/?#".utf8.contains($0) }
        if authority.isEmpty { return "it has no host" }
        return authority.contains(UInt8(ascii: "@")) ? "it holds a user name" : nil
    }
}

extension ServerObject {
    /// The names in braces.
    public var variableNames: [String] {
        url.utf8.split(separator: UInt8(ascii: "{"), omittingEmptySubsequences: false).dropFirst().compactMap { part in
            part.firstIndex(of: UInt8(ascii: "}")).map { String(Substring(part[..<$0])) }
        }
    }

    /// Whether it can be called, as far as its text tells.
    public var isCallable: Bool { ServerRules.complaint(about: resolvedURL) == nil }

    /// The URL with each variable's default in its place.
    public var resolvedURL: String {
        let parts = url.utf8.split(separator: UInt8(ascii: "{"), omittingEmptySubsequences: false)
        var text = parts.first.map { String(Substring($0)) } ?? ""
        for part in parts.dropFirst() {
            guard let end = part.firstIndex(of: UInt8(ascii: "}")) else {
                text += "{" + String(Substring(part)); continue
            }
            let name = String(Substring(part[..<end]))
            text += (variables[name]?.defaultValue ?? "{\(name)}") + String(Substring(part[part.index(after: end)...]))
        }
        return text
    }
}
