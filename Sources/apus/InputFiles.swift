import ApusDiagnostics
import ApusTemplates

/// Reads what a run needs from disk; every failure is a diagnostic.
enum InputFiles {
    /// Larger files are refused before they are read.
    static let maximumBytes = 32 * 1024 * 1024

    /// A regular file's text.
    static func read(_ path: String) -> Checked<SourceFile?> {
        guard let entry = Disk.entry(path) else {
            return failure("`\(path)` does not exist", hint: "Check the path; it is relative to the current folder.")
        }
        guard entry.kind == .file else { return failure("`\(path)` is not a file", hint: "Name the document itself.") }
        guard entry.bytes <= maximumBytes else {
            return failure("`\(path)` has \(entry.bytes) bytes, more than \(maximumBytes)", hint: "Split the document.")
        }
        do {
            let bytes = try OpenFile(path, followingLinks: true).read(upTo: maximumBytes)
            return Checked(SourceFile(path: path, bytes: bytes))
        } catch {
            return failure("`\(path)` cannot be read: \(error.words)", hint: "Check its permissions.")
        }
    }

    /// Every template below a folder.
    static func templates(_ folder: String) -> Checked<[TemplateSource]> {
        guard let paths = try? Disk.paths(below: folder) else {
            return Checked(
                [],
                [
                    .error(
                        "unreadable-file", "the templates' folder `\(folder)` cannot be read",
                        hint: "Copy Templates/ there and change the copy.")
                ])
        }
        var sources: [TemplateSource] = []
        var diagnostics: [Diagnostic] = []
        for path in paths.sorted() {
            guard let name = TemplateSource.name(ofFileAt: path) else { continue }
            let file = read(folder + "/" + path)
            diagnostics += file.diagnostics
            if let file = file.value { sources.append(TemplateSource(name: name, file: file)) }
        }
        return Checked(sources, diagnostics)
    }

    private static func failure(_ message: String, hint: String) -> Checked<SourceFile?> {
        Checked(nil, [.error("unreadable-file", message, hint: hint)])
    }
}
