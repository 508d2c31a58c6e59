public import ApusDiagnostics
import ApusParallel
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
        FileOutline.outlines(of: module).mapInParallel(weight: \.size) { $0.planned }
    }

    /// Renders the planned files.
    /// - Returns: the files; with errors in the diagnostics they must not be used.
    public static func render(_ plan: [PlannedFile], with templates: TemplateLibrary) -> Checked<[GeneratedFile]> {
        gather(plan.map { render($0, with: templates) })
    }

    /// Plans and renders a module's files on all cores. What a file is rendered from is large, and is gone when the file is
    /// there.
    /// - Returns: the files; with errors in the diagnostics they must not be used.
    public static func files(of module: SwiftModule, with templates: TemplateLibrary) -> Checked<[GeneratedFile]> {
        gather(
            FileOutline.outlines(of: module).mapInParallel(weight: \.size) { render($0.planned, with: templates) })
    }

    private static func render(_ file: PlannedFile, with templates: TemplateLibrary) -> Checked<GeneratedFile> {
        let rendered = templates.render(file.template, file.context)
        return Checked(GeneratedFile(path: file.path, contents: rendered.value), rendered.diagnostics)
    }

    private static func gather(_ files: [Checked<GeneratedFile>]) -> Checked<[GeneratedFile]> {
        Checked(files.map(\.value), files.flatMap(\.diagnostics))
    }
}
