import ApusTesting
import CanarySupport
import OpenRouter
import OpenRouterKit
import Testing

/// Streams over a socket.
@Suite struct StreamTests {
    static let request = ChatRequest(model: "m", messages: ["Hi"])
    static let pieces = ["Hel", "lo"].map {
        chunkText(#"{"index":0,"delta":{"content":"\#($0)"},"finish_reason":null}"#)
    }
    static let end = chunkText(#"{"index":0,"delta":{},"finish_reason":"stop"}"#)
    static let error = chunkText(
        #"{"index":0,"delta":{"content":""},"finish_reason":"error"}"#,
        more: #","error":{"code":429,"message":"slow down"}"#)

    @Test func text() async throws {
        try await withServer { server, client in
            server.script("sendChat", [.events(Self.pieces + [Self.end])])
            var text: [String] = []
            for try await piece in try await client.chat.stream(Self.request).text { text.append(piece) }
            #expect(text == ["Hel", "lo"])
            #expect(server.requests[0].json?["stream"] == true)
        }
    }

    @Test("Without a script the document's example comes as a stream")
    func example() async throws {
        try await withServer { _, client in
            let answer = try await client.chat.stream(Self.request).collected()
            #expect(answer.text == "Once upon a time." && answer.finishReason == .stop)
            #expect(answer.usage?.totalTokens == 8)
        }
    }

    @Test func collected() async throws {
        try await withServer { server, client in
            server.script("sendChat", [.events(Self.pieces + [Self.end])])
            var seen = ""
            let answer = try await client.chat.stream(Self.request).collected { seen += $0.text }
            #expect(answer.text == "Hello" && answer.finishReason == .stop)
            #expect(seen == "Hello")
        }
    }

    @Test func anErrorInsideIsTyped() async throws {
        try await withServer { server, client in
            server.script("sendChat", [.events(Self.pieces + [Self.error]), .events(Self.pieces + [Self.error])])
            let failure = try await #require(throws: ChatStreamFailure.self) {
                _ = try await client.chat.stream(Self.request).collected()
            }
            #expect(failure.code == 429 && failure.message == "slow down" && failure.partial?.text == "Hello")
            var text = ""
            await #expect(throws: ChatStreamFailure.self) {
                for try await piece in try await client.chat.stream(Self.request).text { text += piece }
            }
            #expect(text == "Hello")
        }
    }

    /// The service numbers errors with words too: then they are the call's own error.
    @Test func anErrorThatIsNotAsDocumented() async throws {
        try await withServer { server, client in
            let error = chunkText("", more: #","error":{"code":"server_error","message":"the provider is gone"}"#)
            server.script("sendChat", [.events(Self.pieces + [error])])
            let failure = try await #require(throws: OpenRouterError.self) {
                _ = try await client.chat.stream(Self.request).collected()
            }
            #expect(failure.message.hasPrefix("the provider is gone") && failure.code == "server_error")
        }
    }

    @MainActor final class Screen {
        var text = ""

        func show(_ client: OpenRouterClient) async throws {
            _ = try await client.chat.stream(StreamTests.request).collected {
                await Task.yield()
                self.text += $0.text
            }
            _ = try await client.videos.wait(for: "job-1", within: .seconds(9)) { self.text += $0.status.rawValue }
        }
    }

    /// Whoever passes a chunk on may wait for its reader: the next chunk comes behind.
    @Test func whatIsShownMayBeWaitedFor() async throws {
        try await withServer { server, client in
            server.script("sendChat", [.events(Self.pieces + [Self.end])])
            server.script("createResponse", [.events([Self.delta("Hel"), try Self.response("completed", [:])])])
            let page = Page()
            _ = try await client.chat.stream(Self.request).collected { await page.take($0.text) }
            #expect(await page.texts == ["Hel", "lo", ""])
            _ = try await client.responses.stream(.init(model: "m", input: "Hi")).collected { _ in
                await page.take("event")
            }
            #expect(await page.texts == ["Hel", "lo", "", "event", "event"])
        }
    }

    /// Takes texts slowly, and one at a time.
    actor Page {
        private(set) var texts: [String] = []
        private var isBusy = false

        func take(_ text: String) async {
            precondition(!isBusy, "the next came before this one was taken")
            isBusy = true
            for _ in 0..<10 { await Task.yield() }
            texts.append(text)
            isBusy = false
        }
    }

    /// What is shown while it comes is shown on the caller's actor.
    @Test func anActorsOwnStateCanBeChanged() async throws {
        try await withServer { server, client in
            server.script("sendChat", [.events(Self.pieces)])
            server.script("getVideo", [VideoTests.job("completed")])
            let screen = Screen()
            try await screen.show(client)
            #expect(await screen.text == "Hellocompleted")
        }
    }

    @Test func anEarlyEndIsTold() async throws {
        try await withServer { server, client in
            server.script("sendChat", [.events(Self.pieces, isWhole: false), .events([])])
            await #expect(throws: OpenRouterError.self) {
                _ = try await client.chat.stream(Self.request).collected()
            }
            await #expect(throws: EmptyStream.self) { _ = try await client.chat.stream(Self.request).collected() }
        }
    }

    // MARK: Responses

    static func delta(_ text: String) -> String {
        #"{"type":"response.output_text.delta","delta":"\#(text)","item_id":"i","output_index":0,"content_index":0,"#
            + #""logprobs":[],"sequence_number":1}"#
    }

    /// The document's own example, with our output.
    static func response(_ kind: String, _ changes: JSONObject) throws -> String {
        let example = try #require(
            OpenRouterExamplesOf.success("createResponse"), "the document has an example of a response")
        var response = try JSONValue(jsonText: example).object ?? [:]
        for (key, value) in changes { response[key] = value }
        return JSONValue.object([
            "type": .string("response.\(kind)"), "sequence_number": 9, "response": .object(response),
        ]).description
    }

    static let output: JSONValue = [
        [
            "type": "message", "id": "i", "role": "assistant", "status": "completed",
            "content": [["type": "output_text", "text": "Hello", "annotations": []]],
        ],
        ["type": "function_call", "id": "f", "call_id": "c", "name": "look", "arguments": "{}"],
    ]

    @Test func responseText() async throws {
        try await withServer { server, client in
            let end = try Self.response("completed", ["output": Self.output])
            server.script("createResponse", [.events([Self.delta("Hel"), Self.delta("lo"), end])])
            server.script("createResponse", [.events([Self.delta("Hel"), Self.delta("lo"), end])])
            var text = ""
            for try await piece in try await client.responses.stream(.init(model: "m", input: "Hi")).text {
                text += piece
            }
            #expect(text == "Hello")
            let response = try await client.responses.stream(.init(model: "m", input: "Hi")).collected()
            #expect(response.messageText == "Hello" && response.functionCalls.map(\.name) == ["look"])
            #expect(server.requests[0].json == ["model": "m", "input": "Hi", "stream": true])
        }
    }

    @Test func aFailedResponseIsTyped() async throws {
        try await withServer { server, client in
            let failed = try Self.response(
                "failed",
                ["status": "failed", "error": ["code": "server_error", "message": .string("bad key \(Canary.text)")]])
            server.script("createResponse", [.events([Self.delta("Hel"), failed])])
            let failure = try await #require(throws: ResponseStreamFailure.self) {
                _ = try await client.responses.stream(.init(model: "m", input: "Hi")).collected()
            }
            #expect(failure.code == "server_error" && failure.message == "bad key \(Canary.text)")
            #expect(!Canary.isIn(Canary.prints(failure)))
            #expect(failure.partialText == "Hel" && failure.response != nil)
        }
    }
}
