import OpenRouter

/// One choice of a streamed chat, as far as it has come.
struct ChoiceParts: Sendable {
    private var content: String?
    private var refusal: String?
    private var reasoning: String?
    private var reasoningDetails = ReasoningParts()
    private var toolCalls = ToolCallParts()
    /// All but its data and transcript.
    private var audio: ChatAudioOutput?
    private var audioData: String?
    private var transcript: String?
    private var images: ChatAssistantImages?
    /// All but its tokens.
    private var logprobs: ChatTokenLogprobs?
    private var contentLogprobs: [ChatTokenLogprob]?
    private var refusalLogprobs: [ChatTokenLogprob]?
    private var finishReason: ChatFinishReasonEnum?
    private var messageFields: JSONObject = [:]
    private var choiceFields: JSONObject = [:]

    mutating func add(_ choice: ChatStreamChoice) {
        add(choice.delta)
        finishReason = choice.finishReason ?? finishReason
        if let more = choice.logprobs { add(more) }
        choiceFields.take(choice.unknownFields)
    }

    private mutating func add(_ delta: ChatStreamDelta) {
        Self.append(delta.content, to: &content)
        Self.append(delta.refusal, to: &refusal)
        Self.append(delta.reasoning, to: &reasoning)
        reasoningDetails.add(delta.reasoningDetails ?? [])
        for fragment in delta.toolCalls ?? [] { toolCalls.add(fragment) }
        if let more = delta.audio { add(more) }
        var rest = delta.unknownFields
        addImages(&rest)
        messageFields.take(rest)
    }

    /// The document has pictures in whole messages, the service sends them in chunks as well.
    private mutating func addImages(_ fields: inout JSONObject) {
        guard let more = try? fields["images"]?.decode(ChatAssistantImages.self) else { return }
        images = (images ?? []) + more
        fields["images"] = nil
    }

    private mutating func add(_ more: ChatAudioOutput) {
        Self.append(more.data, to: &audioData)
        Self.append(more.transcript, to: &transcript)
        var frame = audio ?? ChatAudioOutput()
        frame.id = more.id ?? frame.id
        frame.expiresAt = more.expiresAt ?? frame.expiresAt
        frame.unknownFields.take(more.unknownFields)
        audio = frame
    }

    private mutating func add(_ more: ChatTokenLogprobs) {
        Self.append(more.content, to: &contentLogprobs)
        Self.append(more.refusal, to: &refusalLogprobs)
        var frame = logprobs ?? ChatTokenLogprobs()
        frame.unknownFields.take(more.unknownFields)
        logprobs = frame
    }

    /// In place: an answer has thousands of pieces, and none is to be copied with each.
    private static func append<Part: RangeReplaceableCollection>(_ more: Part?, to whole: inout Part?) {
        guard let more else { return }
        if whole == nil { whole = more } else { whole?.append(contentsOf: more) }
    }

    private var wholeAudio: ChatAudioOutput? {
        guard var whole = audio else { return nil }
        (whole.data, whole.transcript) = (audioData, transcript)
        return whole
    }

    private var wholeLogprobs: ChatTokenLogprobs? {
        guard var whole = logprobs else { return nil }
        (whole.content, whole.refusal) = (contentLogprobs, refusalLogprobs)
        return whole
    }

    /// The choice as an answer that is not streamed has it.
    func choice(index: Int) -> ChatChoice {
        let message = ChatAssistantMessage(
            audio: wholeAudio, content: content.map { .value(.string($0)) } ?? .null, images: images,
            reasoning: reasoning.map { .value($0) } ?? .absent, reasoningDetails: reasoningDetails.whole,
            refusal: refusal.map { .value($0) } ?? .absent, toolCalls: toolCalls.whole, unknownFields: messageFields)
        return ChatChoice(
            finishReason: finishReason, index: index, logprobs: wholeLogprobs, message: message,
            unknownFields: choiceFields)
    }
}
