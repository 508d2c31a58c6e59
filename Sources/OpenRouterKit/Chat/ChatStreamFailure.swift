public import OpenRouter

/// The service said inside of a streamed chat that the answer broke off.
public struct ChatStreamFailure: Error, CustomStringConvertible, CustomReflectable {
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
    /// What went wrong, in the service's words, which may repeat what was sent: a key, say.
    public var message: String { error.message }
    /// One line, without the service's words.
    public var description: String { "the chat broke off with error \(code); its `message` has the service's words" }
    /// What the description shows.
    public var customMirror: Mirror { Mirror(self, children: ["code": code]) }
}

/// A stream ended, as it should, but with nothing in it.
public struct EmptyStream: Error, Hashable, CustomStringConvertible {
    /// That nothing came.
    public var description: String { "the stream ended without any answer" }
}
