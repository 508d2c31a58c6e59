import ApusIR
import ApusOpenAPI
import ApusYAML

/// The document's wish for retries, which two families of extensions spell differently.
extension Builder {
    /// What one extension leaves open, the next one may say.
    func lowerRetryPolicy() -> RetryPolicy? { retryPolicy(document.extensions, at: document.place) }

    /// What the extensions of the document or of an operation say.
    func retryPolicy(_ extensions: OrderedMap<YAMLNode>, at place: Place) -> RetryPolicy? {
        var policy = RetryPolicy()
        var isThere = false
        for key in ["x-apus-retries", "x-speakeasy-retries", "x-retry-strategy"] {
            guard let node = extensions[key] else { continue }
            let strategy = node.mapping?["strategy"]?.scalar?.text ?? node.mapping?["type"]?.scalar?.text
            guard node.mapping != nil, strategy.map(Self.strategies.contains) ?? true else {
                warnOfExtension(key, "no retry policy that is known", at: place)
                continue
            }
            // "None at all" leaves nothing open; where an earlier one asks for retries, it is overruled.
            if strategy == "none" {
                guard !isThere else { continue }
                return RetryPolicy(maximumAttempts: 1)
            }
            isThere = true
            add(node, to: &policy)
        }
        return isThere ? policy : nil
    }

    private static let strategies: Set<String> = [
        "backoff", "attempt-count-backoff", "none", "exponential", "exponential-backoff", "exponential_backoff",
    ]

    private func add(_ node: YAMLNode, to policy: inout RetryPolicy) {
        func number(_ keys: String...) -> Int? {
            let backoff = node.mapping?["backoff"]?.mapping
            for key in keys {
                guard let scalar = (backoff?[key] ?? node.mapping?[key])?.scalar, scalar.kind == .integer else {
                    continue
                }
                if let value = Int(scalar.text), value >= 0 { return value }
            }
            return nil
        }
        // Retries come behind the first attempt.
        let retries = number("maxRetries").map { min($0, 100) + 1 }
        policy.maximumAttempts = policy.maximumAttempts ?? number("maxAttempts") ?? retries
        policy.initialDelay = policy.initialDelay ?? number("initialInterval", "initialDelay")
        policy.maximumDelay = policy.maximumDelay ?? number("maxInterval", "maxDelay")
        policy.maximumElapsed = policy.maximumElapsed ?? number("maxElapsedTime")
        if case .boolean(let value)? = node.mapping?["retryConnectionErrors"]?.scalar?.kind {
            policy.retriesConnectionErrors = policy.retriesConnectionErrors ?? value
        }
        if policy.statuses.isEmpty {
            let codes = node.mapping?["statusCodes"]?.sequence ?? []
            policy.statuses = codes.compactMap { $0.scalar.flatMap { StatusPattern(text: $0.text) } }
        }
    }
}
