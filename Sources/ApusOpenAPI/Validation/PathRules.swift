import ApusDiagnostics

/// A path is a path and nothing more, and the variables in it are declared.
enum PathRules {
    static func check(_ document: OpenAPIDocument) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for entry in document.paths {
            let pointer = JSONPointer(["paths", entry.key])
            let key = PathKey(entry.key)
            found += key.complaints.map { message, hint in
                .warning("path-key", message, at: entry.keyRange, pointer: pointer, hint: hint)
            }
            guard let template = PathTemplate(key.path) else {
                found.append(
                    .warning(
                        "bad-path", "`\(entry.key)` is not a path; its operations are left out", at: entry.keyRange,
                        pointer: pointer, hint: PathTemplate.complaint(about: key.path)))
                continue
            }
            guard let item = document.references.resolve(entry.value) else { continue }
            for (method, operation) in item.operations {
                found += variables(template, key, item, operation, "\(method) \(entry.key)", document)
            }
        }
        return found
    }

    private static func variables(
        _ template: PathTemplate, _ key: PathKey, _ item: PathItemObject, _ operation: OperationObject, _ name: String,
        _ document: OpenAPIDocument
    ) -> [Diagnostic] {
        let parameters = (item.parameters + operation.parameters).compactMap { document.references.resolve($0) }
        let declared = parameters.filter { $0.location == .path }
        let names = Set(declared.map { ByteKey($0.name) })
        let used = Set((template.variables + key.queryVariables).map(ByteKey.init))
        var found: [Diagnostic] = []
        for variable in template.variables where !names.contains(ByteKey(variable)) {
            found.append(
                .warning(
                    "undeclared-path-parameter",
                    "`{\(variable)}` of `\(name)` is not declared as a parameter; it is read as a string",
                    at: operation.place.range, pointer: operation.place.pointer,
                    hint: "Add `{name: \(variable), in: path, required: true, schema: {type: string}}`."))
        }
        for parameter in declared where !used.contains(ByteKey(parameter.name)) {
            found.append(
                .warning(
                    "unused-path-parameter", "`\(parameter.name)` is not in the path of `\(name)` and is ignored",
                    at: parameter.place.range, pointer: parameter.place.pointer))
        }
        return found
    }
}

/// A path with variables in braces: OpenAPI 3.1, section 4.8.8.2, and RFC 3986, section 3.3.
public struct PathTemplate: Sendable, Hashable {
    /// The names in braces, in order, distinct.
    public let variables: [String]

    /// Parses a path; `nil` when it could change the host, the query or the place in the path's hierarchy.
    public init?(_ path: String) {
        guard Self.complaint(about: path) == nil else { return nil }
        var variables: [String] = []
        var seen: Set<ByteKey> = []
        for part in path.utf8.split(separator: UInt8(ascii: "{")).dropFirst(
            path.utf8.first == UInt8(ascii: "{") ? 0 : 1)
        {
            let name = String(Substring(part.prefix { $0 != UInt8(ascii: "}") }))
            if seen.insert(ByteKey(name)).inserted { variables.append(name) }
        }
        self.variables = variables
    }

    /// What is wrong with a path, as a hint.
    static func complaint(about path: String) -> String? {
        let bytes = Array(path.utf8)
        if bytes.first != UInt8(ascii: "/") { return "A path begins with `/`." }
        if bytes.count > 1, bytes[1] == UInt8(ascii: "/") { return "`//` would begin a host name." }
        if bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return "Control characters have no place in a path." }
        if bytes.contains(UInt8(ascii: "\\")) { return "Parts of a path are divided by `/`." }
        if !hasBalancedBraces(bytes) { return "Each `{` needs a name and a `}`." }
        let fixed = withoutVariables(bytes)
        if fixed.contains(UInt8(ascii: "?")) { return "Declare the query's values as parameters with `in: query`." }
        if fixed.contains(UInt8(ascii: "#")) { return "A fragment is never sent to a server." }
        let segments = fixed.split(separator: UInt8(ascii: "/"))
        if segments.contains(where: isDotSegment) { return "`.` and `..` would lead elsewhere." }
        return nil
    }

    private static func hasBalancedBraces(_ bytes: [UInt8]) -> Bool {
        var opened: Int?
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "{"):
                if opened != nil { return false }
                opened = index
            case UInt8(ascii: "}"):
                guard let start = opened, index > start + 1 else { return false }
                opened = nil
            case UInt8(ascii: "/"): if opened != nil { return false }
            default: break
            }
        }
        return opened == nil
    }

    /// The path with `{}` in place of each variable, so that no segment becomes a dot segment by what is cut out.
    private static func withoutVariables(_ bytes: [UInt8]) -> [UInt8] {
        var isInside = false
        return bytes.filter { byte in
            if byte == UInt8(ascii: "{") { isInside = true; return true }
            if byte == UInt8(ascii: "}") { isInside = false }
            return !isInside
        }
    }

    /// `.` and `..`, also with `%2e` for a dot.
    private static func isDotSegment(_ segment: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: segment, as: UTF8.self).lowercased()
        return [".", "..", "%2e", ".%2e", "%2e.", "%2e%2e"].contains(text)
    }
}
