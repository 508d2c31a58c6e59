import ArgumentParser
import Dispatch
import Foundation

/// The tool as a function: arguments in, an exit status out, and what it says to a ``Console``.
public enum OpenRouterTool {
    /// Runs a command line, the tool's own name left out.
    public static func run(_ arguments: [String], console: Console) async -> ToolStatus {
        let command: any ParsableCommand
        do {
            command = try OpenRouterCommand.parseAsRoot(arguments)
            guard command is any ServiceCommand else {
                var command = command
                try command.run()
                return .success
            }
        } catch {
            return answer(toParsing: error, console)
        }
        do {
            guard let command = command as? any ServiceCommand else { return .success }
            try await Session.with(command.shared, console, command.run)
            return Task.isCancelled ? .interrupted : .success
        } catch {
            return report(error, console)
        }
    }

    /// Runs a command line until it ends or Ctrl-C is pressed, which cancels the call; pressed again, it ends the process.
    public static func runUntilInterrupted(_ arguments: [String], console: Console) async -> ToolStatus {
        // A pipe that nobody reads is an error of the write, not the end of the process.
        signal(SIGPIPE, SIG_IGN)
        // The call begins when Ctrl-C is listened to, not before.
        let running = Guarded<Task<ToolStatus, Never>?>(nil)
        signal(SIGINT, SIG_IGN)
        let interrupts = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        interrupts.setEventHandler {
            guard let task = running.with({ $0 }), !task.isCancelled else { _exit(ToolStatus.interrupted.rawValue) }
            task.cancel()
        }
        await withCheckedContinuation { isListening in
            interrupts.setRegistrationHandler { isListening.resume() }
            interrupts.resume()
        }
        defer { interrupts.cancel() }
        let task = Task { await run(arguments, console: console) }
        running.with { $0 = task }
        return await task.value
    }

    /// Help, completion scripts, and what is wrong with the command line.
    private static func answer(toParsing error: any Error, _ console: Console) -> ToolStatus {
        let isWrong = OpenRouterCommand.exitCode(for: error) != .success
        let output = isWrong ? console.errors : console.output
        let columns = output.columns() ?? BarChart.usualWidth
        let text = OpenRouterCommand.fullMessage(for: error, columns: columns)
        try? output.write((isWrong ? TerminalText.lines(text) : text) + "\n")
        return isWrong ? .usage : .success
    }

    private static func report(_ error: any Error, _ console: Console) -> ToolStatus {
        let report = FailureReport(error, secret: console.environment["OPENROUTER_API_KEY"])
        // Whatever it looked like to the call: it was given up.
        if Task.isCancelled { return .interrupted }
        if !report.text.isEmpty { try? console.errors.write("openrouter: \(report.text)\n") }
        return report.status
    }
}
