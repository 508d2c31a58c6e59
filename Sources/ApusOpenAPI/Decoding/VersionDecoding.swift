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
        guard let text = pair.value.scalar?.text else {
            return failed(
                "wrong-type", "`openapi` must be a string, not \(pair.value.kindName)", at: pair.value, key: "openapi")
        }
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let prefix = parts.prefix(2).compactMap { String($0) }.joined(separator: ".")
        if let version = OpenAPIDocument.Version(rawValue: prefix), parts.count <= 3 { return Checked(version) }
        return failed(
            "unsupported-version", "OpenAPI `\(text)` is not read", at: pair.value, key: "openapi",
            hint: "Versions 3.0, 3.1 and 3.2 are.")
    }

    private static func missing(_ root: YAMLNode, _ mapping: YAMLMapping) -> Checked<OpenAPIDocument.Version?> {
        if let swagger = mapping["swagger"] {
            let text = swagger.scalar?.text ?? ""
            return failed(
                "unsupported-version", "Swagger `\(text)` is not read yet", at: swagger, key: "swagger",
                hint: "Convert the document to OpenAPI 3.1 first.")
        }
        let near = Spelling.nearest(to: "openapi", among: mapping.pairs.map(\.key))
        return failed(
            "missing-version", "the key `openapi` is missing, which says the version of the specification", at: root,
            hint: near.map { "Is `\($0)` meant to be it?" } ?? "Write `openapi: 3.1.0` at the top.")
    }

    private static func failed(
        _ code: String, _ message: String, at node: YAMLNode, key: String? = nil, hint: String? = nil
    ) -> Checked<OpenAPIDocument.Version?> {
        let pointer = JSONPointer(key.map { [$0] } ?? [])
        return Checked(nil, [.error(code, message, at: node.range, pointer: pointer, hint: hint)])
    }
}
