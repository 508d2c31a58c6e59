import ApusDiagnostics
import ApusYAML

/// `host`, `basePath` and `schemes` to servers: one for each scheme, https before http.
extension SwaggerUpgrade {
    /// Those of the document; `nil` where it names no host.
    func servers(_ root: SwaggerNode) -> UpgradedNode.Pair? {
        let schemes = root["schemes"].map(self.schemes)
        guard let key = ["host", "basePath"].lazy.compactMap({ root.pair($0) }).first else { return nil }
        return servers(root, schemes ?? [], key: key.keyRange)
    }

    /// Those of an operation with `schemes` of its own.
    func servers(ofOperation pair: SwaggerNode.Pair) -> UpgradedNode.Pair? {
        let root = SwaggerNode(documents.root.node, documents.root.path, documents.root)
        let schemes = self.schemes(pair.value)
        guard !schemes.isEmpty, root["host"]?.text != nil else { return nil }
        return servers(root, schemes, key: pair.keyRange)
    }

    private func servers(_ root: SwaggerNode, _ schemes: [SwaggerNode], key: SourceRange) -> UpgradedNode.Pair? {
        let path = basePath(root)
        guard let host = root["host"] ?? root["basePath"] else { return nil }
        guard root["host"]?.text != nil else {
            return .init(key: "servers", keyRange: key, value: list([server(path.isEmpty ? "/" : path, host)], host))
        }
        let (name, ownScheme) = self.host(host)
        guard !schemes.isEmpty || ownScheme != nil else {
            warnOnce(
                "assumed-scheme", "`schemes` is missing; `https` is taken", at: host,
                hint: "Write `schemes: [https]`.")
            return .init(key: "servers", keyRange: key, value: list([server("https://\(name)\(path)", host)], host))
        }
        let words = schemes.compactMap { scheme in scheme.text.map { ($0, scheme) } }
        let ordered = words.filter { $0.0 == "https" } + words.filter { $0.0 != "https" }
        let all = ordered.isEmpty ? [(ownScheme ?? "https", host)] : ordered
        return .init(
            key: "servers", keyRange: key, value: list(all.map { server("\($0.0)://\(name)\(path)", $0.1) }, host))
    }

    private func list(_ servers: [UpgradedNode], _ source: SwaggerNode) -> UpgradedNode {
        UpgradedNode(around: source, servers)
    }

    private func server(_ url: String, _ source: SwaggerNode) -> UpgradedNode {
        UpgradedNode(
            around: source, [.init(key: "url", keyRange: source.node.range, value: UpgradedNode(url, for: source))])
    }

    /// Swagger 2.0, `basePath`: begins with `/`. One that ends with it would double the one that paths begin with.
    private func basePath(_ root: SwaggerNode) -> String {
        guard let source = root["basePath"], var path = source.text, !path.isEmpty else { return "" }
        while path.hasSuffix("/") { path.removeLast() }
        guard !path.isEmpty, !path.hasPrefix("/") else { return path }
        warn("bad-base-path", "`\(path)` must begin with `/`; it is read as `/\(path)`", at: source)
        return "/" + path
    }

    /// Swagger 2.0, `host`: name and port alone.
    private func host(_ source: SwaggerNode) -> (name: String, scheme: String?) {
        var text = source.text ?? ""
        var scheme: String?
        for known in ["https", "http"] where text.hasPrefix(known + "://") {
            scheme = known
            text.removeFirst(known.utf8.count + 3)
        }
        while text.hasSuffix("/") { text.removeLast() }
        if text != source.text {
            warn(
                "bad-host", "`host` must be a name and a port alone; `\(source.text ?? "")` is read as `\(text)`",
                at: source,
                hint: "The rest belongs to `schemes` and `basePath`.")
        }
        return (text, scheme)
    }

    /// Those that HTTP clients can use.
    private func schemes(_ source: SwaggerNode) -> [SwaggerNode] {
        let all = source.text != nil ? [source] : source.items
        return all.filter { scheme in
            switch scheme.text {
            case "https"?, "http"?: return true
            case "ws"?, "wss"?:
                warn(
                    "websocket-scheme", "WebSockets are not generated: `\(scheme.text ?? "")` is left out", at: scheme,
                    category: .limitation)
            default:
                warn(
                    "unknown-value", "`schemes` holds what is no scheme, and that is ignored", at: scheme,
                    hint: "Known are `http`, `https`, `ws`, `wss`.")
            }
            return false
        }
    }
}
