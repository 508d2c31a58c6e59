import CanarySupport
import OpenRouter
import Testing

@testable import OpenRouterKit

/// Chunks in, an answer out.
@Suite struct ChatAccumulatorTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let chunks: [String]
        let want: String
        var testDescription: String { name }
    }

    /// A chunk whose first choice has this delta.
    static func delta(_ delta: String, finish: String = "null") -> String {
        chunkText(#"{"index":0,"delta":{\#(delta)},"finish_reason":\#(finish)}"#)
    }

    static func call(_ call: String) -> String { delta(#""tool_calls":[\#(call)]"#) }

    static func answer(_ message: String, finish: String = "null", more: String = "") -> String {
        #"{"id":"c1","created":7,"model":"m","object":"chat.completion","choices":[{"index":0,"finish_reason":\#(finish),"#
            + #""message":{"role":"assistant",\#(message)}\#(more)}]}"#
    }

    static let rows = [
        Row(
            name: "text, and why it ended",
            chunks: [
                delta(#""role":"assistant","content":"""#), delta(#""content":"Hel""#), delta(#""content":"lo""#),
                delta("", finish: #""stop""#),
            ], want: answer(#""content":"Hello""#, finish: #""stop""#)),
        Row(name: "no text is null", chunks: [delta("")], want: answer(#""content":null"#)),
        Row(
            name: "a refusal", chunks: [delta(#""refusal":"I ""#), delta(#""refusal":"won't""#)],
            want: answer(#""content":null,"refusal":"I won't""#)),
        Row(
            name: "calls by index, their fragments mixed",
            chunks: [
                call(#"{"index":0,"id":"a","type":"function","function":{"name":"f","arguments":""}}"#),
                call(#"{"index":1,"id":"b","type":"function","function":{"name":"g","arguments":"{}"}}"#),
                call(#"{"index":0,"function":{"arguments":"{\"x\""}}"#),
                call(#"{"index":0,"function":{"name":"","arguments":":1}"}}"#),
            ],
            want: answer(
                #""content":null,"tool_calls":["#
                    + #"{"id":"a","type":"function","function":{"name":"f","arguments":"{\"x\":1}"}},"#
                    + #"{"id":"b","type":"function","function":{"name":"g","arguments":"{}"}}]"#)),
        Row(
            name: "another ID under one index is another call",
            chunks: [
                call(#"{"index":0,"id":"a","function":{"name":"f","arguments":"1"}}"#),
                call(#"{"index":0,"id":"b","function":{"name":"f","arguments":"2"}}"#),
                call(#"{"index":0,"id":"b","function":{"arguments":"3"},"signature":"s"}"#),
            ],
            want: answer(
                #""content":null,"tool_calls":[{"id":"a","type":"function","function":{"name":"f","arguments":"1"}},"#
                    + #"{"id":"b","type":"function","function":{"name":"f","arguments":"23"},"signature":"s"}]"#)),
        Row(
            name: "reasoning and its details",
            chunks: [
                delta(#""reasoning":"be","reasoning_details":[{"type":"reasoning.text","text":"be","index":0}]"#),
                delta(#""reasoning":"cause","reasoning_details":[{"type":"reasoning.text","text":"cause","index":0}]"#),
                delta(#""reasoning_details":[{"type":"reasoning.text","signature":"s","index":0}]"#),
                delta(#""reasoning_details":[{"type":"reasoning.text","text":"so","index":0}]"#),
                delta(#""reasoning_details":[{"type":"reasoning.encrypted","data":"x","index":1}]"#),
                delta(#""reasoning_details":[{"type":"reasoning.encrypted","data":"y","index":1}]"#),
                delta(#""reasoning_details":[{"type":"reasoning.summary","summary":"a","index":2}]"#),
                delta(#""reasoning_details":[{"type":"reasoning.summary","summary":"b","index":2}]"#),
                delta(#""reasoning_details":[{"type":"reasoning.summary","summary":"c","index":3}]"#),
            ],
            want: answer(
                #""content":null,"reasoning":"because","reasoning_details":["#
                    + #"{"type":"reasoning.text","text":"because","signature":"s","index":0},"#
                    + #"{"type":"reasoning.text","text":"so","index":0},"#
                    + #"{"type":"reasoning.encrypted","data":"x","index":1},{"type":"reasoning.encrypted","data":"y","index":1},"#
                    + #"{"type":"reasoning.summary","summary":"ab","index":2},{"type":"reasoning.summary","summary":"c","index":3}]"#
            )),
        Row(
            name: "pictures, sound and what is not documented",
            chunks: [
                delta(#""images":[{"type":"image_url","image_url":{"url":"u"}}],"annotations":[1]"#),
                delta(#""audio":{"id":"s","data":"QU","transcript":"a"},"annotations":[2],"mood":"x""#),
                delta(#""audio":{"data":"JD","transcript":"b","expires_at":9},"mood":"y""#),
            ],
            want: answer(
                #""content":null,"images":[{"type":"image_url","image_url":{"url":"u"}}],"annotations":[1,2],"mood":"y","#
                    + #""audio":{"id":"s","data":"QUJD","transcript":"ab","expires_at":9}"#)),
        Row(
            name: "probabilities of tokens",
            chunks: ["A", "B"].map { token in
                chunkText(
                    #"{"index":0,"delta":{"content":"\#(token)"},"finish_reason":null,"native_finish_reason":"end","logprobs":"#
                        + #"{"content":[{"token":"\#(token)","logprob":-1,"bytes":null,"top_logprobs":[]}],"refusal":null}}"#
                )
            },
            want: answer(
                #""content":"AB""#,
                more: #","native_finish_reason":"end","logprobs":{"refusal":null,"content":["#
                    + #"{"token":"A","logprob":-1,"bytes":null,"top_logprobs":[]},"#
                    + #"{"token":"B","logprob":-1,"bytes":null,"top_logprobs":[]}]}"#)),
        Row(
            name: "several choices, and what comes once",
            chunks: [
                chunkText(#"{"index":1,"delta":{"content":"b"},"finish_reason":"length"}"#, more: #","provider":"P""#),
                chunkText(#"{"index":0,"delta":{"content":"a"},"finish_reason":"stop"}"#),
                chunkText(
                    "",
                    more: #","service_tier":"t","system_fingerprint":"f","usage":"#
                        + #"{"completion_tokens":1,"prompt_tokens":2,"total_tokens":3}"#),
            ],
            want: #"{"id":"c1","created":7,"model":"m","object":"chat.completion","provider":"P","service_tier":"t","#
                + #""system_fingerprint":"f","usage":{"completion_tokens":1,"prompt_tokens":2,"total_tokens":3},"choices":["#
                + #"{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"a"}},"#
                + #"{"index":1,"finish_reason":"length","message":{"role":"assistant","content":"b"}}]}"#),
    ]

    @Test(arguments: rows) func folds(row: Row) throws {
        var accumulator = ChatAccumulator()
        for text in row.chunks { try accumulator.add(ChatStreamChunk(jsonText: text)) }
        let result = try #require(accumulator.result)
        // As JSON, so that a difference is shown whole.
        let got = try JSONValue(encoding: result)
        let want = try JSONValue(encoding: ChatResult(jsonText: row.want))
        #expect(got == want, "\(got)\n\(want)")
        // What is folded can be sent back.
        #expect(try ChatResult(jsonText: got.description) == result)
    }

    /// Thousands of pieces; what came before is not copied with each.
    @Test func aLongAnswer() throws {
        let pieces = try (0..<5_000).map { _ in
            try ChatStreamChunk(
                jsonText: Self.delta(
                    #""content":"0123456789","reasoning":"abc","reasoning_details":"#
                        + #"[{"type":"reasoning.text","text":"abc","index":0}],"#
                        + #""tool_calls":[{"index":0,"id":"a","function":{"name":"f","arguments":"1234"}}]"#))
        }
        var accumulator = ChatAccumulator()
        for piece in pieces { try accumulator.add(piece) }
        let message = try #require(accumulator.result?.message)
        #expect(message.text.utf8.count == 50_000 && message.reasoning.valueOrNil?.utf8.count == 15_000)
        #expect(message.toolCalls?.first?.function.arguments.utf8.count == 20_000)
        #expect(message.reasoningDetails?.count == 1)
    }

    @Test func nothingYet() { #expect(ChatAccumulator().result == nil) }

    @Test func anErrorKeepsWhatCameBefore() throws {
        var accumulator = ChatAccumulator()
        try accumulator.add(ChatStreamChunk(jsonText: Self.delta(#""content":"Hel""#)))
        let broken = chunkText(
            #"{"index":0,"delta":{"content":"l"},"finish_reason":"error"}"#,
            more: #","error":{"code":502,"message":"bad key \#(Canary.text)"}"#)
        let chunk = try ChatStreamChunk(jsonText: broken)
        let failure = try #require(throws: ChatStreamFailure.self) { try accumulator.add(chunk) }
        #expect(failure.code == 502 && failure.message == "bad key \(Canary.text)")
        #expect(!Canary.isIn(Canary.prints(failure)))
        #expect(failure.partial?.text == "Hell" && failure.partial?.finishReason == .error)
        #expect(accumulator.result == failure.partial)
    }
}
