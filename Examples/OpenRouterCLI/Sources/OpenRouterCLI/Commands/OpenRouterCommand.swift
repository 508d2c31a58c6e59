import ArgumentParser

/// The root: it does nothing but know the others.
struct OpenRouterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "openrouter",
        abstract: "Asks OpenRouter from the command line.",
        discussion: """
            The API key is read from the environment variable OPENROUTER_API_KEY. There is no option for it: other users of the \
            machine see the arguments of every process. Keys are made at https://openrouter.ai/settings/keys; --demo needs none.

            Results go to standard output; progress and errors go to standard error. Colours are left out where NO_COLOR is set, \
            and in pipes, where tables are not cut either.

            Exit statuses:
            \(ToolStatus.allCases.map { "\("\($0.rawValue)".indented(to: 5))  \($0.meaning)" }.joined(separator: "\n"))
            """,
        subcommands: [
            ChatCommand.self, ModelsCommand.self, GenerationCommand.self, ContentCommand.self, UsageCommand.self,
            KeysCommand.self, VideoCommand.self, FilesCommand.self,
        ])

    /// The commands' names.
    static var names: [String] { configuration.subcommands.compactMap { $0.configuration.commandName } }

    @OptionGroup var shared: SharedOptions
}
