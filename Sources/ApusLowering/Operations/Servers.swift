import ApusIR
import ApusOpenAPI

/// Servers: absolute, and only over TLS unless it is this machine or the user says otherwise.
extension Builder {
    func lowerServers() -> [Server] { document.servers.compactMap(lower) }

    /// The servers that an operation, or else its path, names for itself. Without any that can be used it is sent to the
    /// API's.
    func lowerServers(_ site: Site) -> [Server] {
        let servers = site.operation.servers.isEmpty ? site.item.servers : site.operation.servers
        return servers.compactMap(lower)
    }

    private func lower(_ server: ServerObject) -> Server? {
        var url = server.url
        while url.utf8.last == UInt8(ascii: "/") { url.removeLast() }
        guard server.isCallable, isUsable(server.resolvedURL, server) else { return nil }
        let names = server.variableNames.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let variables = names.map { name in
            let variable = server.variables[name]
            return Server.Variable(
                name: name, defaultValue: variable?.defaultValue,
                values: variable.map { values(of: $0) } ?? [],
                documentation: Documentation(description: variable?.description))
        }
        let name = server.extensions.text("x-apus-name", "x-speakeasy-server-id") ?? server.name
        return Server(
            url: url, variables: variables, name: name, documentation: Documentation(description: server.description))
    }

    /// The legal values, distinct, the default among them whatever the document lists.
    private func values(of variable: ServerVariableObject) -> [String] {
        guard !variable.values.isEmpty else { return [] }
        var seen: Set<ByteKey> = []
        return (variable.values + [variable.defaultValue]).filter { seen.insert(ByteKey($0)).inserted }
    }

    private func isUsable(_ url: String, _ server: ServerObject) -> Bool {
        let place = server.place.appending("url")
        let lowered = url.lowercased()
        guard lowered.hasPrefix("https://") || lowered.hasPrefix("http://") else {
            warn(
                "relative-server", "`\(server.url)` is relative to a place that only its author knows; it is left out",
                at: place, hint: "Write the whole URL, or give the client a base URL.")
            return false
        }
        if lowered.hasPrefix("https://") || options.allowsInsecureServers || Self.isLocal(lowered) { return true }
        warn(
            "insecure-server", "`\(server.url)` would carry credentials without encryption; it is left out", at: place,
            hint: "Servers are `https:`; a client can be given another base URL.")
        return false
    }

    private static func isLocal(_ url: String) -> Bool {
        let authority = url.utf8.dropFirst("http://".utf8.count).prefix { $0 != UInt8(ascii: "/") }
        return ["localhost", "127.0.0.1", "[::1]"].contains { host in
            authority.elementsEqual(host.utf8) || authority.starts(with: (host + ":").utf8)
        }
    }
}
