import ApusIR
import ApusOpenAPI

/// Servers: absolute, and only over TLS unless it is this machine or the user says otherwise.
extension Builder {
    func lowerServers() -> [Server] {
        document.servers.compactMap { server in
            var url = server.resolvedURL
            while url.utf8.last == UInt8(ascii: "/") { url.removeLast() }
            guard isUsable(url, server) else { return nil }
            return Server(url: url, documentation: Documentation(summary: server.name, description: server.description))
        }
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
