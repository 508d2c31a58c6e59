public import OpenRouter

extension EmbeddingsRequest.Input: ExpressibleByStringInterpolation {
    /// One text.
    public init(stringLiteral value: String) { self = .string(value) }
}

extension EmbeddingsRequest.Input: ExpressibleByArrayLiteral {
    /// Several texts, each of which gets a vector of its own.
    public init(arrayLiteral elements: String...) { self = .arrayOfString(elements) }
}
