import ApusTesting
import OpenRouter
import Testing

@testable import ChatRelay

/// What the browser gets for what the service does; over sockets, all of it.
@Suite(.timeLimit(.minutes(5))) struct ChatTests {
    static let broken = #"{"id":"c","created":0,"model":"m","object":"chat.completion.chunk","choices":[],"error":"#

    /// What the service does, the events.
    static let rows: [(String, ServerStep, [String])] = [
        ("a whole answer", .answer(["Hel", "lo"]), ["text Hel", "text lo", "done"]),
        ("line ends", .answer(["a\n\n", "\r\nb\u{2028}"]), ["text a\n\n", "text \r\nb\u{2028}", "done"]),
        ("the key is refused", .example(status: 401), ["failure refused"]),
        ("no credit", .example(status: 402), ["failure unpaid"]),
        ("too many requests", .example(status: 429), ["failure busy"]),
        ("in trouble", .example(status: 503), ["failure unavailable"]),
        ("the provider is in trouble", .example(status: 502), ["failure unavailable"]),
        ("no such model", .example(status: 404), ["failure notTaken"]),
        ("hangs up at once", .drop, ["failure unavailable"]),
        ("no JSON inside", .pieces(["data: {\n\n"]), ["failure other"]),
        ("breaks off", .pieces([Demo.event(text: "Hel")], breaksOff: true), ["text Hel", "failure brokenOff"]),
        ("ends without an end", .pieces([Demo.event(text: "Hel")]), ["text Hel", "failure brokenOff"]),
        (
            "an error inside",
            .pieces([Demo.event(text: "Hel"), "data: \(broken){\"code\":429,\"message\":\"m\"}}\n\n"]),
            ["text Hel", "failure busy"]
        ),
        ("no words", .answer([]), ["failure noWords"]),
        (
            "as long as it may be", .answer(["Hel"], finish: .length),
            ["text Hel", "done The answer ends here because it is as long as this server allows."]
        ),
    ]

    @Test(arguments: rows.indices) func events(_ index: Int) async throws {
        let (name, step, want) = Self.rows[index]
        try await Site.run { site in
            site.service.script("sendChat", [step])
            let response = try await site.ask()
            #expect(response.status == .ok && response.headers["Content-Type"] == ["text/event-stream"], "\(name)")
            let got = try await response.events
            #expect(got == want, "\(name)")
        }
    }

    /// The service may repeat what it was sent. The page hears none of it.
    @Test func nothingOfTheServicesWords() async throws {
        let words = #"{"code":401,"message":"no user for \#(secret)"}}"#
        let steps: [ServerStep] = [
            .response(status: 401, body: #"{"error":"# + words), .response(status: 418, body: #"{"error":"# + words),
            .pieces(["data: \(Self.broken)\(words)\n\n"]),
            .pieces([#"data: {"error":\#(words)\#n\#n"#]),
        ]
        try await Site.run { site in
            site.service.script("sendChat", steps)
            for _ in steps {
                let text = try await site.ask().text
                #expect(text.hasPrefix("event: failure\n"))
                #expect(!text.contains(secret) && !text.contains("no user"), "\(text)")
            }
            #expect(site.service.requests.count == steps.count)
        }
    }

    @Test func howLongToWait() async throws {
        try await Site.run { site in
            site.service.script("sendChat", [.example(status: 429, headers: ["Retry-After": "7"])])
            let text = try await site.ask().text
            #expect(text.contains("Try again in 7 s."))
        }
    }

    /// What the page sends is words. Everything else is the server's.
    @Test func theServerDecides() async throws {
        try await Site.run { site in
            site.service.script("sendChat", [.answer(["Hello"])])
            let asked = """
                {"model": "dear", "max_tokens": 9, "messages": [{"role": "user", "text": "Hi", "name": "n"},
                 {"role": "assistant", "text": "Ho"}, {"role": "user", "text": "Hi again"}]}
                """
            _ = try await site.post(asked).text
            let sent = try #require(site.service.requests.first)
            #expect(sent.header("Authorization") == "Bearer \(secret)")
            let want = ChatRequest(
                model: "the-model",
                messages: [
                    .system(RelayRules(model: "").instructions), .user("Hi"), .assistant("Ho"), .user("Hi again"),
                ], maxCompletionTokens: 2048)
            var got = try ChatRequest(jsonBytes: sent.body)
            #expect(got.stream == true)
            got.stream = want.stream
            #expect(got == want)
        }
    }
}
