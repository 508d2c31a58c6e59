import ApusDiagnostics
import ApusYAML

/// Finds out which version of the specification a document follows, before anything else is read.
enum VersionDecoding {
    static func version(of root: YAMLNode) -> Checked<OpenAPIDocument.Version?> {
        guard let mapping = root.mapping else {
            return failed(
                "not-openapi", "an OpenAPI document must be a mapping, not \(root.kindName)", at: root,
                hint: "It begins with `openapi: 3.1.0`.")
        }
        guard let pair = mapping.pair("openapi") else { return missing(root, mapping) }
        guard let text = pair.value.scalar?.text, pair.value.scalar?.kind != .null else {
            return failed(
                "wrong-type", "`openapi` must be a string, not \(pair.value.kindName)", at: pair.value, key: "openapi")
        }
        return read(text, pair)
    }

    /// `3.1.0` and, with a warning, what is meant as such: `3.1`, `3`, `v3.0`, a later 3.x.
    private static func read(_ text: String, _ pair: YAMLMapping.Pair) -> Checked<OpenAPIDocument.Version?> {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            .map { String(Substring($0)) }
        if let version = OpenAPIDocument.Version(rawValue: parts.prefix(2).joined(separator: ".")), parts.count == 3 {
            return Checked(version)
        }
        let digits =
            text.utf8.first.map { $0 | 0x20 } == UInt8(ascii: "v") ? Array(parts[0].dropFirst()) : Array(parts[0])
        guard String(digits) == "3", let version = nearest(to: parts.count > 1 ? parts[1] : "0") else {
            return failed(
                "unsupported-version", "OpenAPI `\(text)` is not read", at: pair.value, key: "openapi",
                hint: "Versions 3.0, 3.1 and 3.2 are, and Swagger 2.0.")
        }
        let warning = Diagnostic.warning(
            "near-version",
            "`\(text)` is not a version of OpenAPI that is known; the document is read as OpenAPI \(version.rawValue)",
            at: pair.value.range, pointer: JSONPointer(["openapi"]),
            hint: "Write three numbers, such as `\(version.rawValue).0`.", category: .document)
        return Checked(version, [warning])
    }

    private static func nearest(to minor: String) -> OpenAPIDocument.Version? {
        switch Int(minor) {
        case nil: nil
        case 0?: .v30
        case 1?: .v31
        case let minor?: minor >= 2 ? .v32 : nil
        }
    }

    private static func missing(_ root: YAMLNode, _ mapping: YAMLMapping) -> Checked<OpenAPIDocument.Version?> {
        if let swagger = mapping.pair("swagger") { return swaggerVersion(swagger) }
        let near = Spelling.nearest(to: "openapi", among: mapping.pairs.map(\.key))
        let hint = near.map { "Is `\($0)` meant to be it?" } ?? "Write `openapi: 3.1.0` at the top."
        guard mapping["paths"] != nil || mapping["components"] != nil || mapping["webhooks"] != nil else {
            return failed(
                "missing-version", "the key `openapi` is missing, which says the version of the specification",
                at: root, hint: hint)
        }
        let warning = Diagnostic.warning(
            "missing-version", "the key `openapi` is missing; the document is read as OpenAPI 3.1", at: root.range,
            hint: hint, category: .document)
        return Checked(.v31, [warning])
    }

    /// Whether the document is of Swagger 2.0, which is upgraded before it is decoded.
    static func isSwagger(_ root: YAMLNode) -> Bool { root["openapi"] == nil && root["swagger"] != nil }

    /// `2.0`; without quotes, which makes it a number, and `2` with a warning.
    private static func swaggerVersion(_ pair: YAMLMapping.Pair) -> Checked<OpenAPIDocument.Version?> {
        let text = pair.value.scalar?.text ?? ""
        guard text == "2" || text.hasPrefix("2.") else {
            return failed(
                "unsupported-version", "Swagger `\(text)` is not read", at: pair.value, key: "swagger",
                hint: "Swagger 2.0 is, and OpenAPI 3.0, 3.1 and 3.2.")
        }
        if text == "2.0", pair.value.scalar?.kind == .string { return Checked(.v30) }
        let warning =
            text == "2.0"
            ? Diagnostic.warning(
                "unquoted-string", "`swagger` must be a string; the number `2.0` is read as text",
                at: pair.value.range, pointer: JSONPointer(["swagger"]), hint: "Write `swagger: '2.0'`.",
                category: .document)
            : Diagnostic.warning(
                "near-version", "`\(text)` is not a version of Swagger that is known; it is read as 2.0",
                at: pair.value.range, pointer: JSONPointer(["swagger"]), hint: "Write `swagger: '2.0'`.",
                category: .document)
        return Checked(.v30, [warning])
    }

    private static func failed(
        _ code: String, _ message: String, at node: YAMLNode, key: String? = nil, hint: String? = nil
    ) -> Checked<OpenAPIDocument.Version?> {
        let pointer = JSONPointer(key.map { [$0] } ?? [])
        return Checked(nil, [.error(code, message, at: node.range, pointer: pointer, hint: hint)])
    }
}
