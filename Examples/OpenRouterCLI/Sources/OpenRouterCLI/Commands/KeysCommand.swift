import ArgumentParser
import OpenRouter

/// `openrouter keys`.
struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "List, create and delete API keys.", discussion: "It takes a management key.",
        subcommands: [List.self, Create.self, Delete.self], defaultSubcommand: List.self)

    /// How much of a key's hash is shown, and named to delete it.
    static let shortHash = 12

    /// `openrouter keys list`.
    struct List: ServiceCommand {
        static let configuration = CommandConfiguration(abstract: "List the account's keys.")

        @OptionGroup var shared: SharedOptions

        @Flag(help: "Disabled keys too.")
        var all = false

        func run(_ session: Session) async throws {
            let keys = try await AccountKeys(keys: session.openRouter.keys).all(includeDisabled: all)
            if session.isJSON {
                for key in keys { try session.show(json: key) }
            } else {
                try session.show(KeysCommand.table(keys).text(width: session.width, style: session.style))
            }
        }
    }

    static func table(_ keys: [ListKeysResponse.Data]) -> Table {
        Table(
            columns: [
                .text("HASH"), .text("NAME", givesRoom: 2), .text("LABEL", givesRoom: 1), .number("USED"),
                .number("LIMIT"), .text("STATE"),
            ],
            rows: keys.map { key in
                [
                    String(key.hash.prefix(shortHash)), key.name, key.label, Numbers.dollars(key.usage),
                    key.limit.map { Numbers.dollars($0) + (key.limitReset.map { " \($0)" } ?? "") } ?? "-",
                    key.disabled ? "disabled" : "enabled",
                ]
            })
    }
}

/// The account's keys.
struct AccountKeys {
    let keys: OpenRouterClient.Keys

    /// The document knows no pages of this list, but that some may be skipped: so they are, until nothing new comes.
    func all(includeDisabled: Bool) async throws -> [ListKeysResponse.Data] {
        var all: [ListKeysResponse.Data] = []
        var known: Set<String> = []
        while true {
            let page = try await keys.list(
                includeDisabled: includeDisabled, offset: all.isEmpty ? nil : all.count)
            let new = page.data.filter { known.insert($0.hash).inserted }
            if new.isEmpty { return all }
            all += new
        }
    }

    /// The one key whose hash begins so.
    func one(beginning: String) async throws -> ListKeysResponse.Data {
        let found = try await all(includeDisabled: true).filter { $0.hash.hasPrefix(beginning) }
        guard let key = found.first else {
            throw CommandFailure("no key's hash begins with `\(beginning)`; see `openrouter keys`", status: .notFound)
        }
        guard found.count == 1 else {
            throw CommandFailure(
                "the hashes of \(found.count) keys begin with `\(beginning)`: give more of it", status: .usage)
        }
        return key
    }
}
