import ApusDiagnostics
import ApusParallel
import ApusRendering

/// The folder that generated files go to: the only code that writes to disk.
///
/// Only what changed is written, through a temporary file that is renamed, after everything else has succeeded. Only
/// files of the manifest are removed or replaced, only regular files below the folder, never through a link.
struct OutputFolder {
    let path: String
    let module: String

    private var manifestPath: String { "\(module)/.apus-manifest" }

    /// Compares the folder with what was generated.
    /// - Parameter overwrite: whether files that were edited by hand may be replaced.
    func compare(_ files: [GeneratedFile], overwrite: Bool) -> Checked<OutputChanges> {
        var changes = OutputChanges()
        var diagnostics = folderProblem()
        guard diagnostics.isEmpty else { return Checked(changes, diagnostics) }
        let known = readManifest(&diagnostics)
        let aliases = CaseAliases(folder: path, paths: Array(known.hashes.keys))
        let places = files.mapInParallel(weight: \.contents.count, look)
        for (file, place) in zip(files, places) {
            changes.manifest.hashes[file.path] = place.hash
            diagnostics += place.problem
            let old = place.old
            if old == file.contents {
                changes.unchanged += 1
            } else {
                if let old, !overwrite { diagnostics += foreign(file.path, old, known.hashes[aliases.of(file.path)]) }
                changes.writes.append(.init(path: file.path, old: old, new: file.contents))
            }
        }
        let generated = CaseAliases(folder: path, paths: files.map(\.path))
        for (stale, hash) in known.hashes.sorted(by: { $0.key < $1.key }) where changes.manifest.hashes[stale] == nil {
            guard generated.of(stale) == stale, linkProblem(stale).isEmpty, let old = contents(stale) else { continue }
            if Manifest.hash(old) == hash || overwrite {
                changes.removals.append(.init(path: stale, old: old))
            } else {
                diagnostics.append(
                    .warning(
                        "edited-file", "`\(path)/\(stale)` is not generated any more, but was edited: it stays",
                        hint: "Delete it yourself when nothing in it is needed."))
            }
        }
        changes.manifestIsStale = known != changes.manifest
        var seen: Set<Diagnostic> = []
        return Checked(changes, diagnostics.filter { seen.insert($0).inserted })
    }

    /// What is found in the place of a file.
    private struct Place {
        let hash: String
        let problem: [Diagnostic]
        let old: [UInt8]?
    }

    @Sendable private func look(at file: GeneratedFile) -> Place {
        let problem = linkProblem(file.path)
        // What is in the way is not even read: a pipe or a device would never end.
        return Place(
            hash: Manifest.hash(file.contents), problem: problem, old: problem.isEmpty ? contents(file.path) : nil)
    }

    /// Writes the changes: all or nothing, as far as a file system allows.
    func write(_ changes: OutputChanges) -> Checked<Void> {
        guard !changes.isEmpty else { return Checked(()) }
        let writes = changes.writes.map { ($0.path, $0.new) } + [(manifestPath, Array(changes.manifest.text.utf8))]
        let staged = writes.map { file, bytes in
            (path: path + "/" + file, temporary: path + "/" + file + ".apus-\(System.processNumber)", bytes: bytes)
        }
        // Somebody else's file may have the name of one that was not made yet.
        var made: [String] = []
        do throws(DiskError) {
            for file in staged {
                try Disk.makeFolder(PathText.folder(of: file.path))
                try Disk.create(file.temporary, file.bytes)
                made.append(file.temporary)
            }
            for file in staged { try Disk.rename(file.temporary, to: file.path) }
            for removal in changes.removals { try remove(removal.path) }
            return Checked(())
        } catch {
            for file in made { try? Disk.removeFile(file) }
            return Checked(
                (),
                [
                    .error(
                        "unwritable-output", "the folder `\(path)` cannot be written to: \(error.words)",
                        hint: "Check its permissions and the disk's space, or name another folder with --output.")
                ])
        }
    }

    /// Removes a file, and the folders that it leaves empty.
    private func remove(_ file: String) throws(DiskError) {
        try Disk.removeFile(path + "/" + file)
        var folder = PathText.folder(of: file)
        while !folder.isEmpty, Disk.removeEmptyFolder(path + "/" + folder) { folder = PathText.folder(of: folder) }
    }

    /// A file's bytes; `nil` where none can be read.
    private func contents(_ file: String) -> [UInt8]? {
        try? OpenFile(path + "/" + file, followingLinks: false).read(upTo: .max)
    }

    private func readManifest(_ diagnostics: inout [Diagnostic]) -> Manifest {
        let problem = linkProblem(manifestPath)
        diagnostics += problem
        guard problem.isEmpty, let bytes = contents(manifestPath) else { return Manifest() }
        let text = String(decoding: bytes, as: UTF8.self)
        if let manifest = Manifest.parse(text, folders: [module, module + "Examples"]) { return manifest }
        diagnostics.append(
            .error(
                "damaged-manifest", "`\(path)/\(manifestPath)` is not a list that apus wrote",
                hint: "Restore it from version control, or delete it together with the generated files."))
        return Manifest()
    }

    /// Why a file with other contents must not be replaced.
    private func foreign(_ file: String, _ old: [UInt8], _ hash: String?) -> [Diagnostic] {
        guard let hash else {
            return [
                .error(
                    "foreign-file", "`\(path)/\(file)` is in the way: apus did not write it",
                    hint: "Move it elsewhere, or generate into another folder.")
            ]
        }
        guard hash != Manifest.hash(old) else { return [] }
        return [
            .error(
                "edited-file", "`\(path)/\(file)` was edited since apus wrote it",
                hint: "Move the edits to a file of your own, or pass --overwrite to lose them.")
        ]
    }

    /// A file where the output folder, or one above it, should be.
    private func folderProblem() -> [Diagnostic] {
        for folder in PathText.prefixes(path) {
            guard let entry = Disk.entry(folder) else { return [] }
            if entry.kind != .folder { return [unwritable("`\(folder)` is a file, not a folder")] }
        }
        return []
    }

    private func unwritable(_ message: String) -> Diagnostic {
        .error("unwritable-output", message, hint: "Remove it, or generate into another folder.")
    }

    /// A link or a folder where a file or a folder of ours should be.
    private func linkProblem(_ file: String) -> [Diagnostic] {
        var current = path
        let parts = file.split(separator: "/")
        for (index, part) in parts.enumerated() {
            current += "/" + part
            guard let kind = Disk.entryOrLink(current)?.kind else { return [] }
            let wanted: Disk.Entry.Kind = index + 1 == parts.count ? .file : .folder
            if kind != wanted {
                let what = wanted == .file ? "a regular file" : "a folder"
                return [
                    unwritable(
                        kind == .file
                            ? "`\(current)` is a file, not a folder"
                            : "`\(current)` is not \(what), and is not written through")
                ]
            }
        }
        return []
    }
}
