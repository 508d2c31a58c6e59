import Foundation
import Testing

@testable import OpenRouterCLI

/// What the README shows is what comes.
@Suite struct ReadmeTests {
    static func readme() throws -> String {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("README.md")
        return try String(contentsOf: file, encoding: .utf8)
    }

    /// Commands behind `$ openrouter`, each with the lines below it.
    static func runs() throws -> [(arguments: [String], want: String)] {
        let block = try #require(try readme().components(separatedBy: "```").first { $0.hasPrefix("console\n") })
        return block.dropFirst("console\n".count).components(separatedBy: "$ openrouter ").dropFirst().map { run in
            let lines = run.split(separator: "\n", omittingEmptySubsequences: true)
            return (words(String(lines[0])), lines.dropFirst().joined(separator: "\n") + "\n")
        }
    }

    /// As a shell takes words apart, quotation marks around several of them.
    static func words(_ line: String) -> [String] {
        line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().flatMap { index, part in
            index % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
        }
    }

    @Test func runsAreAsShown() async throws {
        let runs = try Self.runs()
        #expect(runs.count == 4)
        for (arguments, want) in runs {
            let run = await Surroundings(environment: [:]).run(arguments)
            #expect(run.output + run.errors == want, "\(arguments)")
        }
    }

    @Test func statusesAreTold() throws {
        let readme = try Self.readme().replacingOccurrences(of: "\\|", with: "|")
        for status in ToolStatus.allCases where status != .interrupted {
            #expect(readme.contains("| \(status.rawValue) | \(status.meaning) |"))
        }
        #expect(readme.contains("| 130 | Ctrl-C; "))
    }

    @Test func commandsAreTold() throws {
        let readme = try Self.readme()
        #expect(OpenRouterCommand.names.count == 8)
        for name in OpenRouterCommand.names { #expect(readme.contains("| `\(name)")) }
    }
}
