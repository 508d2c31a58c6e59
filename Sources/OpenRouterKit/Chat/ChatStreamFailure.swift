public import OpenRouter

/// The service said inside of a streamed chat that the answer broke off.
public struct ChatStreamFailure: Error, CustomStringConvertible {
    /// What the service says.
    public let error: ChatStreamChunk.Error
    /// The answer up to there; `nil` where it was not collected.
    public let partial: ChatResult?

    init(_ error: ChatStreamChunk.Error, partial: ChatResult? = nil) {
        self.error = error
        self.partial = partial
    }

    /// The number of the error, such as 429.
    public var code: Int { Int(error.code) }
    /// What went wrong, in the service's words.
    public var message: String { error.message }
    /// One line, without the answer's text.
    public var description: String { "the chat broke off with error \(code): \(message)" }
}

/// A stream ended, as it should, but with nothing in it.
public struct EmptyStream: Error, Hashable, CustomStringConvertible {
    /// That nothing came.
    public var description: String { "the stream ended without any answer" }
}
