import ApusDiagnostics
import ApusGenerator
import ApusLowering
import ApusSwift
import ApusTemplates
import ArgumentParser

extension AccessLevel: ExpressibleByArgument {}
extension Stage: ExpressibleByArgument {}

/// The arguments that say what to generate; each wins over the configuration file.
struct GeneratorArguments: ParsableArguments {
    @Option(help: "The configuration file; apus.yaml of the current folder when it is there.")
    var config: String?

    @Option(help: "The OpenAPI document, YAML or JSON.")
    var spec: String?

    @Option(help: "An Overlay document to lay over the OpenAPI document; may be given several times, in order.")
    var overlay: [String] = []
    @Option(
        help: ArgumentHelp(
            "A folder whose files the document's references may name, besides its own folder; may be repeated.",
            valueName: "dir"))
    var allowRefDir: [String] = []

    @Option(help: "Generate only operations with this tag; `*` stands for any text; may be repeated.")
    var includeTag: [String] = []

    @Option(help: "Generate only operations with this ID; `*` stands for any text; may be repeated.")
    var includeOperation: [String] = []

    @Option(help: "Generate only operations of this path; `*` stands for any text; may be repeated.")
    var includePath: [String] = []

    @Option(help: "Leave out operations with this tag; `*` stands for any text; may be repeated.")
    var excludeTag: [String] = []

    @Option(help: "Leave out operations with this ID; `*` stands for any text; may be repeated.")
    var excludeOperation: [String] = []

    @Option(help: "Leave out operations of this path; `*` stands for any text; may be repeated.")
    var excludePath: [String] = []

    @Option(
        help: ArgumentHelp(
            "Read values of this format, or type, as another type, as in date-time=string; may be repeated.",
            valueName: "format=type"))
    var formatType: [String] = []

    @Option(
        help: ArgumentHelp("Read this component as another type; may be repeated.", valueName: "schema=type"))
    var schemaType: [String] = []

    @Option(
        help: ArgumentHelp(
            "Read this property, or the schema at a JSON Pointer, as another type; may be repeated.",
            valueName: "schema.property=type"))
    var propertyType: [String] = []

    @Option(help: "The folder below which a folder with the module's name is written.")
    var output: String?

    @Option(help: "The module's name.")
    var module: String?

    @Option(help: "Who may use the generated declarations: public, package or internal.")
    var access: AccessLevel?

    @Option(help: "A folder of templates instead of the built-in ones.")
    var templates: String?

    @Flag(help: "Refuse a document that departs from its specification: such warnings become errors.")
    var strict = false

    @Option(help: "How diagnostics are written to standard error: text, json or sarif.")
    var diagnostics: DiagnosticFormat = .text

    func validate() throws {
        let paths =
            [("--config", config), ("--spec", spec), ("--output", output), ("--templates", templates)]
            + allowRefDir.map { ("--allow-ref-dir", $0) } + overlay.map { ("--overlay", $0) }
        for (flag, path) in paths where path?.isEmpty == true {
            throw ValidationError("\(flag) is empty: name a path, `.` for this folder.")
        }
        if let module, !ConfigurationCheck.isIdentifier(module) {
            throw ValidationError("--module takes a name of ASCII letters, digits and _ that begins with a letter.")
        }
        _ = try types()
    }

    /// The configuration file's words, overridden by the command line's.
    func settings() -> Checked<Configuration?> {
        var arguments = Configuration()
        arguments.spec = spec
        arguments.overlays = overlay.isEmpty ? nil : overlay
        arguments.referenceFolders = allowRefDir.isEmpty ? nil : allowRefDir
        arguments.filter = filter.isEmpty ? nil : filter
        // What is no mapping was refused by `validate`.
        arguments.types = try? types()
        arguments.output = output
        arguments.module = module
        arguments.access = access
        arguments.templates = templates
        // Absent, the flag leaves the word to the file.
        arguments.strict = strict ? true : nil
        return configurationFile().map { $0?.overridden(by: arguments) }
    }

