import OpenRouter

/// Details of a model's reasoning, as far as they have come. Texts and summaries come in pieces, the other kinds whole.
/// Sent back with the next request they must be as the model made them: pieces are joined, their order stays.
struct ReasoningParts: Sendable {
    private struct Part: Sendable {
        /// All but the text or the summary.
        var frame: ReasoningDetailUnion
        /// Appended in place: a model may think for thousands of pieces.
        var text: String?
    }

    private var parts: [Part] = []

    mutating func add(_ pieces: ChatStreamReasoningDetails) {
        for piece in pieces {
            let piece = Self.part(piece)
            guard let frame = parts.last.flatMap({ Self.join($0, piece) }) else {
                parts.append(piece)
                continue
            }
            let last = parts.count - 1
            parts[last].frame = frame
            guard let text = piece.text else { continue }
            if parts[last].text == nil { parts[last].text = text } else { parts[last].text?.append(text) }
        }
    }

    /// The details; `nil` when there are none.
    var whole: ChatReasoningDetails? { parts.isEmpty ? nil : parts.map(Self.detail) }

    /// A detail, taken apart.
    private static func part(_ piece: ReasoningDetailUnion) -> Part {
        switch piece {
        case .reasoningDetailText(var frame):
            let text = frame.text.valueOrNil
            if text != nil { frame.text = .absent }
            return Part(frame: .reasoningDetailText(frame), text: text)
        case .reasoningDetailSummary(var frame):
            let text = frame.summary
            frame.summary = ""
            return Part(frame: .reasoningDetailSummary(frame), text: text)
        default: return Part(frame: piece)
        }
    }

    /// A detail, put together again.
    private static func detail(_ part: Part) -> ReasoningDetailUnion {
        switch (part.frame, part.text) {
        case (.reasoningDetailText(var detail), let text?):
            detail.text = .value(text)
            return .reasoningDetailText(detail)
        case (.reasoningDetailSummary(var detail), let text?):
            detail.summary = text
            return .reasoningDetailSummary(detail)
        default: return part.frame
        }
    }

    /// The frame of the detail that two pieces belong to; `nil` when they are two details.
    private static func join(_ part: Part, _ piece: Part) -> ReasoningDetailUnion? {
        switch (part.frame, piece.frame) {
        case (.reasoningDetailText(let frame), .reasoningDetailText(let more)):
            // A signature ends a text: what comes behind it is another one, whatever its index.
            guard piece.text?.isEmpty ?? true || frame.signature.valueOrNil == nil else { return nil }
            return join(frame, more).map(ReasoningDetailUnion.reasoningDetailText)
        case (.reasoningDetailSummary(let frame), .reasoningDetailSummary(let more)):
            return join(frame, more).map(ReasoningDetailUnion.reasoningDetailSummary)
        default: return nil
        }
    }

    private static func join(_ frame: ReasoningDetailText, _ more: ReasoningDetailText) -> ReasoningDetailText? {
        guard frame.index == more.index, isSame(frame.id, more.id) else { return nil }
        var joined = frame
        if case .value = more.signature { joined.signature = more.signature }
        if case .value = more.format { joined.format = more.format }
        if case .value = more.id { joined.id = more.id }
        joined.unknownFields.take(more.unknownFields)
        return joined
    }

    private static func join(
        _ frame: ReasoningDetailSummary, _ more: ReasoningDetailSummary
    ) -> ReasoningDetailSummary? {
        guard frame.index == more.index, isSame(frame.id, more.id) else { return nil }
        var joined = frame
        if case .value = more.format { joined.format = more.format }
        if case .value = more.id { joined.id = more.id }
        joined.unknownFields.take(more.unknownFields)
        return joined
    }

    /// Whether two IDs, where both are given, are one.
    private static func isSame(_ left: Presence<String>, _ right: Presence<String>) -> Bool {
        guard let left = left.valueOrNil, let right = right.valueOrNil else { return true }
        return left == right
    }
}
