import ApusDiagnostics
import ApusGenerator
import ArgumentParser

/// `apus dump`: shows the value of a stage.
struct Dump: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the value of one stage of the pipeline as text.")

    @Option(help: "The stage: yaml, openapi, ir, swift, files or links.")
    var stage: Stage

    @OptionGroup var arguments: GeneratorArguments

    mutating func run() throws {
        var settings = arguments.settings()
        // Early stages need no module; its name only shows in later ones.
        if settings.value?.module == nil { settings.value?.module = "API" }
        guard let configuration = settings.value else { return try fail(settings.diagnostics) }
        let generator = try arguments.generator(configuration)
        let dumped = generator.value?.dump(stage)
        let diagnostics = settings.diagnostics + generator.diagnostics + (dumped?.diagnostics ?? [])
        guard let text = dumped?.value else { return try fail(diagnostics) }
        arguments.diagnostics.report(diagnostics)
        print(text, terminator: "")
        if dumped?.hasErrors == true { throw ExitCode(1) }
    }

    private func fail(_ diagnostics: [Diagnostic]) throws {
        arguments.diagnostics.report(diagnostics)
        throw ExitCode(1)
    }
}
