/// Rows 37 to 42: what a document means.
extension HostileRow {
    static let meanings = [
        HostileRow(37, "a user in a server", server("https://good@evil.example/"), .warned("bad-server", "3:11")),
        HostileRow(37, "a script for a server", server("javascript:x"), .warned("bad-server", "3:11")),
        HostileRow(37, "a file for a server", server("file:///etc/passwd"), .warned("bad-server", "3:11")),
        HostileRow(37, "a server without TLS", server("http://a.example/"), .limited("insecure-server", "3:11")),
        HostileRow(
            37, "a variable that moves the host",
            "servers: [{url: 'https://{h}/', variables: {h: {default: a@evil/}}}]\npaths: {}\n",
            .warned("bad-server", "3:11")),
        HostileRow(38, "a host for a path", "paths: {//evil/x: {get: \(ok)}}", .warned("bad-path", "3:9")),
        HostileRow(38, "a way up", "paths: {/a/../b: {get: \(ok)}}", .warned("bad-path", "3:9")),
        HostileRow(38, "a way up in disguise", "paths: {/%2e%2e/: {get: \(ok)}}", .warned("bad-path", "3:9")),
        HostileRow(38, "a query", "paths: {'/a?x={y}': {get: \(ok)}}", .warned("path-key", "3:9")),
        HostileRow(38, "a fragment", "paths: {/a#b: {get: \(ok)}}", .warned("path-key", "3:9")),
        HostileRow(
            38, "undeclared variables side by side", "paths: {'/{a}{b}': {get: \(ok)}}",
            .warned("undeclared-path-parameter", "3:26")),
        HostileRow(
            39, "a header in a header", parameter("name: \"X\\r\\nHost\", in: header"),
            .warned("bad-header-name", "3:33")),
        HostileRow(39, "Host", parameter("name: Host, in: header"), .warned("framing-header", "3:33")),
        HostileRow(
            39, "Content-Length", parameter("name: Content-Length, in: header"), .warned("framing-header", "3:33")),
        HostileRow(
            39, "Transfer-Encoding", parameter("name: Transfer-Encoding, in: header"), .warned("framing-header", "3:33")
        ),
        HostileRow(
            39, "Authorization", parameter("name: Authorization, in: header"), .limited("ignored-header", "3:33")),
        HostileRow(
            40, "a quote in a media type",
            "paths: {/a: {get: {responses: {'200': {description: d, content: {'a/b; c=\"': {}}}}}}}",
            .warned("bad-media-type", "3:66")),
        HostileRow(
            40, "ten thousand media types",
            "paths: {/a: {post: {requestBody: {content: {\(types)}}, responses: {'200': {description: d, content: {\(types)}}}}}}",
            .limited("content-limit", "3:44")),
        HostileRow(
            41, "a default of another type", schema("{type: object, properties: {a: {type: integer, default: x}}}"),
            .warned("bad-default", "6:64")),
        HostileRow(41, "a constant object", schema("{type: object, properties: {a: {const: {b: [1]}}}}"), .generated),
        HostileRow(
            41, "limits that are none",
            schema("{type: string, minLength: -1, maxLength: 1.5, multipleOf: 0, maximum: x}"),
            .warned("bad-limit", "6:34")
        ),
        HostileRow(42, "a pattern that never ends", schema("{type: string, pattern: (a+)+$}"), .generated),
    ]

    private static func server(_ url: String) -> String { "servers: [{url: '\(url)'}]\npaths: {}\n" }

    private static let types = (0..<10_000).map { "application/x-\($0): {schema: {type: string}}" }.joined(
        separator: ",")
}
