public import OpenRouter

extension AsyncSequence where Element == StreamEvents, Self: Sendable {
    /// The pieces of the response's text, as they come.
    ///
    /// Reading it throws ``ResponseStreamFailure`` where the service says that the response failed, and what the stream itself throws.
    public var text: AsyncThrowingCompactMapSequence<Self, String> {
        compactMap { event in
            if let failure = ResponseStreamFailure(event) { throw failure }
            if case .textDeltaEvent(let delta) = event { return delta.delta }
            return nil
        }
    }

    /// Reads to the end and gives the whole response, complete or incomplete as its `status` says.
    /// - Parameters:
    ///   - isolation: the caller's actor, where `onEvent` runs.
    ///   - onEvent: called with each event, to show the response while it comes, or to pass it on: the next event is read when it
    ///     returns.
    /// - Throws: ``ResponseStreamFailure`` with the text up to there, ``EmptyStream``, what the stream throws (an `OpenRouterError`),
    ///   and what `onEvent` throws.
    public func collected(
        isolation: isolated (any Actor)? = #isolation,
        onEvent: nonisolated(nonsending) (StreamEvents) async throws -> Void = { _ in }
    ) async throws -> OpenResponsesResult {
        var accumulator = ResponseAccumulator()
        for try await event in self {
            try await onEvent(event)
            try accumulator.add(event)
        }
        guard let result = accumulator.result else { throw EmptyStream() }
        return result
    }
}
