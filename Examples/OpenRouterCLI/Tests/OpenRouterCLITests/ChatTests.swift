import ApusTesting
import OpenRouter
import Testing

@testable import OpenRouterCLI

@Suite struct ChatTests {
    static let end = chunk(
        "", more: #","usage":{"prompt_tokens":25,"completion_tokens":10,"total_tokens":35,"cost":0.0002}"#)

    @Test func anAnswer() async throws {
        try await withServer { server in
            server.script("sendChat", [.events([chunk("Hel"), chunk("lo"), Self.end])])
            let run = await Surroundings().run("chat", "-m", "a/b", "-s", "Be brief.", "Hi", "there", at: server)
            #expect(run.status == .success && run.output == "Hello\n" && run.errors.isEmpty)
            #expect(
                server.requests[0].json == [
                    "model": "a/b", "stream": true,
                    "messages": [
                        ["role": "system", "content": "Be brief."], ["role": "user", "content": "Hi there"],
                    ],
                ])
        }
    }

    /// A piece is on the screen before the next one is sent.
    @Test(.timeLimit(.minutes(2))) func asItComes() async throws {
        let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"
        let server = try PieceServer(
            pieces: [head + "data: \(chunk("Hel"))\n\n", "data: \(chunk("lo"))\n\n", "data: [DONE]\n\n"])
        let shown = Guarded("")
        let silent = Console.Output(isTerminal: false, columns: { nil }) { _ in }
        let console = Console(
            output: .init(isTerminal: false, columns: { nil }) { text in shown.with { $0 += text } }, errors: silent,
            input: .init(isTerminal: false) { AsyncStream { $0.finish() } },
            environment: ["OPENROUTER_API_KEY": secretKey])
        let arguments = ["chat", "Hi", "--base-url", "http://127.0.0.1:\(server.port)"]
        async let status = OpenRouterTool.run(arguments, console: console)
        for want in ["Hel", "Hello"] {
            server.release()
            while shown.with({ $0 }) != want { try await Task.sleep(for: .milliseconds(5)) }
        }
        server.release()
        #expect(await status == .success)
        #expect(shown.with { $0 } == "Hello\n")
    }

    @Test func throughStandardInput() async throws {
        try await withServer { server in
            server.script("sendChat", [.events([chunk("Yes\n")])])
            let run = await Surroundings(piped: ["two", "lines"]).run("chat", "--max-tokens", "9", at: server)
            #expect(run.output == "Yes\n")
            #expect(server.requests[0].json?["messages"]?[0]?["content"] == "two\nlines")
            #expect(server.requests[0].json?["max_completion_tokens"] == 9)
            let empty = await Surroundings(piped: ["", " "]).run("chat", at: server)
            #expect(empty.status == .usage && server.requests.count == 1)
        }
    }

    @Test func json() async throws {
        try await withServer { server in
            let chunks = [chunk("Hel", more: #","news":1"#), chunk("lo")]
            server.script("sendChat", [.events(chunks)])
            let run = await Surroundings().run("chat", "Hi", "--json", at: server)
            let lines = try run.output.split(separator: "\n").map { try JSONValue(jsonText: String($0)) }
            #expect(lines == (try chunks.map { try JSONValue(jsonText: $0) }))
        }
    }

    /// Each line is a turn, and the answers before are sent along.
    @Test func aConversation() async throws {
        try await withServer { server in
            server.script("sendChat", [.events([chunk("One"), Self.end]), .events([chunk("Two")])])
            var surroundings = Surroundings.terminal
            surroundings.typed = ["first", "", "second"]
            let run = await surroundings.run("chat", at: server)
            #expect(run.status == .success && run.output == "One\nTwo\n")
            #expect(run.errors.contains("(m, 35 tokens, 0.0002 USD)\n> "))
            let messages = server.requests.map { $0.json?["messages"]?.array?.map { $0["content"]?.string ?? "" } }
            #expect(messages == [["first"], ["first", "One", "second"]])
        }
    }

    @Test func atATerminalNothingIsObeyed() async throws {
        try await withServer { server in
            let step = ServerStep.events([chunk("\u{1B}[2J\n\tclear")])
            server.script("sendChat", [step, step])
            var surroundings = Surroundings.terminal
            #expect(await surroundings.run("chat", "Hi", at: server).output == "<U+001B>[2J\n\tclear\n")
            // A program gets what the model said.
            surroundings.isTerminal = false
            #expect(await surroundings.run("chat", "Hi", at: server).output == "\u{1B}[2J\n\tclear\n")
        }
    }

    @Test(arguments: [
        (
            ServerStep.events([
                chunk("Half"), chunk("", more: #","error":{"code":429,"message":"slow \#(secretKey)"}"#),
            ]), ToolStatus.rateLimited, "openrouter: the answer broke off: slow [redacted] (code 429)\n"
        ),
        (.events([chunk("Half")], isWhole: false), .failure, "openrouter: "),
    ]) func itBreaksOff(step: ServerStep, want: ToolStatus, errors: String) async throws {
        try await withServer { server in
            server.script("sendChat", [step])
            let run = await Surroundings().run("chat", "Hi", at: server)
            #expect(run.status == want && run.output == "Half\n")
            #expect(run.errors.hasPrefix(errors) && !run.errors.contains(secretKey))
        }
    }

    @Test func demo() async {
        let run = await Surroundings(environment: [:]).run(["chat", "--demo", "Which capital?"])
        #expect(run.status == .success && run.output == "The capital of France is Paris.\n")
    }
}
