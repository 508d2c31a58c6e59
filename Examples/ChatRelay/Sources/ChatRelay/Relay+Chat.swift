import HTTPTypes
import Hummingbird

extension Relay {
    /// Answers `POST /chat` with server-sent events.
    ///
    /// What is wrong with the request itself is a status. What goes wrong with the service is an event, since the answer may have
    /// begun.
    func answer(_ request: Request) async throws -> Response {
        // Another site's page can send this content type only where the server allows it, and this one does not.
        guard request.headers[.contentType]?.hasPrefix("application/json") == true else {
            throw HTTPError(.unsupportedMediaType, message: "The content type must be JSON.")
        }
        var request = request
        let conversation = try Conversation(try await body(of: &request), rules)
        let events = RelayEvents(client: client, request: conversation.request(rules), logger: logger)
        let body = request.body
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/event-stream", .cacheControl: "no-store",
                // For proxies that would rather collect the answer.
                HTTPField.Name("X-Accel-Buffering")!: "no",
                // Watching for the browser's end uses the connection up.
                .connection: "close",
            ],
            body: ResponseBody { writer in
                // When the browser goes away, the task is cancelled, and with it the call of the service.
                try await body.consumeWithCancellationOnInboundClose { _ in
                    // A write waits until the browser takes it, and only then the next event is asked for.
                    for await event in events { try await writer.write(event.serverSentEvent()) }
                }
                try await writer.finish(nil)
            })
    }

    private func body(of request: inout Request) async throws -> ByteBuffer {
        do {
            return try await request.collectBody(upTo: rules.maximumBodyBytes)
        } catch let error as any HTTPResponseError where error.status == .contentTooLarge {
            throw Conversation.tooLong
        }
    }
}
