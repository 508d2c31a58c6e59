import ArgumentParser

/// The command line: reads files, runs the pipeline, writes files, and says what it found.
@main
struct Apus: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apus",
        abstract: "Turns an OpenAPI document into a Swift SDK.",
        discussion: """
            Exit codes: 0 when all is well, 1 when the input has errors or the generated files are stale, 2 when the \
            command line is wrong.
            """,
        version: "0.1.0",
        subcommands: [Generate.self, Dump.self])

    /// Runs the command, with 2 as the exit code of a wrong command line.
    static func main() {
        LargePages.prefer()
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let code as ExitCode {
            System.end(code.rawValue)
        } catch {
            let code = exitCode(for: error)
            if code == .success { exit(withError: error) }
            StandardError.write(fullMessage(for: error) + "\n")
            System.end(2)
        }
    }
}
