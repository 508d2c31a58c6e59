import ApusTesting
import OpenRouter
import Testing

@testable import OpenRouterCLI

/// What goes wrong, as an exit status and one sentence.
@Suite struct FailureTests {
    struct Row: Sendable, CustomStringConvertible {
        var steps: [ServerStep]
        var want: ToolStatus
        var errors: String
        var description: String { "\(want): \(errors)" }
    }

    static let rows: [Row] = [
        Row(
            steps: [.refusal(401, "User not found.", headers: ["x-request-id": "req-7"])], want: .unauthorized,
            errors: "User not found. (status 401, request ID req-7); "
                + "is OPENROUTER_API_KEY a key of https://openrouter.ai/settings/keys?"),
        Row(
            steps: [.refusal(402, "Insufficient credits")], want: .noCredits,
            errors: "Insufficient credits (status 402); credits are added at https://openrouter.ai/settings/credits"),
        Row(
            steps: [.refusal(403, "no")], want: .unauthorized,
            errors: "no (status 403); the key lacks the right; `keys` and `usage` take a management key"),
        Row(
            steps: [.example(status: 404)], want: .notFound,
            errors: "Resource not found (status 404); is it the right ID or name?"),
        Row(
            steps: Array(repeating: .refusal(429, "slow down", headers: ["Retry-After": "7"]), count: 3),
            want: .rateLimited, errors: "slow down (status 429, 3 attempts); try again in 7 s"),
        Row(
            steps: Array(repeating: .refusal(429, "slow down"), count: 3), want: .rateLimited,
            errors: "slow down (status 429, 3 attempts); try again later"),
        Row(
            steps: Array(repeating: .refusal(503, "busy"), count: 3), want: .failure,
            errors: "busy (status 503, 3 attempts); try again later"),
        Row(steps: [.refusal(503, "busy"), .drop], want: .success, errors: ""),
        Row(
            steps: [.response(status: 200, body: "{}")], want: .failure,
            errors: "the answer is not what the API documents: "),
        Row(steps: [.refusal(418, "\u{1B}[2J gone")], want: .failure, errors: "<U+001B>[2J gone (status 418)"),
        // A service that repeats the key.
        Row(
            steps: [.refusal(400, "bad key \(secretKey)")], want: .failure, errors: "bad key [redacted] (status 400)"),
    ]

    @Test(arguments: rows) func ofACall(row: Row) async throws {
        try await withServer { server in
            server.script("getGeneration", row.steps)
            let run = await Surroundings().run("generation", "gen-1", at: server)
            #expect(run.status == row.want)
            if row.want == .success {
                #expect(run.errors.isEmpty && run.output.contains("gen-"))
            } else {
                #expect(run.output.isEmpty && run.errors.hasPrefix("openrouter: \(row.errors)"))
                #expect(run.errors.split(separator: "\n").count == 1)
            }
            #expect(!(run.output + run.errors).contains(secretKey))
            #expect(server.requests.first?.header("Authorization") == "Bearer \(secretKey)")
        }
    }

    @Test func everyConnectionIsDropped() async throws {
        try await withServer { server in
            server.respond(to: "getGeneration") { _ in .drop }
            let run = await Surroundings().run("generation", "gen-1", at: server)
            #expect(run.status == .failure && run.errors.hasPrefix("openrouter: no whole answer: "))
            #expect(server.requests.count == 3 && run.errors.contains("(3 attempts); try again"))
        }
    }

    @Test func theTimeIsUp() async throws {
        try await withServer { server in
            server.respond(to: "getGeneration") { _ in .delayed(.seconds(600), .example()) }
            let surroundings = Surroundings(clock: SystemClock())
            let run = await surroundings.run("generation", "gen-1", "--timeout", "1", at: server)
            #expect(run.status == .timeout)
            #expect(run.errors.contains("deadline of 1") && run.errors.contains("--timeout SECONDS allows more"))
        }
    }

    @Test func nobodyListens() async throws {
        var address = ""
        try await withServer { address = $0.baseURL }
        let run = await Surroundings().run(["models", "--base-url", address])
        #expect(run.status == .failure && run.errors.hasPrefix("openrouter: no connection: Connection refused (3 "))
    }

    @Test(arguments: [[:], ["OPENROUTER_API_KEY": ""]]) func noKey(environment: [String: String]) async throws {
        try await withServer { server in
            let run = await Surroundings(environment: environment).run("chat", "Hi", at: server)
            #expect(run.status == .unauthorized && server.requests.isEmpty)
            #expect(
                run.errors == "openrouter: no API key is set; set OPENROUTER_API_KEY to one from "
                    + "https://openrouter.ai/settings/keys, or try `--demo`, which needs none\n")
        }
    }

    @Test func aKeyThatCannotBeSent() async throws {
        try await withServer { server in
            let surroundings = Surroundings(environment: ["OPENROUTER_API_KEY": "sk-or\nX-Evil: 1"])
            let run = await surroundings.run("models", at: server)
            #expect(run.status == .unauthorized && !run.errors.contains("Evil") && server.requests.isEmpty)
        }
    }

    @Test(arguments: [
        ["fly"], ["generation"], ["models", "--sort", "taste"], ["--demo", "models", "--base-url", "http://localhost"],
        ["models", "--timeout", "0"], ["video", "A boat"], ["keys", "delete", "short"], ["models", "--base-url", "::"],
        ["keys", "create", "n", "--reset", "hourly", "--yes"], ["files", "upload", "/no/such/file"],
        ["keys", "create", "n"],
    ]) func theCommandLineIsWrong(arguments: [String]) async {
        let run = await Surroundings().run(arguments)
        #expect(run.status == .usage && run.output.isEmpty && !run.errors.isEmpty)
    }

    /// Every status is in the help, and none is two things.
    @Test func helpTellsTheStatuses() async {
        let run = await Surroundings().run(["--help"])
        #expect(run.status == .success && run.errors.isEmpty)
        for status in ToolStatus.allCases { #expect(run.output.contains("\(status.rawValue)  \(status.meaning)")) }
        #expect(run.output.contains("OPENROUTER_API_KEY"))
        #expect(Set(ToolStatus.allCases.map(\.rawValue)).count == ToolStatus.allCases.count)
    }

    @Test func nobodyReadsTheOutput() async {
        let silent = Console.Output(isTerminal: false, columns: { nil }) { _ in }
        let console = Console(
            output: .init(isTerminal: false, columns: { nil }) { _ in throw BrokenPipe() }, errors: silent,
            input: .init(isTerminal: false) { AsyncStream { $0.finish() } }, environment: [:])
        #expect(await OpenRouterTool.run(["--demo", "models"], console: console) == .brokenPipe)
    }
}
