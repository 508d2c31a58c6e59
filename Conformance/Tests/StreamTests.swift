import Gentests
import Testing

@Suite struct StreamTests {
    let streams = GentestsClient.testing().eventstreams
    let lines = GentestsClient.testing().jsonl

    @Test func dataIsDecoded() async throws {
        let stream = try await streams.json()
        #expect(try await stream.collect().map(\.data.content) == ["Hello", " ", "world", "!"])
        #expect(stream.headers[.init("Request-Id")!] == "stream-1")
    }

    @Test func malformedDataEndsTheStreamWithAnError() async throws {
        var read: [String] = []
        do {
            for try await event in try await streams.malformedStream() { read.append(event.data.content) }
            Issue.record("the second event is no JSON")
        } catch {
            #expect(read == ["Hello"])
        }
    }

    @Test func linesOfOneEventAreJoined() async throws {
        #expect(try await streams.multiline().collect().map(\.data) == ["YHOO\n+2\n10"])
    }

    @Test func eventsWithoutDataAreSkippedAndTheSentinelEnds() async throws {
        #expect(try await streams.chatHeartbeat().collect().map(\.data.content) == ["Hello", " ", "world", "!"])
    }

    @Test func aStreamEndsAtItsSentinelWhileTheConnectionStaysOpen() async throws {
        #expect(try await streams.stayOpen().collect().map(\.data) == ["event 1", "event 2"])
    }

    /// Line ends of all kinds, a byte order mark, one space stripped, unknown fields, an event that is never finished: it is
    /// dropped, and the stream says so.
    @Test func parsingFollowsTheStandard() async throws {
        let (events, failure) = await Self.read(try await streams.wptCompliance())
        #expect(failure.map { "\($0)" }?.contains("the stream ended in the middle of an event") == true)
        #expect(
            events.map(\.data) == ["mark", "one space", " two spaces", "", "\n", "kept", "all", "same id"])
        #expect(events.dropFirst(6).first?.event == "named")
        #expect(events.dropFirst(6).first?.id == "5")
        #expect(events.dropFirst(6).first?.retry == 99)
    }

    /// All elements up to the end, and what ended them if that was an error.
    private static func read<S: AsyncSequence & Sendable>(
        _ stream: S
    ) async -> ([S.Element], (any Swift.Error)?) {
        var elements: [S.Element] = []
        do {
            for try await element in stream { elements.append(element) }
        } catch { return (elements, error) }
        return (elements, nil)
    }

    @Test func linesOfJSONInAnyChunks() async throws {
        let names: [String?] = ["Peter", "Charles", "Ben"]
        #expect(try await lines.jsonlStream().collect().map(\.name) == names)
        #expect(try await lines.jsonlStreamChunks().collect().map(\.name) == names)
        #expect(try await lines.xNdjsonStream().collect().map(\.name) == names)
        #expect(try await lines.xNdjsonStreamChunks().collect().map(\.name) == names)
    }
}
