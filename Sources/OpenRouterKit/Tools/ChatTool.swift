public import OpenRouter

/// A function of your own that a model may call, with arguments of a type of your own.
///
/// ```swift
/// let weather = try ChatTool("get_weather", description: "Tells a city's weather.", arguments: Place.self)
/// var request = ChatRequest(model: model, messages: ["How is Oslo?"], tools: [weather.definition])
/// let answer = try await openRouter.chat.send(request)
/// for call in answer.toolCalls {
///     guard let place = try weather.arguments(of: call) else { continue }
///     request.messages.append(.tool(look(place), for: call))
/// }
/// ```
public struct ChatTool<Arguments: Decodable>: Sendable {
    /// The function's name.
    public let name: String
    /// What goes into a request's `tools`.
    public let definition: ChatFunctionTool

    /// A function, its arguments' schema derived from their type.
    /// - Parameters:
    ///   - name: at most 64 letters, digits, underscores and dashes.
    ///   - description: what it does and when to call it, for the model.
    ///   - strict: whether the model is held to the schema, where its provider can.
    /// - Throws: ``SchemaError`` when no schema can be derived, or the arguments are no object.
    public init(
        _ name: String, description: String? = nil, arguments: Arguments.Type = Arguments.self, strict: Bool = false
    ) throws(SchemaError) {
        let schema = try JSONSchema.ofObject(arguments, strict: strict)
        self.name = name
        definition = .function(
            .init(
                function: .init(
                    description: description, name: name, parameters: schema.dictionary,
                    strict: strict ? .value(true) : .absent)))
    }

    /// The arguments of a call.
    /// - Returns: `nil` for a call of another function.
    /// - Throws: ``ToolArgumentsError`` when the model wrote what does not fit; it can be told so, in the tool's result.
    public func arguments(of call: ChatToolCall) throws(ToolArgumentsError) -> Arguments? {
        guard call.function.name == name else { return nil }
        // Some models write nothing where there is nothing to say.
        let text = call.function.arguments.isEmpty ? "{}" : call.function.arguments
        do {
            return try ModelJSON.decode(Arguments.self, text)
        } catch {
            throw ToolArgumentsError(call: call, underlyingError: error)
        }
    }
}

/// A model called a tool with arguments that do not fit.
public struct ToolArgumentsError: Error, CustomStringConvertible {
    /// The call.
    public let call: ChatToolCall
    /// What does not fit.
    public let underlyingError: any Error

    /// One line.
    public var description: String { "the arguments of `\(call.function.name)` do not fit: \(underlyingError)" }
}

extension ChatToolChoice {
    /// The model decides.
    public static var auto: ChatToolChoice { .value(.auto) }
    /// The model must call some tool.
    public static var required: ChatToolChoice { .value(.required) }
    /// The model must call this function.
    public static func function(_ name: String) -> ChatToolChoice {
        .chatNamedToolChoice(ChatNamedToolChoice(function: .init(name: name)))
    }
}
