/// A secret that proves who calls, or where it comes from. Never shown: description, debug description and mirror say
/// only its kind.
public enum Credential: Sendable, ExpressibleByStringLiteral {
    /// The secret itself: an API key, a token (with or without `Bearer `), or `user:password` for basic authentication.
    /// An empty one counts as missing.
    case value(String)
    /// A function asked before every attempt, so that a retry uses a fresh token.
    case provider(@Sendable () async throws -> String)
    /// An environment variable, read before every attempt.
    case environment(String)

    /// The secret itself.
    public init(stringLiteral value: String) { self = .value(value) }
}

extension Credential: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The kind, never the secret.
    public var description: String {
        switch self {
        case .value: "Credential(\(Secrets.mark))"
        case .provider: "Credential(provider)"
        case .environment(let name): "Credential(environment: \(name))"
        }
    }

    /// The kind, never the secret.
    public var debugDescription: String { description }

    /// Empty.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
