import ApusDiagnostics
import ApusOpenAPI

/// Reads the files that references name, from the document's own folder and those that the user allows.
///
/// What counts is where a file really lies: symbolic links and `..` are followed before the folder is looked at.
struct FolderLoader: DocumentLoader {
    /// The document's real path, and the text that it was read as.
    private let document: (real: String, file: SourceFile)
    /// The document's folder as the user wrote it, which paths in messages begin with, and where it really is.
    private let home: (written: String, real: String)
    /// The other folders, where they really are.
    private let others: [String]

    /// A loader for a document.
    /// - Parameter folders: further folders; one that is none is an error.
    static func make(document: SourceFile, folders: [String]) -> Checked<FolderLoader> {
        var diagnostics: [Diagnostic] = []
        let others = folders.compactMap { folder -> String? in
            if let real = Disk.realPath(folder), Disk.isFolder(real) { return real }
            diagnostics.append(
                .error(
                    "unreadable-folder", "the folder `\(folder)` of --allow-ref-dir does not exist",
                    hint: "Check the path; it is relative to the current folder."))
            return nil
        }
        return Checked(FolderLoader(document, others), diagnostics)
    }

    private init(_ file: SourceFile, _ others: [String]) {
        let folder = PathText.folder(of: file.path)
        document = (Disk.realPath(file.path) ?? file.path, file)
        home = (folder, Disk.realPath(folder.isEmpty ? "." : folder) ?? folder)
        self.others = others
    }

    /// The text of a regular file in one of the folders.
    func load(_ path: String) -> Result<SourceFile, LoadingRefusal> {
        guard let real = Disk.realPath(path) else {
            // Outside of the folders not even that is told.
            return .failure(
                isAllowed(Self.realFolder(of: path) ?? path)
                    ? LoadingRefusal(
                        "does not exist", hint: "The path is relative to the file that holds the reference.")
                    : Self.outside)
        }
        guard isAllowed(real) else { return .failure(Self.outside) }
        if real == document.real { return .success(document.file) }
        return Self.read(real).map { SourceFile(path: written(real), bytes: $0) }
    }

    private static let outside = LoadingRefusal(
        "lies outside the document's folder", hint: "Allow its folder with --allow-ref-dir if you trust the document.")

    private func isAllowed(_ real: String) -> Bool {
        ([home.real] + others).contains { real == $0 || real.hasPrefix($0 == "/" ? $0 : $0 + "/") }
    }

    /// The path as the user would write it: below the document's folder, beginning with that.
    private func written(_ real: String) -> String {
        let prefix = home.real == "/" ? "/" : home.real + "/"
        guard real.hasPrefix(prefix) else { return real }
        let rest = String(real.dropFirst(prefix.count))
        return home.written.isEmpty ? rest : home.written == "/" ? "/" + rest : home.written + "/" + rest
    }

    // MARK: Disk

    /// The bytes of a regular file.
    private static func read(_ path: String) -> Result<[UInt8], LoadingRefusal> {
        do {
            let file = try OpenFile(path, followingLinks: false)
            guard let entry = file.entry, entry.kind == .file else {
                return .failure(LoadingRefusal("is not a file"))
            }
            guard entry.bytes <= InputFiles.maximumBytes else {
                return .failure(LoadingRefusal("has \(entry.bytes) bytes, more than \(InputFiles.maximumBytes)"))
            }
            return .success(try file.read(upTo: InputFiles.maximumBytes))
        } catch {
            return .failure(LoadingRefusal("cannot be read: \(error.words)"))
        }
    }

    /// The real path of the nearest folder that exists.
    private static func realFolder(of path: String) -> String? {
        var folder = PathText.folder(of: path)
        while !folder.isEmpty, folder != "/" {
            if let real = Disk.realPath(folder) { return real }
            folder = PathText.folder(of: folder)
        }
        return Disk.realPath(folder.isEmpty ? "." : folder)
    }
}
