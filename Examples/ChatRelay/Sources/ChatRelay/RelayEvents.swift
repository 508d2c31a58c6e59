import Logging
import OpenRouter
import OpenRouterKit

/// An answer as events. The sequence throws nothing: a failure is its last event.
///
/// The service is read when an event is asked for, so that a browser that reads slowly holds the service back, and nothing piles up
/// here.
struct RelayEvents: AsyncSequence {
    var client: OpenRouterClient
    var request: ChatRequest
    var logger: Logger

    func makeAsyncIterator() -> Iterator { Iterator(events: self) }

    struct Iterator: AsyncIteratorProtocol {
        fileprivate let events: RelayEvents
        private var chunks: ResponseStream<ChatStreamChunk>.AsyncIterator?
        private var answer = ChatAccumulator()
        private var isOver = false

        fileprivate init(events: RelayEvents) { self.events = events }

        /// The next event; `nil` behind the last, and when the task is cancelled.
        mutating func next() async -> RelayEvent? {
            guard !isOver else { return nil }
            do {
                while let chunk = try await nextChunk() {
                    // Throws what the service says of an error inside of the stream.
                    try answer.add(chunk)
                    if !chunk.text.isEmpty { return .text(chunk.text) }
                }
                isOver = true
                return end
            } catch {
                isOver = true
                // The browser went away, or the server stops: nobody is left to be told.
                guard !Task.isCancelled else { return nil }
                // What the SDK's errors print holds no credential.
                events.logger.warning("The answer failed.", metadata: ["reason": "\(error)"])
                return .failure(RelayFailure(error))
            }
        }

        private mutating func nextChunk() async throws -> ChatStreamChunk? {
            if chunks == nil { chunks = try await events.client.chat.stream(events.request).makeAsyncIterator() }
            return try await chunks?.next()
        }

        /// What there is to say when the stream ended as it should.
        private var end: RelayEvent {
            switch answer.result?.finishReason {
            case .length: .done(note: "The answer ends here because it is as long as this server allows.")
            case .contentFilter: .done(note: "The provider filtered the rest of the answer.")
            default: (answer.result?.text ?? "").isEmpty ? .failure(RelayFailure(kind: .noWords)) : .done(note: nil)
            }
        }
    }
}
