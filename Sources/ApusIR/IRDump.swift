/// The API as stable indented text, one line a thing: for `apus dump --stage ir` and for golden tests.
///
/// Places in the text are left out, so that a comment added to a document changes nothing; everything else is there.
extension API {
    /// The lines of the dump, without line breaks.
    public var dumpLines: [String] {
        var dump = IRDump()
        dump.add(self)
        return dump.lines
    }

    /// The dump, each line ended by a line feed.
    public var dump: String { dumpLines.map { $0 + "\n" }.joined() }
}

/// Writes the lines.
struct IRDump {
    private(set) var lines: [String] = []
    private var depth = 0

    mutating func line(_ parts: String?...) {
        let text = parts.compactMap { $0 }.joined(separator: " ")
        lines.append(String(repeating: "  ", count: depth) + Self.printable(text))
    }

    /// What is not printable ASCII is escaped: the names of types are the document's, and may hold anything.
    private static func printable(_ text: String) -> String {
        guard !text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return text }
        return text.unicodeScalars.reduce(into: "") { text, scalar in
            text += scalar.value >= 0x20 && scalar.value < 0x7F ? String(scalar) : scalar.escaped(asASCII: true)
        }
    }

    mutating func indented(_ body: (inout IRDump) -> Void) {
        depth += 1
        body(&self)
        depth -= 1
    }

    mutating func add(_ api: API) {
        line("api", quoted(api.title), quoted(api.version))
        indented { dump in
            dump.add(api.documentation)
            for server in api.servers { dump.add(server) }
            for scheme in api.securitySchemes { dump.add(scheme) }
            if let policy = api.retryPolicy { dump.add(policy) }
        }
        for global in api.globals { add(global, as: "global") }
        for type in api.types { add(type) }
        for error in api.errors { add(error) }
        for group in api.groups { add(group) }
        for operation in api.operations { add(operation) }
        for webhook in api.webhooks { add(webhook) }
    }

    mutating func add(_ words: Documentation) {
        if let summary = words.summary { line("summary", quoted(summary)) }
        if let description = words.description { line("description", quoted(description)) }
    }

    func quoted(_ text: String) -> String { Literal.quoted(text) }

    func note(_ deprecation: Deprecation?) -> String? {
        deprecation.map { $0.message.map { "deprecated: \(quoted($0))" } ?? "deprecated" }
    }

    func note(name: String?) -> String? { name.map { "as \(quoted($0))" } }

    mutating func add(_ server: Server) {
        line("server", quoted(server.url), note(name: server.name))
        indented { dump in
            dump.add(server.documentation)
            for variable in server.variables {
                dump.line(
                    "variable", dump.quoted(variable.name), variable.defaultValue.map { "default \(dump.quoted($0))" },
                    variable.values.isEmpty ? nil : "of \(variable.values.map(dump.quoted).joined(separator: " "))")
                dump.indented { $0.add(variable.documentation) }
            }
        }
    }

    private mutating func add(_ scheme: SecurityScheme) {
        line("security", quoted(scheme.name), text(scheme.kind))
        indented { dump in
            dump.add(scheme.documentation)
            if case .oauth2(let flows) = scheme.kind { for flow in flows { dump.add(flow) } }
        }
    }

    private mutating func add(_ flow: OAuthFlow) {
        line(
            "flow", flow.kind.rawValue, flow.authorizationURL.map { "authorization \(quoted($0))" },
            flow.tokenURL.map { "token \(quoted($0))" }, flow.refreshURL.map { "refresh \(quoted($0))" },
            flow.scopes.isEmpty ? nil : "scopes \(flow.scopes.map { quoted($0.name) }.joined(separator: " "))")
    }

    private func text(_ kind: SecurityScheme.Kind) -> String {
        switch kind {
        case .bearer: "bearer"
        case .basic: "basic"
        case .apiKey(let name, let location): "key in \(location.rawValue) \(quoted(name))"
        case .http(let scheme): "http \(quoted(scheme))"
        case .oauth2: "oauth2"
        case .openIDConnect(let url): "openIDConnect \(quoted(url))"
        case .mutualTLS: "mutualTLS"
        case .unsupported(let type): "unsupported \(quoted(type))"
        }
    }

    mutating func add(_ policy: RetryPolicy) {
        line(
            "retries", policy.maximumAttempts.map { "attempts \($0)" }, policy.initialDelay.map { "initial \($0) ms" },
            policy.maximumDelay.map { "maximum \($0) ms" }, policy.maximumElapsed.map { "elapsed \($0) ms" },
            policy.statuses.isEmpty ? nil : "statuses \(policy.statuses.map(\.description).joined(separator: " "))",
            policy.retriesConnectionErrors.map { "connection-errors \($0)" })
    }

    private mutating func add(_ group: OperationGroup) {
        line("group", quoted(group.name))
        indented { $0.add(group.documentation) }
    }
}
