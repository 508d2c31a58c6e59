import ArgumentParser

/// What every command takes, before its name or behind it.
struct SharedOptions: ParsableArguments {
    @Flag(help: "Print the values as the API gave them, one JSON value a line.")
    var json = false

    @Flag(help: "Ask a server in this process, which answers with examples: no account, no network.")
    var demo = false

    @Option(
        name: .customLong("base-url"), help: ArgumentHelp("Ask another server. It is sent the key.", valueName: "url"))
    var baseURL: String?

    @Option(help: ArgumentHelp("How long a call may take, retries included.", valueName: "seconds"))
    var timeout: Int?

    func validate() throws {
        if demo, baseURL != nil { throw ValidationError("--demo and --base-url exclude each other.") }
        if let timeout, timeout < 1 { throw ValidationError("--timeout takes a number of seconds from 1 on.") }
    }
}
