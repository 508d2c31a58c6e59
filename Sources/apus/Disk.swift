#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif

/// Why the system refused something.
struct DiskError: Error {
    /// As `errno` had it.
    let code: Int32

    /// The system's words for it.
    var words: String { String(cString: strerror(code)) }
}

/// Files and folders by the system's own calls: a process that loads Foundation for them starts several milliseconds later.
enum Disk {
    /// What lies at a path.
    struct Entry {
        enum Kind { case file, folder, other }
        let kind: Kind
        let bytes: Int
        /// Tells files of one file system apart.
        let number: UInt64

        init(_ status: stat) {
            switch status.st_mode & S_IFMT {
            case S_IFREG: kind = .file
            case S_IFDIR: kind = .folder
            default: kind = .other
            }
            bytes = Int(status.st_size)
            number = UInt64(status.st_ino)
        }
    }

    /// What a path names, through links; `nil` where that is nothing that can be reached.
    static func entry(_ path: String) -> Entry? {
        var status = stat()
        return stat(path, &status) == 0 ? Entry(status) : nil
    }

    /// What lies at a path itself, be it a link.
    static func entryOrLink(_ path: String) -> Entry? {
        var status = stat()
        return lstat(path, &status) == 0 ? Entry(status) : nil
    }

    static func isFolder(_ path: String) -> Bool { entry(path)?.kind == .folder }

    /// The path without links and dot segments; `nil` where nothing is.
    static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// The paths of what lies below a folder, relative to it, folders too; links are listed, not followed.
    static func paths(below folder: String) throws(DiskError) -> [String] {
        var paths: [String] = []
        for name in try names(in: folder) {
            paths.append(name)
            guard entryOrLink(folder + "/" + name)?.kind == .folder else { continue }
            for path in try self.paths(below: folder + "/" + name) { paths.append(name + "/" + path) }
        }
        return paths
    }

    private static func names(in folder: String) throws(DiskError) -> [String] {
        guard let stream = opendir(folder) else { throw DiskError(code: errno) }
        defer { closedir(stream) }
        var names: [String] = []
        while let found = readdir(stream) {
            let name = withUnsafeBytes(of: &found.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    // MARK: Changes

    /// Makes a folder and those above it that are missing.
    static func makeFolder(_ folder: String) throws(DiskError) {
        guard !folder.isEmpty, entry(folder) == nil else { return }
        for folder in PathText.prefixes(folder) where entry(folder) == nil {
            guard mkdir(folder, 0o777) == 0 || errno == EEXIST else { throw DiskError(code: errno) }
        }
    }

    /// Writes a file that is not there yet: all of it, or none.
    ///
    /// It does not wait until the bytes are on the disk itself, which takes longer than to generate them again.
    static func create(_ path: String, _ bytes: [UInt8]) throws(DiskError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw DiskError(code: errno) }
        var written = 0
        var failure: Int32?
        while written < bytes.count, failure == nil {
            let count = bytes[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 { written += count } else if errno != EINTR { failure = errno }
        }
        // Some file systems say only here that there is no room.
        if close(descriptor) != 0, failure == nil { failure = errno }
        if let failure {
            unlink(path)
            throw DiskError(code: failure)
        }
    }

    /// Gives a file the name of another, which is gone at once.
    static func rename(_ path: String, to other: String) throws(DiskError) {
        guard renamePath(path, other) == 0 else { throw DiskError(code: errno) }
    }

    static func removeFile(_ path: String) throws(DiskError) {
        guard unlink(path) == 0 else { throw DiskError(code: errno) }
    }

    /// Removes a folder, unless something is in it.
    /// - Returns: whether it is gone.
    static func removeEmptyFolder(_ path: String) -> Bool { rmdir(path) == 0 }
}

/// The system's function, which a member of the same name hides.
private func renamePath(_ path: String, _ other: String) -> Int32 { rename(path, other) }
