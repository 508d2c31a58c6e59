public import OpenRouter

extension Inputs: ExpressibleByStringInterpolation {
    /// A single text.
    public init(stringLiteral value: String) { self = .string(value) }
}

extension ResponsesRequest {
    /// A request with what most have; everything else is a property.
    ///
    /// ```swift
    /// let response = try await openRouter.responses.send(.init(model: "openai/gpt-4o", input: "Hello"))
    /// ```
    /// - Parameters:
    ///   - model: such as `openai/gpt-4o`.
    ///   - input: a text, or a list of items.
    ///   - instructions: what the model shall keep to.
    public init(model: String, input: Inputs, instructions: String? = nil) {
        self.init(input: input, instructions: instructions.map { .value($0) } ?? .absent, model: model)
    }
}
