/// One event of a `text/event-stream` (WHATWG HTML, Server-sent events), as it came.
public struct ServerSentEvent {
    /// The event's type; `nil` where the stream names none, which means `message`.
    public var event: String?
    /// The lines of `data`, joined by line feeds.
    public var data: String
    /// The ID that this event sets, if it does.
    public var id: String?
    /// How long to wait before connecting anew, in milliseconds, if the event says so.
    public var retry: Int?

    /// An event from its parts.
    public init(event: String? = nil, data: String, id: String? = nil, retry: Int? = nil) {
        self.event = event
        self.data = data
        self.id = id
        self.retry = retry
    }
}

extension ServerSentEvent: JSONFormDefaults, JSONModel {
    /// Reads `{"event": …, "data": …, "id": …, "retry": …}`.
    public init(json: borrowing JSONReader) throws(JSONError) {
        var object = try json.object()
        event = try object.optional("event")
        data = try object.required("data")
        id = try object.optional("id")
        retry = try object.optional("retry")
    }

    /// Writes `{"event": …, "data": …, "id": …, "retry": …}`.
    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.optional("event", event)
        writer.required("data", data)
        writer.optional("id", id)
        writer.optional("retry", retry)
        writer.endObject()
    }
}
