import ApusTesting
import OpenRouter
import Testing

@testable import OpenRouterCLI

@Suite struct KeysTests {
    @Test func list() async throws {
        let run = await Surroundings().run(["--demo", "keys"])
        #expect(
            run.output == """
                HASH          NAME               LABEL                USED           LIMIT  STATE
                f01d52606dc8  My Production Key  Production API Key  25.50  100.00 monthly  enabled

                """)
    }

    /// A server that knows no offset gives the same keys for ever.
    @Test func theListEnds() async throws {
        try await withServer { server in
            let run = await Surroundings().run("keys", "list", "--all", "--json", at: server)
            #expect(run.status == .success && run.output.split(separator: "\n").count == 1)
            #expect(
                server.requests.map(\.target) == [
                    "/keys?include_disabled=true", "/keys?include_disabled=true&offset=1",
                ])
        }
    }

    @Test func create() async throws {
        try await withServer { server in
            let run = await Surroundings().run(
                "keys", "create", "ci", "--limit", "2.5", "--reset", "daily", "--yes", at: server)
            #expect(run.status == .success && run.output.hasPrefix("sk-or-v1-") && run.errors.isEmpty)
            #expect(server.requests[0].json == ["name": "ci", "limit": 2.5, "limit_reset": "daily"])
        }
    }

    @Test(
        arguments: [
            ("y", ToolStatus.success, 1), ("YES", .success, 1), ("n", .failure, 0), ("", .failure, 0),
            (nil, .failure, 0),
        ] as [(String?, ToolStatus, Int)]) func aPersonIsAsked(answer: String?, want: ToolStatus, calls: Int)
        async throws
    {
        try await withServer { server in
            var surroundings = Surroundings.terminal
            surroundings.typed = answer.map { [$0] } ?? []
            let run = await surroundings.run("keys", "create", "c\u{7}i", at: server)
            #expect(run.status == want && server.requests.count == calls)
            #expect(run.errors.hasPrefix("Create a key `c<U+0007>i` without a limit? [y/N] "))
        }
    }

    @Test(arguments: [
        ("f01d52606dc8", ToolStatus.success, "deleted My Production Key\n"),
        ("f01d52606dc8f0a8303a7b5cc3fa07109c2e346cec7c0a16b40de462992ce943", .success, "deleted My Production Key\n"),
        ("abcdef123456", .notFound, ""),
    ]) func delete(hash: String, want: ToolStatus, output: String) async throws {
        try await withServer { server in
            let run = await Surroundings().run("keys", "delete", hash, "--yes", at: server)
            #expect(run.status == want && run.output == output)
            let deleted = server.requests.filter { $0.method == "DELETE" }.map(\.path)
            #expect(
                deleted
                    == (want == .success
                        ? ["/keys/f01d52606dc8f0a8303a7b5cc3fa07109c2e346cec7c0a16b40de462992ce943"] : []))
        }
    }
}
