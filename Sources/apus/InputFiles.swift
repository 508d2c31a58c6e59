import ApusDiagnostics
import ApusTemplates
import Foundation

/// Reads what a run needs from disk; every failure is a diagnostic.
enum InputFiles {
    /// Larger files are refused before they are read.
    static let maximumBytes = 32 * 1024 * 1024

    /// A regular file's text.
    static func read(_ path: String) -> Checked<SourceFile?> {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            return failure("`\(path)` does not exist", hint: "Check the path; it is relative to the current folder.")
        }
        let attributes = try? FileManager.default.attributesOfItem(atPath: (path as NSString).resolvingSymlinksInPath)
        guard !isFolder.boolValue, attributes?[.type] as? FileAttributeType == .typeRegular else {
            return failure("`\(path)` is not a file", hint: "Name the document itself.")
        }
        if let size = attributes?[.size] as? Int, size > maximumBytes {
            return failure("`\(path)` has \(size) bytes, more than \(maximumBytes)", hint: "Split the document.")
        }
        do {
            return Checked(SourceFile(path: path, bytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))))
        } catch {
            return failure("`\(path)` cannot be read: \(reason(error))", hint: "Check its permissions.")
        }
    }

    /// Every template below a folder.
    static func templates(_ folder: String) -> Checked<[TemplateSource]> {
        guard let paths = try? FileManager.default.subpathsOfDirectory(atPath: folder) else {
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

    /// The system's words for an error.
    static func reason(_ error: any Error) -> String {
        let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? any Error ?? error
        let code = underlying as NSError
        return code.domain == NSPOSIXErrorDomain
            ? String(cString: strerror(Int32(code.code))) : error.localizedDescription
    }

    private static func failure(_ message: String, hint: String) -> Checked<SourceFile?> {
        Checked(nil, [.error("unreadable-file", message, hint: hint)])
    }
}
