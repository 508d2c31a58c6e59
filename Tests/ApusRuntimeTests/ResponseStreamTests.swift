import Testing

@testable import ApusRuntime

/// A streamed operation, in the style of generated code; the tests choose its rules.
protocol StreamRequest: OperationRequest where Output == ResponseStream<Element> {
    associatedtype Element: JSONCodable & Sendable
    static var rules: StreamRules { get }
}

extension StreamRequest {
    static var operation: OperationDescription {
        OperationDescription(
            id: "listen", method: "GET", path: "/events",
            accept: ["text/event-stream", "application/jsonl", "application/json-seq"], success: [.exact(200)],
            delivery: .stream(rules), errors: SampleAPI.errors)
    }

    func encode(into request: inout RequestBuilder) {}
}

struct Numbers: StreamRequest {
    typealias Element = Int
    typealias Output = ResponseStream<Int>
    static let rules = StreamRules()
}

struct ClosedNumbers: StreamRequest {
    typealias Element = Int
    typealias Output = ResponseStream<Int>
    static let rules = StreamRules(sentinel: "[END]")
}

struct Texts: StreamRequest {
    typealias Element = String
    typealias Output = ResponseStream<String>
    static let rules = StreamRules(content: .text)
}

struct Events: StreamRequest {
    typealias Element = ServerSentEvent
    typealias Output = ResponseStream<ServerSentEvent>
    static let rules = StreamRules(shape: .event, content: .text)
}

struct Objects: StreamRequest {
    typealias Element = JSONObject
    typealias Output = ResponseStream<JSONObject>
    static let rules = StreamRules(shape: .event, content: .json)
}

struct Anything: StreamRequest {
    typealias Element = Choice
    typealias Output = ResponseStream<Choice>
    static let rules = StreamRules(shape: .event, content: .either)

    /// A union with one branch, in the style of generated code.
    enum Choice: JSONUnion {
        case text(Event)
        case unknown(JSONValue)

        struct Event: JSONFormDefaults, JSONModel {
            var data: String
            init(json: borrowing JSONReader) throws(JSONError) {
                var object = try json.object()
                data = try object.required("data")
            }
            func write(to writer: inout JSONWriter) { writer.write(data) }
        }

        init(json: borrowing JSONReader) throws(JSONError) {
            if let event = try? Event(json: json) { self = .text(event); return }
            self = .unknown(json.value())
        }

        func write(to writer: inout JSONWriter) {
            switch self {
            case .text(let event): event.write(to: &writer)
            case .unknown(let value): value.write(to: &writer)
            }
        }
    }
}

@Suite("Streams of values")
struct ResponseStreamTests {
    static func step(_ text: String, _ type: String = "text/event-stream") -> ScriptedTransport.Step {
        .answer(200, text, headers: [("Content-Type", type), ("x-request-id", "req-1")])
    }

    /// The values' texts, and behind them the name of the error that ended the stream.
    static func read<R: StreamRequest>(_ request: R, _ step: ScriptedTransport.Step) async throws -> [String] {
        var harness = Harness(step)
        harness.configuration.maximumEventBytes = 1000
        var got: [String] = []
        let stream = try await harness.send(request).value
        do {
            for try await value in stream { got.append("\(value)") }
        } catch let error as CallFailure {
            got.append("! " + SampleError(error).name)
        }
        return got
    }

    static let numbers: [(String, String, [String])] = [
        ("data: 1\n\ndata: 2\n\n", "text/event-stream", ["1", "2"]),
        ("data: 1\n\ndata: [DONE]\n\ndata: 2\n\n", "text/event-stream; charset=utf-8", ["1"]),
        ("data: 1\n\ndata: 2", "text/event-stream", ["1", "! transport"]),
        ("data: 1\n\ndata: 2\n", "text/event-stream", ["1", "! transport"]),
        ("data: 1\n\nevent: x\n", "text/event-stream", ["1", "! transport"]),
        ("data: 1\n\ndat", "text/event-stream", ["1", "! transport"]),
        ("data: 1\n\n: ping", "text/event-stream", ["1"]), ("data: 1\n\nid: 2\n", "text/event-stream", ["1"]),
        ("data: 1\n\ndata: [DONE]", "text/event-stream", ["1"]),
        (": ping\n\nevent: x\nid: 7\ndata: 3\n\n", "text/event-stream", ["3"]),
        ("1\n2\r\n\n3", "application/jsonl", ["1", "2", "3"]),
        ("\u{1E}1\n\u{1E}2\n", "application/json-seq", ["1", "2"]),
        ("\u{1E}1\n\u{1E}2", "application/json-seq", ["1", "! transport"]),
        ("data: x\n\n", "text/event-stream", ["! decoding"]),
        ("data: {\"error\":{\"code\":429,\"message\":\"slow\"}}\n\n", "text/event-stream", ["! tooManyRequests"]),
        ("data: 1\n\nevent: error\ndata: sorry\n\n", "text/event-stream", ["1", "! unexpectedStatus"]),
        ("data: " + String(repeating: "1", count: 2000) + "\n\n", "text/event-stream", ["! unexpectedStatus"]),
        // The whole event is in the last piece of the body.
        (
            String(repeating: ": ping\n", count: 300) + "data: " + String(repeating: "1", count: 1500) + "\n\n",
            "text/event-stream", ["! unexpectedStatus"]
        ),
        ("", "text/event-stream", []),
    ]

