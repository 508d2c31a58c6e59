import Testing

@testable import ApusRuntime

@Suite("Servers")
struct ServerTests {
    struct Row: Sendable {
        var url: String
        var values: [ServerTemplate.Variable] = []
        /// `nil`: refused.
        var want: String?
    }

    static let rows: [Row] = [
        Row(url: "https://a.example/v1", want: "https://a.example/v1"),
        Row(url: "https://{r}.example", values: [.init("r", "eu-1")], want: "https://eu-1.example"),
        Row(url: "https://a:{p}/x", values: [.init("p", "8443")], want: "https://a:8443/x"),
        Row(url: "https://{h}/x", values: [.init("h", "[::1]:80")], want: "https://[::1]:80/x"),
        Row(url: "{u}", values: [.init("u", "https://a.example/b")], want: "https://a.example/b"),
        Row(url: "{u}/v1", values: [.init("u", "https://a.example")], want: "https://a.example/v1"),
        Row(url: "{s}://a", values: [.init("s", "https")], want: "https://a"),
        Row(url: "https://a/{b}/c", values: [.init("b", "x y/z?q#f")], want: "https://a/x%20y/z%3Fq%23f/c"),
        Row(url: "https://a/?q={b}", values: [.init("b", "x&y")], want: "https://a/?q=x%26y"),
        Row(url: "https://{h}.example", values: [.init("h", "evil.com/")]),
        Row(url: "https://{h}.example", values: [.init("h", "user@evil")]),
        Row(url: "https://{h}.example", values: [.init("h", "a?")]),
        Row(url: "https://{h}.example", values: [.init("h", "a#")]),
        Row(url: "https://{h}.example", values: [.init("h", "a%2F")]),
        Row(url: "https://{h}.example"),
    ]

    @Test("variables: given, want", arguments: rows.indices)
    func variables(index: Int) {
        let row = Self.rows[index]
        let got = try? ServerTemplate(row.url, variables: row.values).expanded()
        #expect(got == row.want)
    }

    struct FileRequest: OperationRequest {
        typealias Output = GenerationResponse
        static let operation = OperationDescription(
            id: "file", method: "GET", path: "/f", success: [200], server: "https://files.example/root")
        func encode(into request: inout RequestBuilder) {}
    }

    struct ChoiceRow: Sendable {
        var call: String?
        var client: String?
        var server: ServerTemplate?
        /// Where an operation without, and one with a server of its own are sent.
        var want: [String]
    }

    static let choices: [ChoiceRow] = [
        ChoiceRow(want: ["api.example/v1", "files.example/root/f"]),
        ChoiceRow(server: .init("https://two.example"), want: ["two.example", "files.example/root/f"]),
        ChoiceRow(client: "https://own.example", want: ["own.example", "own.example/f"]),
        ChoiceRow(
            client: "https://own.example", server: .init("https://two.example"), want: ["own.example", "own.example/f"]),
        ChoiceRow(call: "https://now.example", client: "https://own.example", want: ["now.example", "now.example/f"]),
    ]

    @Test("call, client, operation, choice, first: given, want", arguments: choices.indices)
    func precedence(index: Int) async throws {
        let row = Self.choices[index]
        let transport = ScriptedTransport([.json(200, SampleAPI.good)])
        let client = APIClient(
            description: SampleAPI.description, credentials: ["apiKey": "key-c4n4ry7f3a9c"], server: row.server,
            baseURL: row.client, transport: transport)
        _ = try await client.send(GetGenerationRequest(id: "a"), options: .init(baseURL: row.call))
        _ = try await client.send(FileRequest(), options: .init(baseURL: row.call))
        let got = transport.requests.map { "\($0.head.authority ?? "")\($0.head.path ?? "")" }
        #expect(got[0].hasPrefix(row.want[0] + "/generation"), "\(got[0])")
        #expect(got[1] == row.want[1])
    }

    @Test("without any server the call says what is missing")
    func none() async {
        var description = SampleAPI.description
        description.servers = []
        let client = APIClient(
            description: description, credentials: ["apiKey": "key-c4n4ry7f3a9c"], transport: ScriptedTransport([]))
        await #expect(throws: CallFailure.self) { try await client.send(GetGenerationRequest(id: "a")) }
    }
}
