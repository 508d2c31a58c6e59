import ApusIR

/// The alternatives of credentials that the runtime can send.
struct SupportedSecurity {
    private let schemes: Set<String>

    init(_ api: API) {
        schemes = Set(
            api.securitySchemes.compactMap { Self.isSupported($0.kind) ? $0.name : nil })
    }

    /// Whether the runtime knows where the credential goes.
    static func isSupported(_ kind: SecurityScheme.Kind) -> Bool {
        if case .unsupported = kind { false } else { true }
    }

    /// Those alternatives of an operation whose schemes are all supported. None left means that the call is sent as it
    /// is, with what the caller puts into its headers: a call that could never be made would help nobody.
    func alternatives(of operation: Operation) -> [[String]] {
        operation.security.filter { $0.allSatisfy(schemes.contains) }
    }
}
