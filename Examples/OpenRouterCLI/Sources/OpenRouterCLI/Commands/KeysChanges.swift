import ArgumentParser
import OpenRouter

extension KeysCommand {
    /// `openrouter keys create NAME`.
    struct Create: ServiceCommand {
        static let configuration = CommandConfiguration(
            abstract: "Create a key, and print it: it is shown this once.")

        @OptionGroup var shared: SharedOptions
        @OptionGroup var confirmation: Confirmation

        @Argument(help: "What the key is called.")
        var name: String

        @Option(help: ArgumentHelp("How much it may spend.", valueName: "dollars"))
        var limit: Double?

        @Option(help: ArgumentHelp("When the limit begins anew: daily, weekly or monthly.", valueName: "interval"))
        var reset: String?

        func validate() throws {
            let known = GuardrailInterval.knownValues.map(\.rawValue)
            if let reset, !known.contains(reset) {
                throw ValidationError("--reset takes one of \(known.joined(separator: ", ")).")
            }
            if let limit, !(limit.isFinite && limit >= 0) {
                throw ValidationError("--limit takes US dollars from 0 on.")
            }
        }

        func run(_ session: Session) async throws {
            let most = limit.map { " that may spend \(Numbers.dollars($0)) USD" } ?? " without a limit"
            try await confirmation.ask("Create a key `\(name)`\(most)?", session.console)
            let created = try await session.openRouter.keys.create(
                NewKey(
                    limit: limit.map { .value($0) } ?? .absent,
                    limitReset: reset.map { .value(GuardrailInterval(rawValue: $0)) } ?? .absent, name: name))
            try session.show(created) { TerminalText.line(created.key) }
        }
    }

    /// `openrouter keys delete HASH`.
    struct Delete: ServiceCommand {
        static let configuration = CommandConfiguration(abstract: "Delete a key for good.")

        @OptionGroup var shared: SharedOptions
        @OptionGroup var confirmation: Confirmation

        @Argument(
            help: "The key's hash, or its beginning as `keys` shows it: \(KeysCommand.shortHash) characters or more.")
        var hash: String

        func validate() throws {
            guard hash.count >= KeysCommand.shortHash else {
                throw ValidationError("Give \(KeysCommand.shortHash) characters of the hash, or more.")
            }
        }

        func run(_ session: Session) async throws {
            let key = try await AccountKeys(keys: session.openRouter.keys).one(beginning: hash)
            try await confirmation.ask("Delete the key `\(key.name)` (\(key.label))?", session.console)
            let deleted = try await session.openRouter.keys.delete(hash: key.hash)
            try session.show(deleted) { TerminalText.line("deleted \(key.name)") }
        }
    }
}

/// A question before what cannot be undone.
struct Confirmation: ParsableArguments {
    @Flag(name: [.long, .short], help: "Do not ask first.")
    var yes = false

    /// Returns when the person at the terminal says yes; where there is none, `--yes` says it.
    func ask(_ question: String, _ console: Console) async throws {
        if yes { return }
        guard console.input.isTerminal, console.errors.isTerminal else {
            throw CommandFailure("this asks first, and nobody is at a terminal to answer: give --yes", status: .usage)
        }
        try console.errors.write(TerminalText.line(question) + " [y/N] ")
        for await line in console.input.lines() {
            if ["y", "yes"].contains(line.lowercased()) { return }
            break
        }
        throw CommandFailure("nothing was done")
    }
}
