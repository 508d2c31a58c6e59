import ApusTesting
import Foundation
import OpenRouter
import Testing

@testable import OpenRouterCLI

/// Videos and files, and the progress of what is long.
@Suite struct TransferTests {
    static let movie = [UInt8](repeating: 7, count: 300_000)
    static let movieStep = ServerStep.bytes(status: 200, headers: ["Content-Type": "video/mp4"], body: movie)
    static let fileStep = ServerStep.bytes(
        status: 200, headers: ["Content-Type": "application/octet-stream"], body: movie)

    @Test func aVideo() async throws {
        try await withServer { server in
            try await withFolder { folder in
                server.script("getVideo", [.response(status: 200, body: DemoValues.unfinishedVideo.description)])
                server.script("downloadVideo", [Self.movieStep])
                let path = folder + "/boat.mp4"
                let run = await Surroundings().run("video", "A", "boat", "-m", "g/v", "-o", path, at: server)
                #expect(run.status == .success && run.errors.isEmpty)
                #expect(run.output == "\(path): 300.0 kB, 0.50 USD\n")
                #expect(FileManager.default.contents(atPath: path) == Data(Self.movie))
                #expect(server.requests[0].json == ["model": "g/v", "prompt": "A boat"])
            }
        }
    }

    @Test func progressAtATerminal() async throws {
        try await withServer { server in
            try await withFolder { folder in
                server.script("downloadVideo", [Self.movieStep])
                let path = folder + "/boat.mp4"
                let run = await Surroundings.terminal.run("video", "--job", "job-1", "-o", path, at: server)
                #expect(run.errors.contains("\r\u{1B}[2Kvideo job-abc123: completed, 0 s of at most 600 s"))
                #expect(run.errors.contains("100 %  300.0 kB of 300.0 kB"))
                // The line is gone in the end.
                #expect(run.errors.hasSuffix("\r\u{1B}[2K"))
                var dumb = Surroundings.terminal
                dumb.environment["TERM"] = "dumb"
                let again = await dumb.run("video", "--job", "job-1", "-o", path, "--force", at: server)
                #expect(again.status == .success && again.errors.isEmpty)
            }
        }
    }

    @Test(arguments: [
        (
            #""failed","error":"no \u001b boats""#, ToolStatus.failure,
            "the video was not made: no <U+001B> boats (job job-1)"
        ),
        (
            #""in_progress""#, .timeout,
            "the video is still `in_progress`; `openrouter video --job job-1` waits for it again"
        ),
    ]) func aVideoThatIsNotMade(status: String, want: ToolStatus, errors: String) async throws {
        try await withServer { server in
            server.respond(to: "getVideo") { _ in
                .response(status: 200, body: #"{"id":"job-1","polling_url":"u","status":\#(status)}"#)
            }
            let run = await Surroundings().run("video", "--job", "job-1", "-o", "/no/such/folder/v.mp4", at: server)
            #expect(run.status == want && run.errors == "openrouter: \(errors)\n")
        }
    }

    /// Before anything is asked for, and paid.
    @Test func aFileThatIsThereStays() async throws {
        try await withServer { server in
            try await withFolder { folder in
                let path = folder + "/boat.mp4"
                try Data("mine".utf8).write(to: URL(fileURLWithPath: path))
                let run = await Surroundings().run("video", "A boat", "-m", "g/v", "-o", path, at: server)
                #expect(run.status == .usage && server.requests.isEmpty)
                #expect(FileManager.default.contents(atPath: path) == Data("mine".utf8))
            }
        }
    }

    @Test func anUpload() async throws {
        try await withServer { server in
            try await withFolder { folder in
                let path = folder + "/notes.txt"
                let bytes = [UInt8](repeating: 65, count: 200_000)
                try Data(bytes).write(to: URL(fileURLWithPath: path))
                // The first attempt fails: the file is sent again, from its beginning.
                server.script("uploadFile", [.refusal(503, "busy", headers: ["Retry-After": "1"])])
                let run = await Surroundings.terminal.run("files", "upload", path, at: server)
                #expect(
                    run.status == .success && run.output.hasPrefix("or_file_011CNha8iCJcU1wXNR6q4V8w  document.pdf"))
                #expect(run.errors.contains("100 %  200.0 kB of 200.0 kB") && run.errors.hasSuffix("\r\u{1B}[2K"))
                #expect(server.requests.count == 2)
                for request in server.requests {
                    #expect(request.bodyText.contains(String(decoding: bytes, as: UTF8.self)))
                    #expect(request.bodyText.contains(#"filename="notes.txt""#))
                }
            }
        }
    }

    @Test func files() async throws {
        try await withServer { server in
            let list = await Surroundings().run("files", at: server)
            #expect(
                list.output == """
                    ID                                NAME            SIZE  CREATED
                    or_file_011CNha8iCJcU1wXNR6q4V8w  document.pdf  1.0 MB  2025-01-01T00:00:00Z

                    """)
            let json = await Surroundings().run("files", "list", "--json", at: server)
            let page = try JSONValue(jsonText: json.output)
            #expect(page["data"]?[0]?["filename"] == "document.pdf")
            let deleted = await Surroundings().run("files", "delete", "or_file_1", "--yes", at: server)
            #expect(deleted.output == "deleted or_file_1\n")
        }
    }

    @Test func aDownload() async throws {
        try await withServer { server in
            try await withFolder { folder in
                server.script("downloadFile", [Self.fileStep, .refusal(404, "gone")])
                let path = folder + "/a.bin"
                let run = await Surroundings().run("files", "download", "or_file_1", "-o", path, at: server)
                #expect(run.status == .success && run.output == "\(path): 300.0 kB\n")
                let gone = await Surroundings().run("files", "download", "or_file_1", "-o", folder + "/b", at: server)
                #expect(gone.status == .notFound && !FileManager.default.fileExists(atPath: folder + "/b"))
                let nowhere = await Surroundings().run("files", "download", "or_file_1", "-o", "/no/such/b", at: server)
                #expect(nowhere.status == .failure && nowhere.errors.contains("`/no/such/b` cannot be written"))
            }
        }
    }
}
