import ApusDiagnostics

/// An operation's ID is the only one of its name, and something is said about its responses.
enum OperationRules {
    static func check(_ document: OpenAPIDocument) -> [Diagnostic] {
        let sites = document.allOperations
        return duplicateIDs(sites)
            + sites.flatMap {
                responses(of: $0.operation, method: $0.method, path: $0.path, document.version)
            }
    }

    private static func duplicateIDs(_ sites: [OperationSite]) -> [Diagnostic] {
        var first: [ByteKey: Place] = [:]
        var found: [Diagnostic] = []
        for operation in sites.map(\.operation) {
            guard let id = operation.operationID, let place = operation.operationIDPlace else { continue }
            guard let earlier = first[ByteKey(id)] else { first[ByteKey(id)] = place; continue }
            found.append(
                .warning(
                    "duplicate-operation-id",
                    earlier.range == place.range
                        ? "`\(id)` is an operation of several paths; at later ones it is named after its method and path"
                        : "the operationId `\(id)` is taken; the operation is named after its method and path",
                    at: place.range, pointer: place.pointer, hint: "Each operation needs an ID of its own.",
                    notes: earlier.range == place.range ? [] : [.init("first used here", at: earlier.range)]))
        }
        return found
    }

    /// What a success returns is not said: any is taken, without a body. Since OpenAPI 3.1 `responses` may be left out.
    private static func responses(
        of operation: OperationObject, method: String, path: String, _ version: OpenAPIDocument.Version
    ) -> [Diagnostic] {
        guard operation.responses.isEmpty else { return success(operation, method, path) }
        let mayBeLeftOut = version >= .v31 && !operation.hasResponses
        return mayBeLeftOut ? [] : [missing(operation, method, path)]
    }

    private static func missing(_ operation: OperationObject, _ method: String, _ path: String) -> Diagnostic {
        .warning(
            "missing-responses",
            (operation.hasResponses
                ? "`\(method) \(path)` has no response" : "`\(method) \(path)` needs the key `responses`")
                + "; any success is taken, without its body",
            at: operation.place.range, pointer: operation.place.pointer,
            hint: "Say at least what a success returns, such as `responses: {'200': {description: OK}}`.")
    }

    /// Only errors are described. `default` and redirections can be read as the success; an error cannot.
    private static func success(_ operation: OperationObject, _ method: String, _ path: String) -> [Diagnostic] {
        guard operation.responses.entries.allSatisfy({ isError($0.key) }) else { return [] }
        let pointer = operation.place.path.appending("responses").pointer
        return [
            .warning(
                "no-success-response",
                "`\(method) \(path)` describes errors but no success; any is taken, without its body",
                at: operation.place.range, pointer: pointer, hint: "Add a response such as `200` or `204`.")
        ]
    }

    private static func isError(_ status: String) -> Bool {
        status.utf8.first == UInt8(ascii: "4") || status.utf8.first == UInt8(ascii: "5")
    }

    /// `200`, `2XX` (with small letters too) or `default`.
    static func isStatus(_ text: String) -> Bool {
        if text == "default" { return true }
        let bytes = Array(text.utf8)
        guard bytes.count == 3, (UInt8(ascii: "1")...UInt8(ascii: "5")).contains(bytes[0]) else { return false }
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        return bytes[1...].allSatisfy(digits.contains) || bytes[1...].allSatisfy { $0 | 0x20 == UInt8(ascii: "x") }
    }
}
