import ApusTesting
import Foundation
import OpenRouter
import Testing

@testable import OpenRouterCLI

/// Commands from their arguments to their output, against a real server.
@Suite struct CommandTests {
    @Test func generation() async throws {
        try await withServer { server in
            let run = await Surroundings().run("generation", "gen-1", at: server)
            #expect(run.status == .success && run.errors.isEmpty)
            for line in [
                "generation    gen-3bhGkxlo4XFrqiabUM7NDtwDzWwG", "model         sao10k/l3-stheno-8b",
                "prompt        10 tokens", "latency       1.25 s", "generated in  1.20 s",
            ] {
                #expect(run.output.contains(line + "\n"))
            }
            #expect(server.requests[0].target == "/generation?id=gen-1")
        }
    }

    @Test func content() async throws {
        try await withServer { server in
            server.script("listGenerationContent", [.example(), .example(name: "prompt")])
            let messages = await Surroundings().run("content", "gen-1", at: server)
            #expect(
                messages.output
                    == "user\nWhat is the meaning of life?\n\ncompletion\nThe meaning of life is a philosophical question...\n"
            )
            let prompt = await Surroundings().run("content", "gen-1", at: server)
            #expect(prompt.output.hasPrefix("prompt\nWhat is the meaning of life?\n\nreasoning\n"))
            #expect(prompt.output.hasSuffix("\n\ncompletion\n42\n"))
        }
    }

    @Test func storedPartsAndErrors() async throws {
        try await withServer { server in
            let body = #"""
                {"data":{"error":{"message":"broke\u001b[2J","previous_errors":[]},"input":{"messages":[
                {"role":"user","content":[{"type":"text","text":"Look"},{"type":"image_url"}]},{"odd":1}]},"output":{}}}
                """#
            server.script("listGenerationContent", [.response(status: 200, body: body)])
            let run = await Surroundings().run("content", "gen-1", at: server)
            #expect(
                run.output
                    == "user\nLook\n{\"type\":\"image_url\"}\n\nmessage\n{\"odd\":1}\n\nerror\nbroke<U+001B>[2J\n")
        }
    }

    /// What the module does not know is there too.
    @Test func jsonHasWhatTheServiceSent() async throws {
        try await withServer { server in
            var body = try #require(DemoService.example("getGeneration").object)
            body["news"] = ["wing": "left"]
            server.script("getGeneration", [.response(status: 200, body: JSONValue.object(body).description)])
            let run = await Surroundings().run("generation", "gen-1", "--json", at: server)
            #expect(try JSONValue(jsonText: run.output) == .object(body))
            #expect(run.output.split(separator: "\n").count == 1)
        }
    }

    @Test func demoModels() async {
        let run = await Surroundings().run(["--demo", "models"])
        #expect(
            run.output == """
                MODEL             NAME                  CONTEXT  PROMPT  COMPLETION
                demo/any          Whichever fits        200,000  varies      varies
                demo/heron-long   Heron Long Context  1,048,576    1.25        5.00
                demo/magpie-free  Magpie (free)           8,192    free        free
                demo/wren         Wren                  128,000    2.50       10.00
                demo/wren-mini    Wren Mini              32,768    0.10        0.40

                """)
    }

    @Test(arguments: [
        (["wren"], ["wren", "wren-mini"]), (["HERON"], ["heron-long"]), (["nothing"], []),
        (["--sort", "context"], ["heron-long", "any", "wren", "wren-mini", "magpie-free"]),
        (["--sort", "prompt"], ["magpie-free", "wren-mini", "heron-long", "wren", "any"]),
        (["--sort", "completion", "wren"], ["wren-mini", "wren"]),
    ]) func modelsAreFoundAndSorted(arguments: [String], want: [String]) async throws {
        let run = await Surroundings().run(["models", "--demo", "--json"] + arguments)
        let ids = try run.output.split(separator: "\n").map { try JSONValue(jsonText: String($0))["id"]?.string ?? "" }
        #expect(ids == want.map { "demo/\($0)" })
        #expect(run.status == .success)
    }

    /// Every page is asked for.
    @Test func pages() async throws {
        try await withServer { server in
            let pages = [Array(DemoValues.models.prefix(2)), Array(DemoValues.models.dropFirst(2)), []].map {
                ServerStep.response(
                    status: 200,
                    body: JSONValue.object(["data": .array($0), "links": ["next": .null], "total_count": 5]).description
                )
            }
            server.script("listModels", pages)
            let run = await Surroundings().run("models", at: server)
            #expect(run.output.split(separator: "\n").count == 6)
            #expect(server.requests.map { $0.query.first { $0.name == "offset" }?.value } == [nil, "2", "5"])
        }
    }

    /// At a terminal headings are bold, lines are cut, and nothing that the service says is obeyed.
    @Test func atATerminal() async throws {
        try await withServer { server in
            var model = try #require(DemoValues.models[0].object)
            model["name"] = .string("\u{1B}[31mRed \u{9B}2J" + String(repeating: "x", count: 200))
            let page: JSONObject = ["data": [.object(model)], "links": ["next": .null], "total_count": 1]
            let step = ServerStep.response(status: 200, body: JSONValue.object(page).description)
            let end = ServerStep.response(status: 200, body: #"{"data":[],"links":{},"total_count":1}"#)
            server.script("listModels", [step, end, step, end, step, end])
            let table = await Surroundings.terminal.run("models", at: server)
            #expect(table.output.hasPrefix("\u{1B}[1mMODEL") && table.output.contains("<U+001B>[31mRed <U+009B>2J"))
            let lines = table.output.split(separator: "\n")
            #expect(lines.count == 2 && TerminalText.columns(String(lines[1])) <= 80)
            let json = await Surroundings.terminal.run("models", "--json", at: server)
            #expect(json.output.contains(#"\u001b[31mRed \u009B2J"#) && !json.output.contains("\u{9B}"))
            var plain = Surroundings.terminal
            plain.environment["NO_COLOR"] = "1"
            let uncoloured = await plain.run("models", at: server)
            #expect(!uncoloured.output.contains("\u{1B}") && uncoloured.output.hasPrefix("MODEL"))
        }
    }

    @Test(arguments: [
        ([], ["2026-01-01  ███████", "2026-01-05  ████", "total 1.98 USD"]),
        (["--by", "model"], ["demo/wren        ██", "demo/heron-long  ██", "1.26 USD", "0.72 USD"]),
        (["--by", "provider", "--measure", "requests"], ["Aviary    ██", "144 requests", "total 180 requests"]),
        (["--date", "2026-01-02"], ["2026-01-02  █", "total 0.275 USD"]),
        (["--date", "2020-01-01"], ["no usage"]),
    ]) func usage(arguments: [String], want: [String]) async {
        let run = await Surroundings().run(["--demo", "usage"] + arguments)
        for text in want { #expect(run.output.contains(text), "\(run.output)") }
    }

    @Test func helpOfACommand() async {
        let run = await Surroundings().run(["models", "--help"])
        #expect(run.status == .success && run.output.contains("USAGE: openrouter models"))
    }

    @Test(arguments: ["bash", "zsh", "fish"]) func completions(shell: String) async {
        let run = await Surroundings().run(["--generate-completion-script", shell])
        #expect(run.status == .success && run.output.contains("generation"))
    }
}
