import ApusTesting
import CanarySupport
import Foundation
import OpenRouter
import OpenRouterExamples
import Testing

/// Every operation of the document, with its own examples, over a socket.
@Suite struct EveryOperationTests {
    @Test func noneIsLeftOut() throws {
        let document = try Document.shared.orMissing("a text")
        #expect(Set(Call.all.map(\.id)) == Set(document.operations.keys))
        #expect(document.operations.count == OpenRouterExamples.operations.count)
        #expect(document.operations.count >= 97)
        #expect(
            Set(document.operations.values.filter(\.isOpen).map(\.id))
                == ["createCoinbaseCharge", "exchangeAuthorizationCode"])
        #expect(
            Call.all.filter(\.streams).map(\.id) == ["sendMessage", "sendChat", "generateImages", "createResponse"])
    }

    /// What goes out is what the document says, byte for byte; JSON by its value.
    @Test(arguments: Call.all)
    func requests(call: Call) async throws {
        let given = try given(call)
        let (head, body) = try await call.built(given)
        #expect(head.method.rawValue == given.method)
        #expect(head.path == "/api/v1" + given.target)
        for field in given.headers {
            #expect(
                head.headerFields.first { $0.name.rawName.lowercased() == field.name.lowercased() }?.value
                    == field.value)
        }
        try check(body, given, streams: call.streams)
    }

    private func check(_ body: [UInt8], _ given: Given, streams: Bool) throws {
        if let json = given.json {
            var want = try object(json.json)
            if Call.all.contains(where: { $0.id == given.id && $0.streams }) {
                // The method says whether the answer streams; a whole one is the default and needs no word.
                want["stream"] = streams ? .bool(true) : want["stream"].map { _ in .bool(false) }
            }
            #expect(try JSONValue(jsonBytes: body) == .object(want))
        } else if given.form != nil {
            let text = String(decoding: body, as: UTF8.self)
            #expect(text.contains("name=\"file\"; filename=\"example.txt\""))
            #expect(text.contains(String(decoding: Given.fileBytes, as: UTF8.self)))
        } else {
            #expect(body.isEmpty)
        }
    }

    /// What comes back is the document's example, through the types and out again.
    @Test(arguments: Call.all)
    func responses(call: Call) async throws {
        let given = try given(call)
        let server = try await ExampleServer.start(OpenRouterExamples.operations)
        let want = try answer(call, given, server)
        let got = try await call.result(given, client(server))
        #expect(got == want)
        #expect(server.requests.map(\.operationID) == [call.id])
        #expect(server.requests.first?.header("Authorization") == (given.isOpen ? nil : "Bearer \(Self.key)"))
        try await server.shutdown()
    }

    /// Lets the server answer, and says what the answer is.
    private func answer(_ call: Call, _ given: Given, _ server: ExampleServer) throws -> JSONValue {
        if call.streams { return try events(call, server) }
        let examples = try OpenRouterExamples.operations.first { $0.operationID == call.id }.orMissing(call.id)
        guard let example = examples.responses.first(where: { (200...299).contains($0.status) }) else {
            // The one operation that the service has given up is documented to answer nothing.
            server.script(call.id, [.response(status: 200)])
            return .null
        }
        guard example.contentType.hasPrefix("application/json") else {
            if example.contentType.hasPrefix("text/") {
                // The document says `audio/*`, of which the server must choose one.
                server.script(
                    call.id, [.response(status: 200, headers: ["Content-Type": "audio/mpeg"], body: example.body)])
            }
            return .string(example.body)
        }
        return try JSONValue(jsonBytes: Array(example.body.utf8))
    }

    /// Two events of the schema's own example, and the sentinel.
    private func events(_ call: Call, _ server: ExampleServer) throws -> JSONValue {
        let schemas = [
            "sendChat": "ChatStreamingResponse", "sendMessage": "MessagesStreamingResponse",
            "createResponse": "ResponsesStreamingResponse", "generateImages": "ImageStreamingResponse",
        ]
        let schema = try schemas[call.id].orMissing(call.id)
        let data = try Document.shared.orMissing("a text").node
            .at("components", "schemas", schema, "example", "data").json
        let line = String(decoding: try data.jsonBytes(), as: UTF8.self)
        server.script(
            call.id,
            [
                .response(
                    status: 200, headers: ["Content-Type": "text/event-stream"],
                    body: "data: \(line)\n\ndata: \(line)\n\ndata: [DONE]\n\n")
            ])
        return .array([data, data])
    }

    /// Every error of every operation's table is its case, with its body.
    @Test(arguments: Call.all)
    func errors(call: Call) async throws {
        let given = try given(call)
        let server = try await ExampleServer.start(OpenRouterExamples.operations)
        let client = client(server)
        for row in try given.errors() {
            let body = String(decoding: try row.example.jsonBytes(), as: UTF8.self)
            let headers = ["Content-Type": "application/json"]
            server.script(call.id, [.response(status: row.status, headers: headers, body: body)])
            do {
                _ = try await call.result(given, client)
                Issue.record("\(row.status) was no error")
            } catch let error as OpenRouterError {
                #expect(error.caseName == Self.caseName(row.schema, row.status), "\(row.status)")
                #expect(error.status == row.status)
                let typed = try (error.details as? any TypedBody)?.json()
                #expect(typed == row.example, "\(row.status)")
            }
        }
        try await server.shutdown()
    }

    /// The case that is called after the schema, less the word that says that it is a response; the Messages API has one schema
    /// for all.
    private static func caseName(_ schema: String, _ status: Int) -> String {
        let name = schema == "AnthropicMessagesErrorResponse" ? "Messages" + (statuses[status] ?? "") : schema
        let words = name.replacing("Response", with: "")
        return words.prefix(1).lowercased() + words.dropFirst()
    }

    private static let statuses = [
        400: "BadRequest", 401: "Unauthorized", 403: "Forbidden", 404: "NotFound", 429: "TooManyRequests",
        500: "InternalServer", 503: "ServiceUnavailable", 529: "ProviderOverloaded",
    ]

    private static let key = "sk-" + Canary.text

    private func given(_ call: Call) throws -> Given {
        try Document.shared.orMissing("a text").operations[call.id].orMissing(call.id)
    }

    private func client(_ server: ExampleServer) -> OpenRouterClient {
        var configuration = ClientConfiguration()
        configuration.retryPolicy = .never
        configuration.environment = EnvironmentLookup([:])
        return OpenRouterClient(apiKey: Self.key, baseURL: server.baseURL + "/api/v1", configuration: configuration)
    }

    private func object(_ value: JSONValue) throws -> JSONObject {
        guard case .object(let object) = value else { throw Missing(what: "an object") }
        return object
    }
}

extension OpenRouterError {
    /// The case's name.
    var caseName: String { Mirror(reflecting: self).children.first?.label ?? "" }
}

/// An error with a body of a type of its own.
protocol TypedBody {
    func json() throws -> JSONValue?
}

extension ErrorResponse: TypedBody where Body: JSONCodable {
    func json() throws -> JSONValue? { try body.map { try JSONValue(jsonBytes: $0.jsonBytes()) } }
}

extension HeaderedErrorResponse: TypedBody where Body: JSONCodable {
    func json() throws -> JSONValue? { try body.map { try JSONValue(jsonBytes: $0.jsonBytes()) } }
}
