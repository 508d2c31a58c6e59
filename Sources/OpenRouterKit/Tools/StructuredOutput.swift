public import OpenRouter

/// An answer that is JSON of a type of your own.
///
/// ```swift
/// let recipe = try await openRouter.chat.send(request, returning: Recipe.self)
/// ```
/// does all of it. Where you want the response's other parts too:
/// ```swift
/// let output = try StructuredOutput(Recipe.self)
/// request.responseFormat = output.responseFormat
/// let answer = try await openRouter.chat.send(request)
/// print(try output.value(of: answer), answer.usage?.totalTokens ?? 0)
/// ```
public struct StructuredOutput<Value: Decodable>: Sendable {
    /// What goes into a request's `responseFormat`.
    public let responseFormat: ChatRequest.ResponseFormat

    /// Asks for a type, its schema derived.
    /// - Parameters:
    ///   - name: at most 64 letters, digits, underscores and dashes; the type's name if left out.
    ///   - description: what the answer is, for the model.
    ///   - strict: whether the model is held to the schema, where its provider can.
    /// - Throws: ``SchemaError`` when no schema can be derived, or the type is no object.
    public init(
        _ type: Value.Type = Value.self, name: String? = nil, description: String? = nil, strict: Bool = true
    ) throws(SchemaError) {
        let schema = try JSONSchema.ofObject(type, strict: strict)
        responseFormat = .chatFormatJSONSchemaConfig(
            .init(
                jsonSchema: .init(
                    description: description, name: name ?? "\(type)".schemaName, schema: schema.dictionary,
                    strict: .value(strict))))
    }

    /// The value of the first choice.
    /// - Throws: ``StructuredOutputError``
    public func value(of result: ChatResult) throws(StructuredOutputError) -> Value {
        let text = result.text
        if let refusal = result.message?.refusal.valueOrNil, !refusal.isEmpty { throw .refused(refusal) }
        if text.isEmpty { throw .empty(result.finishReason) }
        do {
            return try ModelJSON.decode(Value.self, text)
        } catch {
            throw result.finishReason == .length ? .cutOff(text: text) : .unreadable(text: text, error)
        }
    }
}

/// An answer is not of the type that was asked for.
public enum StructuredOutputError: Error, CustomStringConvertible {
    /// The model refused, with these words.
    case refused(String)
    /// There is no text; why the answer ended.
    case empty(ChatFinishReasonEnum?)
    /// The answer was too long for its limit of tokens.
    case cutOff(text: String)
    /// The text does not fit the type.
    case unreadable(text: String, any Error)

    /// One line, without the answer's text.
    public var description: String {
        switch self {
        case .refused(let words): "the model refused: \(words)"
        case .empty(let reason): "the answer has no text; it ended with `\(reason?.rawValue ?? "no reason")`"
        case .cutOff: "the answer ended at its limit of tokens, before its JSON did"
        case .unreadable(_, let error): "the answer does not fit its type: \(error)"
        }
    }
}

extension OpenRouterClient.Chat {
    /// Completes a chat whose answer is a value of this type.
    /// - Parameters:
    ///   - body: the request; its `responseFormat` is replaced.
    ///   - type: the answer's type.
    ///   - strict: whether the model is held to the type's schema, where its provider can.
    ///   - options: settings for this call alone.
    /// - Throws: ``SchemaError`` before anything is sent, `OpenRouterError`, ``StructuredOutputError``.
    public func send<Value: Decodable & Sendable>(
        _ body: ChatRequest, returning type: Value.Type, strict: Bool = true, options: CallOptions = .init()
    ) async throws -> Value {
        let output = try StructuredOutput(type, strict: strict)
        var body = body
        body.responseFormat = output.responseFormat
        return try output.value(of: try await send(body, options: options))
    }
}
