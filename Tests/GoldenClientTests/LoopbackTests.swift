import ApusRuntime
import ApusTesting
import Golden
import Testing

/// Calls over HTTP, with the platform's own transport.
@Suite struct LoopbackTests {
    private static func json(_ body: String, status: Int = 200, headers: [String: String] = [:]) -> ServerStep {
        .response(status: status, headers: headers, body: body)
    }

    @Test func aValueAndItsHeaders() async throws {
        try await withServer { server in
            server.script(
                "getPet", [Self.json(#"{"name":"Ida","born":"2020-02-29"}"#, headers: ["X-Version": "3"])])
            let response = try await GoldenClient.testing(baseURL: server.baseURL).send(GetPetRequest(id: 1))
            #expect(response.value.name == "Ida")
            #expect(response.value.born?.description == "2020-02-29")
            #expect(response.headers.xVersion == 3)
            #expect(server.requests[0].target == "/pets/1")
        }
    }

    @Test func documentedErrorsAreCases() async throws {
        try await withServer { server in
            server.script("getPet", [Self.json(#"{"message":"no such pet"}"#, status: 404)])
            do {
                _ = try await GoldenClient.testing(baseURL: server.baseURL).pets.getPet(id: 1)
                Issue.record("404 is no success")
            } catch {
                guard case .notFound(let notFound)? = error as? GoldenError else {
                    Issue.record("\(error)")
                    return
                }
                #expect(notFound.message == "no such pet")
            }
        }
    }

    @Test func failuresThatPassAreTriedAgain() async throws {
        try await withServer { server in
            server.script(
                "getPet", [Self.json("{}", status: 503, headers: ["Retry-After": "0"]), Self.json(#"{"name":"Ida"}"#)])
            let client = GoldenClient.testing(baseURL: server.baseURL, retryPolicy: nil)
            let response = try await client.send(GetPetRequest(id: 1))
            #expect(response.attempts.map(\.status) == [503, 200])
        }
    }

    @Test func pagesUntilTheCursorIsNull() async throws {
        try await withServer { server in
            server.script(
                "listPets",
                [
                    Self.json(#"{"data":[{"name":"a"},{"name":"b"}],"next":"b"}"#),
                    Self.json(#"{"data":[{"name":"c"}],"next":null}"#),
                ])
            var names: [String] = []
            for try await pet in GoldenClient.testing(baseURL: server.baseURL).pets.listPetsPages().items {
                names.append(pet.name)
            }
            #expect(names == ["a", "b", "c"])
            #expect(server.requests.map(\.target) == ["/pets", "/pets?after=b"])
        }
    }

    @Test func eventStreamsEndAtTheirSentinel() async throws {
        try await withServer { server in
            let events =
                "data: {\"kind\":\"cat\"}\n\n: comment\n\ndata: {\"kind\":\"dog\"}\n\ndata: [DONE]\n\ndata: {}\n\n"
            server.script(
                "watch", [.response(status: 200, headers: ["Content-Type": "text/event-stream"], body: events)])
            let stream = try await GoldenClient.testing(baseURL: server.baseURL).streams.watch()
            #expect(try await stream.collect().count == 2)
        }
    }

    @Test func linesOfJSON() async throws {
        try await withServer { server in
            let lines = "{\"name\":\"a\"}\r\n\n{\"name\":\"b\"}"
            server.script(
                "export", [.response(status: 200, headers: ["Content-Type": "application/jsonl"], body: lines)])
            let stream = try await GoldenClient.testing(baseURL: server.baseURL).streams.export()
            #expect(try await stream.collect().map(\.name) == ["a", "b"])
        }
    }

    @Test func partsAndTexts() async throws {
        try await withServer { server in
            server.script("setPhoto", [.bytes(status: 204, body: [])])
            server.script("addNote", [.response(status: 200, headers: ["Content-Type": "text/plain"], body: "Grüße")])
            let client = GoldenClient.testing(baseURL: server.baseURL)
            try await client.files.setPhoto(
                id: 1, body: .init(photo: .bytes([80, 78, 71], fileName: "ida.png"), words: "asleep"))
            #expect(try await client.files.addNote("Grüße") == "Grüße")
            let parts = server.requests[0].bodyText
            #expect(parts.contains("name=\"photo\"; filename=\"ida.png\"") && parts.contains("PNG"))
            #expect(parts.contains("name=\"words\"\r\n\r\nasleep\r\n"))
            #expect(server.requests[1].bodyText == "Grüße")
        }
    }
}
