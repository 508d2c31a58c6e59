public import OpenRouter

/// Folds the chunks of a streamed chat into the answer that the same request would have given at once.
///
/// ```swift
/// var answer = ChatAccumulator()
/// for try await chunk in try await openRouter.chat.stream(request) { try answer.add(chunk) }
/// print(answer.result?.text ?? "")
/// ```
///
/// It holds no more than the answer so far, and can be asked for it at any time.
public struct ChatAccumulator: Sendable {
    /// Everything but the choices, from the chunks so far; `nil` before the first one.
    private var frame: ChatResult?
    private var choices: [Int: ChoiceParts] = [:]

    /// Has nothing yet.
    public init() {}

    /// Takes the next chunk.
    /// - Throws: ``ChatStreamFailure`` when the chunk says that the answer broke off; what came before is in it, and here.
    public mutating func add(_ chunk: ChatStreamChunk) throws(ChatStreamFailure) {
        takeFrame(of: chunk)
        for choice in chunk.choices { choices[choice.index, default: ChoiceParts()].add(choice) }
        if let error = chunk.error { throw ChatStreamFailure(error, partial: result) }
    }

    /// The answer so far, its choices by index; `nil` before the first chunk.
    public var result: ChatResult? {
        guard var result = frame else { return nil }
        result.choices = choices.sorted { $0.key < $1.key }.map { $0.value.choice(index: $0.key) }
        return result
    }

    private mutating func takeFrame(of chunk: ChatStreamChunk) {
        var frame = frame ?? ChatResult(choices: [], created: chunk.created, id: chunk.id, model: chunk.model)
        // Chunks that only keep the connection alive may lack what the others have.
        if frame.id.isEmpty { frame.id = chunk.id }
        if frame.model.isEmpty { frame.model = chunk.model }
        frame.openrouterMetadata = chunk.openrouterMetadata ?? frame.openrouterMetadata
        frame.serviceTier = chunk.serviceTier ?? frame.serviceTier
        frame.systemFingerprint = chunk.systemFingerprint ?? frame.systemFingerprint
        frame.usage = chunk.usage ?? frame.usage
        frame.unknownFields.take(chunk.unknownFields)
        self.frame = frame
    }
}

extension JSONObject {
    /// Takes over members of the same thing that came later: lists go on, everything else is replaced.
    mutating func take(_ later: JSONObject) {
        for (key, value) in later {
            if case .array(let new) = value, case .array(let old) = self[key] {
                self[key] = .array(old + new)
            } else {
                self[key] = value
            }
        }
    }
}
