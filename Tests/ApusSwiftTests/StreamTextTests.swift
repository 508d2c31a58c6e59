import ApusIR
import Testing

@testable import ApusSwift

/// Examples of responses that are sequences of values.
@Suite struct StreamTextTests {
    private static let one = Literal.object([.init("a", .number("1"))])
    private static let event = Literal.object([
        .init("event", .string("tick")), .init("data", .object([])),
        .init("id", .number("7")),
    ])

    /// Value, form, media type, wanted body.
    static let rows: [(Literal, Payload.StreamForm, String, String)] = [
        (one, .init(shape: .data, content: .json), "text/event-stream", "data: {\"a\":1}\n\n"),
        (
            .array([one, .string("x")]), .init(shape: .data, content: .either, sentinel: "[DONE]"),
            "Text/Event-Stream; charset=utf-8", "data: {\"a\":1}\n\ndata: x\n\ndata: [DONE]\n\n"
        ),
        (
            .array([.string("x\ny")]), .init(shape: .data, content: .text), "text/event-stream",
            "data: x\ndata: y\n\n"
        ),
        (.array([.string("x")]), .init(shape: .data, content: .json), "text/event-stream", "data: \"x\"\n\n"),
        (
            event, .init(shape: .event, content: .json), "text/event-stream",
            "event: tick\ndata: {}\nid: 7\n\n"
        ),
        (.array([one, one]), .init(shape: .data, content: .json), "application/jsonl", "{\"a\":1}\n{\"a\":1}\n"),
        (one, .init(shape: .data, content: .json), "application/json-seq", "\u{1E}{\"a\":1}\n"),
    ]

    @Test(arguments: rows.indices) func row(_ index: Int) {
        let (value, form, type, want) = Self.rows[index]
        #expect(StreamText.of(value, form, type) == want)
    }
}
