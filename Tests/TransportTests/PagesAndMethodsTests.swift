import ApusJSON
import ApusRuntime
import ApusTesting
import HTTPTypes
import Testing

/// Pages, parts, and methods that are rare, over real connections.
@Suite struct PagesAndMethodsTests {
    struct List: ItemizedRequest {
        typealias Output = JSONValue
        typealias Item = JSONValue
        static let operation = OperationDescription(
            id: "list", method: "GET", path: "/list", accept: ["application/json"], success: [.exact(200)],
            security: [["key"]])
        static var pagination: Pagination { .init(.link, results: []) }

        func encode(into request: inout RequestBuilder) { request.query("limit", 2) }

        static func items(of page: JSONValue) -> [JSONValue] { page.array ?? [] }
    }

    /// Any method, with a body where there is one.
    struct Call<Method: MethodName>: OperationRequest {
        typealias Output = NoContent
        static var operation: OperationDescription {
            OperationDescription(id: Method.name, method: Method.name, path: "/things", success: [.range(2)])
        }
        var body: JSONValue?
        func encode(into request: inout RequestBuilder) { request.json(body) }
    }

    protocol MethodName: Sendable { static var name: String { get } }
    enum Head: MethodName { static let name = "HEAD" }
    enum Options: MethodName { static let name = "OPTIONS" }
    enum Trace: MethodName { static let name = "TRACE" }
    enum Query: MethodName { static let name = "QUERY" }
    enum Copy: MethodName { static let name = "COPY" }

    static func with(
        _ kind: TransportKind, _ body: (ExampleServer, APIClient) async throws -> Void
    ) async throws {
        let things = ["HEAD", "OPTIONS", "TRACE", "QUERY", "COPY"].map { method in
            OperationExamples(
                operationID: method, method: method, path: "/things", requiresCredential: false, responses: [])
        }
        let list = OperationExamples(
            operationID: "list", method: "GET", path: "/list", requiresCredential: true, responses: [])
        let server = try await ExampleServer.start(things + [list])
        try await kind.run { transport in
            let description = APIDescription(
                name: "Test", version: "1", servers: [], securitySchemes: [.bearer("key")])
            let client = APIClient(
                description: description, credentials: ["key": "k-c4n4ry7f3a9c"], baseURL: server.baseURL,
                transport: transport)
            try await body(server, client)
        }
        try await server.shutdown()
    }

    @Test(arguments: TransportKind.allCases)
    func pagesFollowLinks(kind: TransportKind) async throws {
        try await Self.with(kind) { server, client in
            func page(_ body: String, next: String?) -> ServerStep {
                .response(status: 200, headers: next.map { ["Link": "<\($0)>; rel=\"next\""] } ?? [:], body: body)
            }
            server.script(
                "list",
                [
                    page("[1,2]", next: server.baseURL + "/list?limit=2&p=2"), page("[3]", next: "/list?p=3"),
                    .response(status: 503, headers: ["Retry-After": "0"]), page("[4]", next: nil),
                ])
            var items: [JSONValue] = []
            for try await item in PageSequence(List(), client: client).items { items.append(item) }
            #expect(items == [1, 2, 3, 4])
            #expect(
                server.requests.map(\.target) == ["/list?limit=2", "/list?limit=2&p=2", "/list?p=3", "/list?p=3"])
            #expect(server.requests.allSatisfy { $0.header("Authorization") == "Bearer k-c4n4ry7f3a9c" })
        }
    }

    @Test(arguments: TransportKind.allCases)
    func noPageIsAskedForElsewhere(kind: TransportKind) async throws {
        try await FaultServer.run([.readRequest, .json(200, "[9]"), .close]) { other in
            let places = [
                "http://127.0.0.1:\(other.port)/list", "//localhost:\(other.port)/list", "https://127.0.0.1/",
            ]
            for place in places {
                try await Self.with(kind) { server, client in
                    let link = ["Link": "<\(place)>; rel=\"next\""]
                    server.script("list", [.response(status: 200, headers: link, body: "[1]")])
                    var items: [JSONValue] = []
                    let error = await #expect(throws: CallFailure.self) {
                        for try await item in PageSequence(List(), client: client).items { items.append(item) }
                    }
                    #expect(items == [1])
                    #expect(error?.name == "invalidRequest")
                }
            }
            #expect(other.connections == 0)
        }
    }

    @Test(arguments: TransportKind.allCases)
    func rareMethods(kind: TransportKind) async throws {
        try await Self.with(kind) { server, client in
            for id in ["HEAD", "OPTIONS", "TRACE", "QUERY", "COPY"] {
                server.script(id, [.response(status: 200, headers: ["Allow": "GET, QUERY"])])
            }
            let head = try await client.send(Call<Head>())
            #expect(head.status == 200 && head.rawBody.isEmpty)
            let options = try await client.send(Call<Options>())
            let allowed: [String]? = options.headers.value("Allow", as: .list)
            #expect(allowed == ["GET", "QUERY"])
            #expect(try await client.send(Call<Trace>()).status == 200)
            #expect(try await client.send(Call<Query>(body: ["a": 1])).status == 200)
            #expect(try await client.send(Call<Copy>()).status == 200)
            #expect(server.requests.map(\.method) == ["HEAD", "OPTIONS", "TRACE", "QUERY", "COPY"])
            #expect(server.requests[3].body == Array(#"{"a":1}"#.utf8))
        }
    }
}
