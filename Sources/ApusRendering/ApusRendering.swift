public import ApusDiagnostics
public import ApusSwift
public import ApusTemplates

/// The door of the room: a module's declarations in, files out.
///
/// Steps: every file gets a path, a template and a context → the templates are rendered.
public enum Rendering {
    /// The files of a module, with what is to be rendered into each.
    ///
    /// Paths consist of the module's name and of identifiers, whatever the document says.
    public static func plan(_ module: SwiftModule) -> [PlannedFile] {
        let frame = Frame(module)
        var paths = FilePaths()
        var files = [
            PlannedFile(
                path: paths.unique("\(module.name)/\(module.client.name)"), template: "Client.swift",
                context: ClientContext(module.client, frame).template),
            PlannedFile(
                path: paths.unique("\(module.name)/\(module.error.name)"), template: "Errors.swift",
                context: ErrorsContext(module.error, frame).template),
        ]
        files += module.operations.map { file in
            PlannedFile(
                path: paths.unique("\(module.name)/Operations/\(file.fileName)Operations"),
                template: "Operations.swift", context: OperationsContext(file, frame).template)
        }
        files += module.models.map { file in
            PlannedFile(
                path: paths.unique("\(module.name)/Models/\(file.fileName)Models"), template: "Models.swift",
                context: ModelsContext(file, frame).template)
        }
        if let headers = module.headers {
            files.append(
                PlannedFile(
                    path: paths.unique("\(module.name)/ResponseHeaders"), template: "Headers.swift",
                    context: HeadersContext(headers, frame).template))
        }
        if let webhooks = module.webhooks {
            files.append(
                PlannedFile(
                    path: paths.unique("\(module.name)/\(webhooks.name)"), template: "Webhooks.swift",
                    context: WebhooksContext(webhooks, frame).template))
        }
        if let examples = module.examples {
            files.append(
                PlannedFile(
                    path: paths.unique("\(examples.name)/\(examples.name)"), template: "Examples.swift",
                    context: ExamplesContext(examples, frame).template))
        }
        return files
    }

    /// Renders the planned files.
    /// - Returns: the files; with errors in the diagnostics they must not be used.
    public static func render(_ plan: [PlannedFile], with templates: TemplateLibrary) -> Checked<[GeneratedFile]> {
        var diagnostics: [Diagnostic] = []
        let files = plan.map { file in
            let rendered = templates.render(file.template, file.context)
            diagnostics += rendered.diagnostics
            return GeneratedFile(path: file.path, contents: rendered.value)
        }
        return Checked(files, diagnostics)
    }
}

/// Paths that differ also where case does not count, and in their last part, as the compiler demands of a module.
private struct FilePaths {
    private var taken: Set<String> = []
    /// The next number to try behind a name, as many names may differ in case alone.
    private var next: [String: Int] = [:]

    mutating func unique(_ path: String) -> String {
        if taken.insert(key(path)).inserted { return path + ".swift" }
        var number = next[key(path), default: 2]
        while !taken.insert(key(path + String(number))).inserted { number += 1 }
        next[key(path)] = number + 1
        return path + String(number) + ".swift"
    }

    private func key(_ path: String) -> String { path.split(separator: "/").last.map { $0.lowercased() } ?? path }
}
