import ApusDiagnostics
import ApusGenerator
import ApusRendering
import ArgumentParser

/// `apus generate`: writes the module, or says what would change.
struct Generate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Generate the Swift module, writing only files that change.")

    @OptionGroup var arguments: GeneratorArguments

    @Flag(help: "Write nothing; exit with 1 and print a diff when the files on disk are stale.")
    var check = false

    @Flag(help: "Replace generated files that were edited since they were written.")
    var overwrite = false

    mutating func run() throws {
        let settings = arguments.settings()
        guard let configuration = settings.value else { return try fail(settings.diagnostics) }
        guard let output = configuration.output else { throw arguments.missing("--output", "output") }
        let generator = try arguments.generator(configuration)
        // Nobody gives it back: the process ends with the run.
        let kept = Unmanaged.passRetained(KeptValues()).takeUnretainedValue()
        let generated = generator.value?.files(keeping: kept)
        let diagnostics = settings.diagnostics + generator.diagnostics + (generated?.diagnostics ?? [])
        guard let files = generated?.value, let module = configuration.module else { return try fail(diagnostics) }

        let folder = OutputFolder(path: output, module: module)
        let changes = folder.compare(files, overwrite: overwrite || check)
        guard !changes.hasErrors else { return try fail(diagnostics + changes.diagnostics) }
        try finish(changes.value, in: folder, diagnostics + changes.diagnostics)
    }

    private func finish(_ changes: OutputChanges, in folder: OutputFolder, _ diagnostics: [Diagnostic]) throws {
        if check {
            arguments.diagnostics.report(diagnostics)
            guard changes.isEmpty else {
                print(StaleReport.text(changes), terminator: "")
                throw ExitCode(1)
            }
            print("\(folder.path): \(changes.unchanged) files are up to date")
            return
        }
        let written = folder.write(changes)
        guard !written.hasErrors else { return try fail(diagnostics + written.diagnostics) }
        arguments.diagnostics.report(diagnostics)
        print(
            "\(folder.path): \(changes.writes.count) files written, \(changes.removals.count) removed, "
                + "\(changes.unchanged) unchanged")
    }

    private func fail(_ diagnostics: [Diagnostic]) throws {
        arguments.diagnostics.report(diagnostics)
        throw ExitCode(1)
    }
}
