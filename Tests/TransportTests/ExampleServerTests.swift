import ApusAsyncHTTPClient
import ApusJSON
import ApusRuntime
import ApusTesting
import HTTPTypes
import Testing

/// The server that plays a document's examples.
@Suite struct ExampleServerTests {
    static let key: HTTPFields = [.authorization: "Bearer k-c4n4ry7f3a9c"]

    /// Method, target, header fields, wanted status, wanted part of the body, wanted operation.
    static let rows: [(String, String, HTTPFields, Int, String, String)] = [
        ("GET", "/ping", [:], 200, "{}", "ping"),
        ("GET", "/api/v1/ping?a=b", [:], 200, "{}", "ping"),
        ("GET", "/keys/abc", key, 200, #"{"key":"a"}"#, "getKey"),
        ("GET", "/api/v1/keys/a%2Fb", key, 200, #"{"key":"a"}"#, "getKey"),
        ("GET", "/keys/abc", [:], 401, #"{"error":{"code":401}}"#, "getKey"),
        ("GET", "/keys/abc", [HTTPField.Name("X-API-Key")!: "k-c4n4ry7f3a9c"], 200, #"{"key":"a"}"#, "getKey"),
        ("GET", "/keys/abc?api_key=k-c4n4ry7f3a9c", [:], 200, #"{"key":"a"}"#, "getKey"),
        ("GET", "/keys/current", [:], 200, #"{"key":"c"}"#, "currentKey"),
        ("GET", "/keys/curren%74", [:], 200, #"{"key":"c"}"#, "currentKey"),
        ("POST", "/keys", [:], 201, #"{"key":"n"}"#, "createKey"),
        ("DELETE", "/keys/abc", [:], 204, "", "deleteKey"),
        ("GET", "/keys/a/b/c", key, 404, "GET /keys/{hash} (getKey)", ""),
        ("GET", "/keys/", key, 404, "no operation fits `GET /keys/`", ""),
        ("GET", "/", [:], 404, "GET /ping (ping)", ""),
        ("PATCH", "/keys/abc", [:], 405, #""methods":["GET","DELETE"]"#, ""),
        ("HEAD", "/ping", [:], 405, "", ""),
    ]

    @Test(arguments: rows.indices) func answersFromTheExamples(_ index: Int) async throws {
        let (method, target, headers, status, body, operation) = Self.rows[index]
        try await withServer { server, transport in
            let outcome = await transport.outcome(
                of: request(HTTPRequest.Method(method)!, port: server.port, path: target, headers: headers))
            guard case .response(let gotStatus, let gotBody) = outcome else {
                Issue.record("\(method) \(target): \(outcome)")
                return
            }
            #expect(gotStatus == status, "\(method) \(target)")
            #expect(body.isEmpty ? gotBody.isEmpty : gotBody.contains(body), "\(method) \(target): \(gotBody)")
            #expect(server.requests.map(\.operationID) == [operation])
            #expect(server.requests.map(\.target) == [target])
        }
    }

    @Test func scriptsComeFirstAndAreUsedUp() async throws {
        try await withServer { server, transport in
            server.script(
                "getKey",
                [
                    .example(status: 503, headers: ["Retry-After": "7"]), .drop, .reset, .example(name: "disabled"),
                    .response(status: 418, headers: ["X-A": "b"], body: "[]"),
                    .delayed(.milliseconds(1), .example(status: 404)),
                ])
            server.respond(to: "ping") { .response(status: 200, body: "\"\($0.query.first?.value ?? "")\"") }
            let get = request(port: server.port, path: "/keys/1", headers: Self.key)
            let busy = try await transport.send(get)
            #expect(busy.head.status.code == 503)
            #expect(busy.head.headerFields[.retryAfter] == "7")
            #expect(busy.head.headerFields[.contentType] == "text/plain")
            let busyBody = try await busy.body.collect()
            #expect(busyBody == Array("busy".utf8))
            #expect(await transport.outcome(of: get) == .error(.connectionLost, .maybeSent))
            #expect(await transport.outcome(of: get) == .error(.connectionLost, .maybeSent))
            #expect(await transport.outcome(of: get) == .response(status: 200, body: #"{"key":"d"}"#))
            let teapot = try await transport.send(get)
            #expect(teapot.head.headerFields[.contentType] == "application/json")
            #expect(teapot.head.headerFields[HTTPField.Name("X-A")!] == "b")
            _ = try await teapot.body.collect()
            guard case .response(404, let text) = await transport.outcome(of: get) else {
                Issue.record("no 404")
                return
            }
            #expect(text.contains("`getKey` has no example for 404"))
            #expect(await transport.outcome(of: get) == .response(status: 200, body: #"{"key":"a"}"#))
            let ping = request(port: server.port, path: "/ping?q=%C3%A9+%2B")
            #expect(await transport.outcome(of: ping) == .response(status: 200, body: "\"é +\""))
        }
    }

    @Test func scriptForAnUnknownOperationSaysSo() async throws {
        try await withServer { server, transport in
            server.script("getKy", [.drop])
            guard case .response(500, let text) = await transport.outcome(of: request(port: server.port, path: "/ping"))
            else {
                Issue.record("no 500")
                return
            }
            #expect(text.contains("`getKy`") && text.contains("\"getKey\""))
        }
    }

    @Test func requestsAreKeptExactly() async throws {
        try await withServer { server, transport in
            var headers = HTTPFields()
            for name in ["X-Zebra", "x-alpha", "X-Zebra"] {
                headers.append(HTTPField(name: HTTPField.Name(name)!, value: name))
            }
            _ = await transport.outcome(
                of: request(
                    .post, port: server.port, path: "/keys?a=%2F+%2B&b", headers: headers, body: Array(#"{"a":1}"#.utf8)
                ))
            let kept = try #require(server.requests.first)
            #expect(kept.method == "POST")
            #expect(kept.path == "/keys")
            #expect(kept.query == [.init(name: "a", value: "/ +"), .init(name: "b", value: "")])
            let names = kept.headers.map(\.name.rawName).filter { $0.lowercased().hasPrefix("x-") }
            #expect(names == ["X-Zebra", "x-alpha", "X-Zebra"])
            #expect(kept.header("X-ALPHA") == "x-alpha")
            #expect(kept.json == ["a": 1])
        }
    }

    @Test func bodiesHaveALimit() async throws {
        try await withServer { server, transport in
            let body = [UInt8](repeating: 0, count: (16 << 20) + 1)
            let response = try await transport.send(request(.post, port: server.port, path: "/keys", body: body))
            #expect(response.head.status.code == 413)
            #expect(server.requests.isEmpty)
        }
    }

    @Test(
        "Of several examples the first that the request accepts",
        arguments: [
            ("", "whole"), ("application/json", "whole"), ("text/event-stream", "data: piece"),
            ("application/xml, TEXT/event-stream;q=0.5", "data: piece"), ("application/xml", "whole"), ("*/*", "whole"),
        ])
    func accepted(accept: String, want: String) async throws {
        let chat = OperationExamples(
            operationID: "chat", method: "GET", path: "/chat", requiresCredential: false,
            responses: [
                .init(status: 200, contentType: "application/json", body: "whole"),
                .init(status: 200, contentType: "text/event-stream; charset=utf-8", body: "data: piece"),
            ])
        let server = try await ExampleServer.start([chat])
        let headers: HTTPFields = accept.isEmpty ? [:] : [.accept: accept]
        try await TransportKind.asyncHTTPClient.run { transport in
            let outcome = await transport.outcome(of: request(port: server.port, path: "/chat", headers: headers))
            #expect(outcome == .response(status: 200, body: want))
        }
        try await server.shutdown()
    }

    /// The step, what comes of it: the pieces as they arrive, joined, and whether the body broke off.
    static let piecewise: [(ServerStep, String, Bool)] = [
        (.pieces(["a", "b", "c"], every: .milliseconds(1)), "abc", false),
        (.pieces(["a", "b"], breaksOff: true), "ab", true),
        (.pieces([]), "", false), (.pieces([], breaksOff: true), "", true),
        (.delayed(.milliseconds(1), .pieces(["a"], headers: ["Content-Type": "text/plain", "X-A": "b"])), "a", false),
    ]

    @Test func bodiesInPieces() async throws {
        try await withServer { server, transport in
            for (step, want, breaksOff) in Self.piecewise {
                server.script("ping", [step])
                let response = try await transport.send(request(port: server.port, path: "/ping"))
                #expect(response.head.status.code == 200 && response.head.headerFields[.contentLength] == nil)
                var got: [UInt8] = []
                var failure: TransportError.Reason?
                do throws(TransportError) {
                    while let piece = try await response.body.next() { got += piece }
                } catch { failure = error.reason }
                #expect(String(decoding: got, as: UTF8.self) == want, "\(step)")
                #expect(failure == (breaksOff ? .connectionLost : nil), "\(step)")
            }
        }
    }

    /// A client that goes away is noticed.
    @Test func aClientThatLetsGo() async throws {
        try await withServer { server, transport in
            #expect(server.openConnections == 0)
            server.script("ping", [.pieces([String](repeating: "a", count: 100_000), every: .milliseconds(5))])
            let call = Task {
                let response = try await transport.send(request(port: server.port, path: "/ping"))
                while try await response.body.next() != nil {}
            }
            while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
            #expect(server.openConnections == 1)
            call.cancel()
            _ = await call.result
            while server.openConnections > 0 { try await Task.sleep(for: .milliseconds(5)) }
        }
    }

    @Test func shutdownLeavesNothing() async throws {
        let server = try await ExampleServer.start(Operations.all)
        server.respond(to: "ping") { _ in .delayed(.seconds(600), .example()) }
        let transport = AsyncHTTPClientTransport()
        let call = Task { await transport.outcome(of: request(port: server.port, path: "/ping")) }
        while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        try await server.shutdown()
        #expect(await call.value == .error(.connectionLost, .maybeSent))
        #expect(await transport.outcome(of: request(port: server.port, path: "/ping")) == .error(.connect, .notSent))
        try await server.shutdown()
        await transport.shutdown()
    }

    private func withServer(_ body: (ExampleServer, any Transport) async throws -> Void) async throws {
        let server = try await ExampleServer.start(Operations.all)
        try await TransportKind.asyncHTTPClient.run { transport in try await body(server, transport) }
        try await server.shutdown()
    }
}