    @Test("JSON data", arguments: numbers)
    func json(_ text: String, _ type: String, _ want: [String]) async throws {
        #expect(try await Self.read(Numbers(), Self.step(text, type)) == want)
    }

    @Test(
        "A stream that ends before its sentinel says so",
        arguments: [
            ("data: 1\n\ndata: [END]\n\n", ["1"]), ("data: 1\n\ndata: [END]", ["1"]),
            ("data: 1\n\n", ["1", "! transport"]), ("", ["! transport"]),
        ])
    func sentinel(_ text: String, _ want: [String]) async throws {
        #expect(try await Self.read(ClosedNumbers(), Self.step(text)) == want)
    }

    @Test("Text and whole events")
    func shapes() async throws {
        let text = "event: a\nid: 1\nretry: 10\ndata: [DONE]\n\ndata: {\"b\":1}\n\n"
        #expect(try await Self.read(Texts(), Self.step(text)) == ["[DONE]", "{\"b\":1}"])
        let events = try await Harness(Self.step(text)).send(Events()).value.collect()
        #expect(
            events == [
                ServerSentEvent(event: "a", data: "[DONE]", id: "1", retry: 10), ServerSentEvent(data: "{\"b\":1}"),
            ])
        let objects = try await Harness(Self.step("event: a\ndata: {\"b\":1}\n\n")).send(Objects()).value.collect()
        #expect(objects == [["data": .object(["b": 1]), "event": "a"]])
        // The same values as lines and as a sequence.
        let line = "{\"event\":\"a\",\"data\":{\"b\":1}}\n"
        for (text, type) in [(line, "application/jsonl"), ("\u{1E}" + line, "application/json-seq")] {
            #expect(try await Harness(Self.step(text, type)).send(Objects()).value.collect() == objects)
        }
        #expect(try await Self.read(Texts(), Self.step("\"a\"\nb\n", "application/jsonl")) == ["a", "b"])
    }

    @Test("An error event that no branch of the union describes is thrown, others are values")
    func unions() async throws {
        let text = "data: hi\n\ndata: 12\n\nevent: new\ndata: {\"b\":1}\n\nevent: error\ndata: {\"c\":1}\n\n"
        let got = try await Self.read(Anything(), Self.step(text))
        #expect(got.count == 4)
        #expect(got.last == "! unexpectedStatus")
    }

    @Test("After a value that does not fit, the next one can be read")
    func goesOn() async throws {
        let stream = try await Harness(Self.step("data: x\n\ndata: 2\n\n")).send(Numbers()).value
        await #expect(throws: CallFailure.self) { for try await _ in stream {} }
        #expect(try await stream.collect() == [2])
        #expect(stream.requestID == "req-1")
        #expect(stream.status == 200)
        #expect(stream.attempts.map(\.status) == [200])
    }

    @Test("A broken connection, an error status and JSON in place of the stream")
    func failures() async throws {
        let lost = TransportError(.connectionLost, .maybeSent, "lost")
        let head = try await Harness(.broken(200, "data: 1\n\n", lost)).failure(Numbers())
        #expect(head?.name == "unexpectedStatus", "`application/json` where a stream is documented")
        let error = await Harness(.json(429, "{}"), .json(429, "{}"), .json(429, "{}")).failure(Numbers())
        #expect(error?.name == "tooManyRequests")
        let inBand = await Harness(.json(200, #"{"error":{"code":404,"message":"gone"}}"#)).failure(Numbers())
        #expect(inBand?.name == "notFound")
    }

    @Test("What is thrown is the API's own error type")
    func ownErrors() async throws {
        let harness = Harness(Self.step("data: x\n\n"))
        let client = APIClient(
            description: SampleAPI.description, configuration: harness.configuration, transport: harness.transport,
            errors: { SampleError($0) })
        let stream = try await client.send(Numbers()).value
        await #expect(throws: SampleError.self) { for try await _ in stream {} }
    }

    @Test("A stream has no limit in all, and its head must come within the deadline")
    func deadline() async throws {
        let harness = Harness(Self.step("data: 1\n\n"))
        _ = try await harness.send(Numbers(), CallOptions(deadline: .seconds(7)))
        let timeouts = try #require(harness.transport.requests.first?.timeouts)
        #expect(timeouts.total == nil)
        #expect(timeouts.idle == nil || timeouts.idle == .seconds(60))
    }
}
