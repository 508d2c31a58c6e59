public import OpenRouter

extension AsyncSequence where Element == ChatStreamChunk, Self: Sendable {
    /// The pieces of the first choice's text, as they come.
    ///
    /// ```swift
    /// for try await piece in try await openRouter.chat.stream(request).text { print(piece, terminator: "") }
    /// ```
    ///
    /// Reading it throws ``ChatStreamFailure`` where the service says that the answer broke off, and what the stream itself throws.
    public var text: AsyncThrowingCompactMapSequence<Self, String> {
        compactMap { chunk in
            if let error = chunk.error { throw ChatStreamFailure(error) }
            return chunk.text.isEmpty ? nil : chunk.text
        }
    }

    /// Reads to the end and folds the chunks into one answer.
    /// - Parameters:
    ///   - isolation: the caller's actor, where `onChunk` runs.
    ///   - onChunk: called with each chunk before it is folded, to show the answer while it comes, or to pass it on: the next chunk is
    ///     read when it returns.
    /// - Throws: ``ChatStreamFailure`` with the answer up to there, ``EmptyStream``, what the stream throws (an `OpenRouterError`),
    ///   and what `onChunk` throws.
    public func collected(
        isolation: isolated (any Actor)? = #isolation,
        onChunk: nonisolated(nonsending) (ChatStreamChunk) async throws -> Void = { _ in }
    ) async throws -> ChatResult {
        var accumulator = ChatAccumulator()
        for try await chunk in self {
            try await onChunk(chunk)
            try accumulator.add(chunk)
        }
        guard let result = accumulator.result else { throw EmptyStream() }
        return result
    }
}

extension ChatStreamChunk {
    /// The piece of the first choice's text; empty when the chunk has none.
    public var text: String { choices.first { $0.index == 0 }?.delta.content ?? "" }
}
