import ApusTesting
import OpenRouter
import OpenRouterExamples

/// The server of `--demo`. It answers with the examples of the API's document; where one example would show little, with more of
/// its kind, made from it.
enum DemoService {
    static func start() async throws -> ExampleServer {
        let server = try await ExampleServer.start(OpenRouterExamples.operations)
        server.respond(to: "listModels") { request in page(of: DemoValues.models, request, searching: ["id", "name"]) }
        server.respond(to: "listKeys") { request in page(of: data(of: "listKeys"), request, searching: []) }
        server.respond(to: "getUserActivity") { request in
            let day = request.query.first { $0.name == "date" }?.value
            return answer(DemoValues.activity.filter { day == nil || $0["date"]?.string == day })
        }
        server.respond(to: "sendChat") { request in
            request.json?["stream"] == .bool(true) ? .words(of: example("sendChat")) : .example()
        }
        server.script("getVideo", [.response(status: 200, body: DemoValues.unfinishedVideo.description)])
        return server
    }

    /// The first success of an operation.
    static func example(_ operationID: String) -> JSONValue {
        let operation = OpenRouterExamples.operations.first { $0.operationID == operationID }
        let body = operation?.responses.first { $0.status < 300 }?.body
        return body.flatMap { try? JSONValue(jsonText: $0) } ?? .null
    }

    static func data(of operationID: String) -> [JSONValue] { example(operationID)["data"]?.array ?? [] }

    /// What the request asks for of a list: those with the text `q`, from `offset` on, `limit` at most.
    private static func page(
        of items: [JSONValue], _ request: RecordedRequest, searching members: [String]
    ) -> ServerStep {
        func number(_ name: String) -> Int? { request.query.first { $0.name == name }.flatMap { Int($0.value) } }
        let text = request.query.first { $0.name == "q" }?.value.lowercased() ?? ""
        let found = items.filter { item in
            text.isEmpty || members.contains { item[$0]?.string?.lowercased().contains(text) == true }
        }
        let rest = found.dropFirst(max(0, number("offset") ?? 0))
        return answer(Array(rest.prefix(max(0, number("limit") ?? found.count))), total: found.count)
    }

    private static func answer(_ items: [JSONValue], total: Int? = nil) -> ServerStep {
        var body: JSONObject = ["data": .array(items)]
        if let total {
            body["total_count"] = .number(JSONNumber(total))
            body["links"] = ["next": .null]
        }
        return .response(status: 200, body: JSONValue.object(body).description)
    }
}

extension ServerStep {
    /// An answer as the events of a stream, a chunk for each word, and a last one with why it ended and the usage.
    static func words(of answer: JSONValue) -> ServerStep {
        let choice = answer["choices"]?[0]
        let text = choice?["message"]?["content"]?.string ?? ""
        var frame = answer.object ?? [:]
        frame["object"] = "chat.completion.chunk"
        let usage = frame.removeValue(forKey: "usage")
        var chunks = text.split(separator: " ", omittingEmptySubsequences: false).enumerated().map { index, word in
            chunk(frame, ["content": .string((index > 0 ? " " : "") + word)], finish: .null)
        }
        frame["usage"] = usage
        chunks.append(chunk(frame, [:], finish: choice?["finish_reason"] ?? .null))
        let events = (chunks.map(\.description) + ["[DONE]"]).map { "data: \($0)\n\n" }
        return .pieces(events, every: .milliseconds(40))
    }

    private static func chunk(_ frame: JSONObject, _ delta: JSONObject, finish: JSONValue) -> JSONValue {
        var chunk = frame
        chunk["choices"] = [["index": 0, "delta": .object(delta), "finish_reason": finish]]
        return .object(chunk)
    }
}
