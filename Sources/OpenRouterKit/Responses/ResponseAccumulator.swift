public import OpenRouter

/// Folds the events of a streamed response: the text as far as it has come, and the whole response at the end.
public struct ResponseAccumulator: Sendable {
    /// The text so far, of all output items in the order in which it came.
    public private(set) var text = ""
    /// The response: complete, or incomplete for the reason that it tells. `nil` until the event that ends it.
    public private(set) var result: OpenResponsesResult?

    /// Has nothing yet.
    public init() {}

    /// Takes the next event.
    /// - Throws: ``ResponseStreamFailure`` when the event says that the response failed.
    public mutating func add(_ event: StreamEvents) throws(ResponseStreamFailure) {
        switch event {
        case .textDeltaEvent(let delta): text += delta.delta
        case .streamEventsResponseCompleted(let end): result = end.response
        case .streamEventsResponseIncomplete(let end): result = end.response
        default: if let failure = ResponseStreamFailure(event, partialText: text) { throw failure }
        }
    }
}
