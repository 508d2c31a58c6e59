/// What an ``ExampleServer`` does with one request.
public indirect enum ServerStep: Sendable {
    /// Answers with the document's example for this status and name, a success when neither is given: the first that the
    /// request accepts, so that a call that streams gets a stream. Where the document has none, the body is a plain JSON
    /// error of that status.
    case example(status: Int? = nil, name: String? = nil, headers: [String: String] = [:])
    /// Answers with this response. A body without a `Content-Type` among the headers is sent as `application/json`.
    case response(status: Int, headers: [String: String] = [:], body: String = "")
    /// Answers with exactly these bytes and header fields: nothing is added but `Content-Length` and `Connection`. For
    /// bodies that are compressed or no text, and for a missing `Content-Type`.
    case bytes(status: Int, headers: [String: String] = [:], body: [UInt8])
    /// Answers with the pieces of a body one after the other, as a model writes its answer: waits that long between two of
    /// them, and for as long as the client does not read. With `breaksOff` the connection closes behind the last piece,
    /// and the body has no end.
    case pieces(
        [String], every: Duration = .zero, headers: [String: String] = ["Content-Type": "text/event-stream"],
        breaksOff: Bool = false)
    /// Closes the connection without an answer.
    case drop
    /// Closes the connection without an answer, with a TCP reset.
    case reset
    /// Does the other step after that time.
    case delayed(Duration, ServerStep)
}

/// A step with nothing left to look up.
enum ServerAnswer: Sendable {
    case response(status: Int, headers: [(name: String, value: String)], body: [UInt8])
    case pieces(PiecewiseAnswer)
    case close(reset: Bool)
}

/// A body that comes in pieces, behind a status of 200.
struct PiecewiseAnswer: Sendable {
    var headers: [(name: String, value: String)]
    var pieces: ArraySlice<[UInt8]>
    var pause: Duration
    var breaksOff: Bool
}
