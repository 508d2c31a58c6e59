import ApusJSON
import ApusRuntime
import Gentests
import Testing

/// Events of several kinds in one stream, and operations that stream on request.
@Suite struct StreamUnionTests {
    private let streams = GentestsClient.with(.init()).eventstreams

    @Test func eventsByTheirName() async throws {
        let events = try await streams.rich().collect()
        try #require(events.count == 3)
        guard case .richCompletionEvent(let first) = events[0], case .heartbeatEvent(let beat) = events[1],
            case .richCompletionEvent(let last) = events[2]
        else {
            Issue.record("\(events)")
            return
        }
        #expect(first.id == "job-1" && first.data.completion == "Hello" && first.data.stopReason == nil)
        #expect(beat.data == "ping" && beat.retry == 3000)
        #expect(last.data.completion == "world!" && last.data.stopReason?.rawValue == "stop_sequence")
    }

    @Test func dataOfSeveralSchemas() async throws {
        let events = try await streams.differentDataSchemas().collect()
        #expect(events.map(\.event) == [.message, .url, .array, .primitive, .primitive])
        #expect(events.map(\.id) == (1...5).map { "event-\($0)" })
        let data = events.map(\.data)
        #expect(data[0] == .messageEvent(.init(content: "Here is your url")))
        #expect(data[1] == .urlEvent(.init(url: "https://example.com")))
        #expect(data[3] == .boolean(true) && data[4] == .float(12.5))
    }

    @Test func commentsBetweenTheFields() async throws {
        let events = try await streams.unionWithComments().collect()
        try #require(events.count == 3)
        guard case .statusEvent(let on) = events[0], case .progressEvent(let half) = events[1] else {
            Issue.record("\(events)")
            return
        }
        #expect(on.data.message == "on" && on.data.status == "active")
        #expect(half.data.percent == 50 && half.data.detail == "half")
        #expect(try await streams.partialWithComments().collect().map(\.id) == ["1", "2"])
    }

    /// The standard drops them, also where the document says that `data` is optional.
    @Test func eventsWithoutData() async throws {
        let events = try await streams.optionalData().collect()
        #expect(events.map(\.event) == ["message"])
        #expect(events.map(\.data?.content) == ["hi"])
        #expect(events.map(\.retry) == [10])
        #expect(try await streams.nullableIDStream().collect().map(\.id) == [nil, "1"])
    }

    @Test func textOrJSON() async throws {
        let data = try await streams.mixedData().collect().map(\.data)
        #expect(data.dropFirst() == [.string("plain text"), .string("100%")])
        guard case .messageEvent(let event)? = data.first else {
            Issue.record("\(data)")
            return
        }
        #expect(event.content == "json")
    }

    /// One operation, two methods: the body says whether the answer streams.
    @Test func wholeOrStreamed() async throws {
        let streamed = Call()
        let events = try await streams.chatStream(.init(prompt: "hi"), options: streamed.options).collect()
        let texts = events.compactMap { event -> String? in
            if case .chatCompletionEvent(let event) = event { event.data.content } else { nil }
        }
        #expect(texts == ["Hello", " ", "world", "!"])
        #expect(try await streamed.request().json == ["prompt": "hi", "stream": true])
        let whole = Call()
        _ = try await streams.chat(.init(prompt: "hi"), options: whole.options)
        #expect(try await whole.request().json?["stream"] != true)
        let error = await failure { _ = try await streams.chatStream(.init(prompt: "bad")) }
        #expect(error?.status == 400)
        #expect(error?.message.hasPrefix("no such prompt") == true)
    }

    @Test func linesOfJSON() async throws {
        let lines = GentestsClient.with(.init()).jsonl
        #expect(try await lines.jsonlStream().collect().map { $0.skills?.last } == ["Python", "C#", "Swift é"])
        #expect(try await lines.jsonlDeserializationVerification().collect().map(\.isFinished) == ["no", "yes"])
    }
}
