import ApusDiagnostics

/// The rules that need more than one object, in the order in which they are checked.
enum Validation {
    static let rules: [@Sendable (OpenAPIDocument) -> [Diagnostic]] = [
        ServerRules.check, TagRules.check, PathRules.check, OperationRules.check, ParameterRules.check,
        QueryRules.check,
        SecurityRules.check, MediaTypeRules.check,
    ]
}

extension OpenAPIDocument {
    /// Every operation with its path and path item, webhooks left out: the calls that a client can make.
    var allOperations: [OperationSite] {
        paths.flatMap { entry -> [OperationSite] in
            guard let item = references.resolve(entry.value) else { return [] }
            return item.operations.map {
                OperationSite(
                    path: entry.key, keyRange: entry.keyRange, item: item, method: $0.method, operation: $0.operation)
            }
        }
    }
}

/// An operation with what holds it.
struct OperationSite {
    let path: String
    let keyRange: SourceRange
    let item: PathItemObject
    let method: String
    let operation: OperationObject
}