    private func types() throws -> TypeMapping {
        TypeMapping(
            formats: try entries(formatType, "--format-type"), schemas: try entries(schemaType, "--schema-type"),
            properties: try entries(propertyType, "--property-type"))
    }

    private func entries(_ texts: [String], _ flag: String) throws -> [TypeMapping.Entry] {
        try texts.map { text in
            guard let equals = text.lastIndex(of: "="), equals > text.startIndex else {
                throw ValidationError("\(flag) takes a name and a type, as in name=string.")
            }
            let type = String(text[text.index(after: equals)...])
            guard let target = TypeMapping.Target(rawValue: type) else {
                throw ValidationError("\(flag): `\(type)` is no type. \(TypeMapping.hint(insteadOf: type))")
            }
            return .init(String(text[..<equals]), target)
        }
    }

    private var filter: OperationFilter {
        var filter = OperationFilter()
        filter.include = [.tag: includeTag, .operation: includeOperation, .path: includePath]
        filter.exclude = [.tag: excludeTag, .operation: excludeOperation, .path: excludePath]
        return filter
    }

    private func configurationFile() -> Checked<Configuration?> {
        guard let path = config ?? (Disk.entry("apus.yaml") != nil ? "apus.yaml" : nil) else {
            return Checked(Configuration())
        }
        let file = InputFiles.read(path)
        guard let file = file.value else { return Checked(nil, file.diagnostics) }
        let read = ConfigurationReader.read(file)
        let folder = PathText.folder(of: path)
        return Checked(read.hasErrors ? nil : read.value.relative(to: folder), read.diagnostics)
    }

    /// The run that the settings ask for.
    /// - Throws: `ValidationError` when a setting is missing.
    func generator(_ settings: Configuration) throws -> Checked<Generator?> {
        guard let spec = settings.spec else { throw missing("--spec", "spec") }
        guard let options = settings.swiftOptions else { throw missing("--module", "module") }
        let file = InputFiles.read(spec)
        let sources = settings.templates.map(InputFiles.templates) ?? Checked(DefaultTemplates.sources)
        let overlays = (settings.overlays ?? []).map(InputFiles.read)
        var diagnostics = file.diagnostics + overlays.flatMap(\.diagnostics) + sources.diagnostics
        guard let file = file.value, !overlays.contains(where: \.hasErrors), !sources.hasErrors else {
            return Checked(nil, diagnostics)
        }
        let loader = FolderLoader.make(document: file, folders: settings.referenceFolders ?? [])
        diagnostics += loader.diagnostics
        guard !loader.hasErrors else { return Checked(nil, diagnostics) }
        var generator = Generator(spec: file, loader: loader.value, templates: sources.value, options: options)
        generator.lowering.filter = settings.filter ?? .init()
        generator.lowering.types = settings.types ?? .init()
        generator.lowering.pagination = settings.pagination ?? [:]
        generator.overlays = overlays.compactMap(\.value)
        generator.isStrict = settings.strict ?? false
        return Checked(generator, diagnostics)
    }

    func missing(_ flag: String, _ key: String) -> ValidationError {
        ValidationError("Missing \(flag): give it, or write `\(key):` into apus.yaml.")
    }
}

extension Configuration {
    /// Paths of a configuration file are relative to the file's folder.
    fileprivate func relative(to folder: String) -> Configuration {
        guard !folder.isEmpty else { return self }
        var result = self
        result.spec = spec.map { Self.join(folder, $0) }
        result.overlays = overlays?.map { Self.join(folder, $0) }
        result.referenceFolders = referenceFolders?.map { Self.join(folder, $0) }
        result.output = output.map { Self.join(folder, $0) }
        result.templates = templates.map { Self.join(folder, $0) }
        return result
    }

    private static func join(_ folder: String, _ path: String) -> String {
        path.hasPrefix("/") ? path : folder + "/" + path
    }
}
