import ArgumentParser
import OpenRouter

/// `openrouter files`.
struct FilesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "files", abstract: "List, upload, download and delete files.",
        subcommands: [List.self, Upload.self, Download.self, Delete.self], defaultSubcommand: List.self)

    /// `openrouter files list`.
    struct List: ServiceCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the stored files.", discussion: "With --json a line is a page of the list.")

        @OptionGroup var shared: SharedOptions

        func run(_ session: Session) async throws {
            var files: [FileFacts] = []
            for try await page in session.openRouter.files.listPages() {
                if session.isJSON { try session.show(json: page) }
                files += try JSONValue(jsonBytes: page.jsonBytes())["data"]?.array?.map(FileFacts.init) ?? []
            }
            guard !session.isJSON else { return }
            guard !files.isEmpty else { return try session.note("no files") }
            try session.show(FilesCommand.table(files).text(width: session.width, style: session.style))
        }
    }

    /// `openrouter files upload FILE`.
    struct Upload: ServiceCommand {
        static let configuration = CommandConfiguration(abstract: "Upload a file.")

        @OptionGroup var shared: SharedOptions

        @Argument(help: "The file.", completion: .file())
        var file: String

        func run(_ session: Session) async throws {
            let progress = ProgressLine(session.console)
            defer { progress.finish() }
            let part = try CountedFile(path: file) { done, total in
                progress.draw { ProgressBar.text(file, done: done, total: total, width: $0) }
            }.part
            let stored = try await session.openRouter.files.upload(.init(file: part))
            progress.finish()
            let facts = FileFacts(try JSONValue(jsonBytes: stored.jsonBytes()))
            try session.show(stored) { TerminalText.line("\(facts.id)  \(facts.name)  \(facts.size)") }
        }
    }

    /// `openrouter files download ID`.
    struct Download: ServiceCommand {
        static let configuration = CommandConfiguration(
            abstract: "Download a file.", discussion: "With --json the file's record is printed.")

        @OptionGroup var shared: SharedOptions
        @OptionGroup var target: TargetFile

        @Argument(help: "The file's ID.")
        var id: String

        func run(_ session: Session) async throws {
            let record = try await session.openRouter.files.get(fileID: id)
            // Of the name that the service gives, the last part alone: it chooses no folder.
            let name = FileFacts(try JSONValue(jsonBytes: record.jsonBytes())).name.split(separator: "/").last
            let path = target.output ?? name.map(String.init) ?? id
            try target.check(path)
            let progress = ProgressLine(session.console)
            defer { progress.finish() }
            let download = try await session.openRouter.files.download(fileID: id)
            let bytes = try await target.write(download, to: path, progress)
            progress.finish()
            try session.show(record) { TerminalText.line("\(path): \(Numbers.bytes(bytes))") }
        }
    }

    /// `openrouter files delete ID`.
    struct Delete: ServiceCommand {
        static let configuration = CommandConfiguration(abstract: "Delete a file for good.")

        @OptionGroup var shared: SharedOptions
        @OptionGroup var confirmation: Confirmation

        @Argument(help: "The file's ID.")
        var id: String

        func run(_ session: Session) async throws {
            try await confirmation.ask("Delete the file `\(id)`?", session.console)
            let deleted = try await session.openRouter.files.delete(fileID: id)
            try session.show(deleted) { TerminalText.line("deleted \(id)") }
        }
    }

    static func table(_ files: [FileFacts]) -> Table {
        Table(
            columns: [.text("ID"), .text("NAME", givesRoom: 1), .number("SIZE"), .text("CREATED")],
            rows: files.map { [$0.id, $0.name, $0.size, $0.created] })
    }
}

/// What is shown of a file. Its record has one of several shapes, one for each place where files are kept; these members are alike.
struct FileFacts {
    let id: String
    let name: String
    let size: String
    let created: String

    init(_ record: JSONValue) {
        id = record["id"]?.string ?? "-"
        name = record["filename"]?.string ?? "-"
        size = (record["size_bytes"] ?? record["bytes"])?.number?.int.map(Numbers.bytes) ?? "-"
        created = record["created_at"].map { $0.string ?? $0.description } ?? "-"
    }
}
