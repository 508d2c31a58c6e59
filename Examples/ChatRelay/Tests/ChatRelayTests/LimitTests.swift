import Foundation
import Testing

@testable import ChatRelay

/// What the server does not take, and what else it serves.
@Suite(.timeLimit(.minutes(5))) struct LimitTests {
    static func one(_ text: String, role: String = "user") -> String {
        #"{"messages":[{"role":"\#(role)","text":"\#(text)"}]}"#
    }

    /// Body, content type, status, part of the answer.
    static let rows: [(String, String, UInt, String)] = [
        (one(String(repeating: "a", count: 8001)), "application/json", 413, "The message is too long: 8000"),
        (one(String(repeating: "a", count: 300_000)), "application/json", 413, "The conversation is too long."),
        (String(repeating: " ", count: 9 << 20), "application/json", 413, "The conversation is too long."),
        (
            #"{"messages":[\#(String(repeating: #"{"role":"user","text":"a"},"#, count: 100))"#
                + #"{"role":"user","text":"a"}]}"#, "application/json", 413, "The conversation is too long."
        ),
        ("", "application/json", 400, "not a conversation"),
        ("[]", "application/json; charset=utf-8", 400, "not a conversation"),
        (one("Hi", role: "system"), "application/json", 400, "not a conversation"),
        (one("Hi", role: "assistant"), "application/json", 400, "ends with a message of the user"),
        (one(""), "application/json", 400, "ends with a message of the user"),
        (#"{"messages":[]}"#, "application/json", 400, "ends with a message of the user"),
        (one("Hi"), "text/plain", 415, "must be JSON."),
        (one("Hi"), "application/x-www-form-urlencoded", 415, "must be JSON."),
    ]

    @Test func refused() async throws {
        try await Site.run { site in
            for (body, type, status, words) in Self.rows {
                let response = try await site.post(body, type: type)
                let text = try await response.text
                #expect(response.status.code == status && text.contains(words), "\(body.prefix(80)): \(text)")
            }
            #expect(site.service.requests.isEmpty, "the service is not asked")
        }
    }

    @Test func theLongestMessageIsTaken() async throws {
        try await Site.run { site in
            site.service.script("sendChat", [.answer(["Hello"])])
            let events = try await site.ask(String(repeating: "ä", count: 8000)).events
            #expect(events == ["text Hello", "done"])
        }
    }

    @Test func page() async throws {
        try await Site.run { site in
            for (path, type) in [("/", "text/html"), ("/chat.css", "text/css"), ("/chat.js", "text/javascript")] {
                let response = try await site.get(path)
                let text = try await response.text
                #expect(response.status == .ok && response.headers.first(name: "Content-Type")?.hasPrefix(type) == true)
                let policy = response.headers.first(name: "Content-Security-Policy") ?? ""
                #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"))
                #expect(!text.contains("sk-or") && !text.contains("://"), "no key, and nothing from elsewhere")
                #expect(!text.contains("innerHTML"))
            }
            let health = try await site.get("/health").text
            #expect(health == #"{"status":"ok"}"#)
            let about = try await site.get("/about").text
            #expect(about.contains(#""model":"the-model""#))
            #expect(try await site.get("/chat").status == .notFound)
        }
    }

    @Test func aKeyOrTheDemo() throws {
        guard ProcessInfo.processInfo.environment["OPENROUTER_API_KEY"] == nil else { return }
        #expect(throws: (any Error).self) { try ChatRelay.parse([]) }
        #expect(try ChatRelay.parse(["--demo", "--port", "0"]).port == 0)
    }
}
