public import OpenRouter

/// The service said inside of a streamed response that it failed.
public struct ResponseStreamFailure: Error, CustomStringConvertible, CustomReflectable {
    /// The error's code, where there is one.
    public let code: String?
    /// What went wrong, in the service's words, which may repeat what was sent: a key, say.
    public let message: String
    /// The response as it was when it failed, where the service sent it.
    public let response: OpenResponsesResult?
    /// The text up to there.
    public let partialText: String

    /// The failure that an event tells; `nil` when it tells none.
    init?(_ event: StreamEvents, partialText: String = "") {
        switch event {
        case .errorEvent(let event): (code, message, response) = (event.code, event.message, nil)
        case .streamEventsResponseFailed(let event):
            code = event.response.error?.code.rawValue
            message = event.response.error?.message ?? "the service does not say why"
            response = event.response
        default: return nil
        }
        self.partialText = partialText
    }

    /// One line, without the service's words.
    public var description: String { "the response failed; its `code` and `message` have the service's words" }
    /// Nothing, as the description.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
