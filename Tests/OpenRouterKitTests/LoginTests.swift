import ApusRuntime
import ApusTesting
import OpenRouter
import OpenRouterKit
import Testing

/// A login, from the page to the key.
@Suite struct LoginTests {
    @Test func thePageAndTheCodeBelongTogether() async throws {
        try await withServer { server, _ in
            let pending = OpenRouterLogin(callbackURL: "https://my.app/back?a=1&b=2+3").begin()
            let start =
                "https://openrouter.ai/auth?callback_url=https%3A%2F%2Fmy.app%2Fback%3Fa%3D1%26b%3D2%2B3"
                + "&code_challenge="
            #expect(pending.url.hasPrefix(start) && pending.url.hasSuffix("&code_challenge_method=S256"))
            server.script(
                "exchangeAuthorizationCode", [.response(status: 200, body: #"{"key":"sk-1","user_id":"u"}"#)])
            // A new user has no key yet, and one that the app has belongs to somebody else.
            var keyless = ClientConfiguration()
            keyless.environment = EnvironmentLookup([:])
            let newcomer = OpenRouterClient(baseURL: server.baseURL, configuration: keyless)
            let key = try await newcomer.oAuth.redeem("code-1", of: pending)
            #expect(server.requests[0].header("Authorization") == nil)
            #expect(key.key == "sk-1" && key.userID == "u")
            let sent = try #require(server.requests[0].json)
            #expect(sent["code"] == "code-1" && sent["code_challenge_method"] == "S256")
            let verifier = try #require(sent["code_verifier"]?.string)
            #expect(pending.url.contains("=\(PKCE(verifier: verifier).challenge)&"))
            #expect(!"\(pending)".contains(verifier) && !String(reflecting: pending).contains(verifier))
        }
    }

    @Test func everyLoginIsItsOwn() {
        let login = OpenRouterLogin(callbackURL: "https://my.app", pageURL: "https://a.b/c?d=e")
        #expect(login.begin() != login.begin())
        #expect(login.begin().url.hasPrefix("https://a.b/c?d=e&callback_url=https%3A%2F%2Fmy.app&"))
    }
}
