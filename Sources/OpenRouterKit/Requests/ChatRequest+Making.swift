public import OpenRouter

extension ChatRequest {
    /// A request with what most have; everything else is a property.
    ///
    /// ```swift
    /// let answer = try await openRouter.chat.send(.init(model: "openai/gpt-4o", messages: ["Hello"]))
    /// ```
    /// - Parameters:
    ///   - model: such as `openai/gpt-4o`.
    ///   - messages: the conversation so far; a text is a message of the user.
    ///   - tools: what the model may call.
    ///   - responseFormat: what the answer's text must look like.
    ///   - temperature: from 0 to 2; the higher, the more varied the answer.
    ///   - maxCompletionTokens: the most tokens that the answer may have, reasoning included.
    public init(
        model: ModelName, messages: [ChatMessages], tools: [ChatFunctionTool]? = nil,
        responseFormat: ResponseFormat? = nil,
        temperature: Double? = nil, maxCompletionTokens: Int? = nil
    ) {
        self.init(
            maxCompletionTokens: maxCompletionTokens.map { .value($0) } ?? .absent, messages: messages, model: model,
            responseFormat: responseFormat, temperature: temperature.map { .value($0) } ?? .absent, tools: tools)
    }
}
