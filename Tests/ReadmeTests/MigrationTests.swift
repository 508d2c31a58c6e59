import ApusTesting
import CanarySupport
import Foundation
import OpenRouter
import OpenRouterExamples
import OpenRouterKit
import Testing

/// What MigratingFromHandWrittenClients.md shows: both of each pair do the same work.
@Suite struct MigrationTests {
    private func withServer(
        _ body: (ExampleServer, HandWrittenClient, OpenRouterClient) async throws -> Void
    ) async throws {
        let server = try await ExampleServer.start(OpenRouterExamples.operations)
        let old = HandWrittenClient(baseURL: server.baseURL, key: Canary.text)
        try await body(server, old, OpenRouterClient(apiKey: Canary.text, baseURL: server.baseURL))
        try await server.shutdown()
    }

    @Test func aCall() async throws {
        try await withServer { server, old, new in
            let (before, after) = (try await old.generation("gen-1"), try await Migrated.generation(new, "gen-1"))
            #expect(before.data.model == after.data.model && before.data.totalCost == after.data.totalCost)
            #expect(Set(server.requests.map(\.target)) == ["/generation?id=gen-1"])
            #expect(Set(server.requests.map { $0.header("Authorization") }) == ["Bearer \(Canary.text)"])
        }
    }

    /// Three workspaces, two on a page.
    static func page(_ request: RecordedRequest) -> ServerStep {
        let offset = request.query.first { $0.name == "offset" }.flatMap { Int($0.value) } ?? 0
        guard let example = OpenRouterExamples.listWorkspaces.responses.first?.body,
            let workspace = (try? JSONValue(jsonBytes: Array(example.utf8)))?["data"]?[0]?.object
        else { return .drop }
        let names = ["north", "south", "west"].dropFirst(offset).prefix(2)
        let items = names.map { name in
            var workspace = workspace
            workspace["name"] = .string(name)
            return JSONValue.object(workspace)
        }
        let body: JSONValue = ["data": .array(items), "total_count": 3]
        return .response(status: 200, body: body.description)
    }

    /// The example's models on the first page, none on the second.
    static func models(_ request: RecordedRequest) -> ServerStep {
        guard request.query.contains(where: { $0.name == "offset" }) else { return .example() }
        let example = OpenRouterExamples.listModels.responses.first?.body ?? ""
        guard var page = (try? JSONValue(jsonBytes: Array(example.utf8)))?.object else { return .drop }
        page["data"] = []
        return .response(status: 200, body: JSONValue.object(page).description)
    }

    @Test func aList() async throws {
        try await withServer { server, old, new in
            server.respond(to: "listWorkspaces", Self.page)
            server.respond(to: "listModels", Self.models)
            let before = try await old.workspaceNames()
            let after = try await Migrated.workspaceNames(new)
            let others = try await PaginationSnippets.tools(new).names
            #expect([before, after, others] == Array(repeating: ["north", "south", "west"], count: 3))
        }
    }

    private func events(_ end: String) -> ServerStep {
        let chunks = ["Good ", "day"].map {
            #"{"id":"c","created":7,"model":"m","object":"chat.completion.chunk","choices":"#
                + #"[{"index":0,"finish_reason":null,"delta":{"content":"\#($0)"}}]}"#
        }
        let body = chunks.map { "data: \($0)\n\n" }.joined() + end
        return .response(status: 200, headers: ["Content-Type": "text/event-stream"], body: body)
    }

    @Test func aStream() async throws {
        let request = ChatRequest(model: "m", messages: ["Hi"])
        try await withServer { server, old, new in
            server.respond(to: "sendChat") { _ in events("data: [DONE]\n\n") }
            let before = try await old.chatText(#"{"stream":true}"#)
            let after = try await Migrated.chatText(new, request)
            #expect(before == "Good day" && after == "Good day")
            // What was cut off is noticed by one of them.
            server.respond(to: "sendChat") { _ in events("") }
            let cutOff = try await old.chatText(#"{"stream":true}"#)
            #expect(cutOff == "Good day")
            await #expect(throws: OpenRouterError.self) { _ = try await Migrated.chatText(new, request) }
        }
    }

    @Test func sideBySide() throws {
        let body = try #require(OpenRouterExamples.getGeneration.responses.first?.body)
        let read = try Migrated.sideBySide(Data(body.utf8), "gen-1")
        #expect(read.count == 2 && read[0] == read[1])
    }
}
