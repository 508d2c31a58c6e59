import ApusTesting
import HTTPTypes
import OpenRouter
import Testing

/// The exact bytes of each operation's request.
@Suite struct RequestTests {
    static let base = "https://openrouter.ai/api/v1"

    /// An ID as the caller gives it, and as it stands in the query.
    static let ids: [(given: String, want: String)] = [
        ("gen-1234567890", "gen-1234567890"), ("a b", "a+b"), ("a/b?c=d&e#f", "a%2Fb%3Fc%3Dd%26e%23f"),
        ("100%", "100%25"), ("1+1", "1%2B1"), ("%41", "%2541"), ("é😀", "%C3%A9%F0%9F%98%80"), ("\"'", "%22%27"),
        ("()*!:;@$,[]|\\^`{}<>=", "%28%29%2A%21%3A%3B%40%24%2C%5B%5D%7C%5C%5E%60%7B%7D%3C%3E%3D"), ("\n", "%0A"),
        ("-._~", "-._~"), ("", ""), ("a b/c?d=e&f#g+h%41é😀", "a+b%2Fc%3Fd%3De%26f%23g%2Bh%2541%C3%A9%F0%9F%98%80"),
    ]

    @Test(arguments: ids)
    func identifiersAreEncoded(given: String, want: String) throws {
        let generation = try GetGenerationRequest(id: given).httpRequest(baseURL: Self.base)
        #expect(generation.method == .get)
        #expect(generation.scheme == "https")
        #expect(generation.authority == "openrouter.ai")
        #expect(generation.path == "/api/v1/generation?id=\(want)")
        let content = try ListGenerationContentRequest(id: given).httpRequest(baseURL: Self.base)
        #expect(content.path == "/api/v1/generation/content?id=\(want)")
    }

    /// A recorder reads the query back as it was given: a space goes out as `+`, a plus as `%2B`.
    @Test(arguments: ids)
    func identifiersAreReadBack(given: String, want: String) async throws {
        let transport = try MockTransport.answeringExamples()
        let client = OpenRouterClient(apiKey: "sk-c4n4ry7f3a9c", configuration: .once, transport: transport)
        _ = try await client.generations.getGeneration(id: given)
        #expect(transport.requests[0].target.hasSuffix("?id=\(want)"))
        #expect(transport.requests[0].query == [.init(name: "id", value: given)])
    }

    @Test func requestsHaveNoBody() throws {
        #expect(try GetGenerationRequest(id: "a").httpBody() == nil)
        #expect(try ListGenerationContentRequest(id: "a").httpBody() == nil)
        #expect(
            try GetGenerationRequest(id: "a").httpRequest(baseURL: Self.base).headerFields[.accept]
                == "application/json")
    }
}
