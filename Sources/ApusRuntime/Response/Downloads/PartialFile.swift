#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#else
    import Glibc
#endif

/// Why a file could not be written.
public struct FileFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file's path.
    public var path: String
    /// The system's number for what went wrong (`errno`).
    public var code: Int32

    init(_ path: String) {
        self.path = path
        code = errno
    }

    /// The path and the system's words.
    public var description: String { "`\(path)` cannot be written: \(String(cString: strerror(code)))" }
}

/// A file that appears under its name only when it is whole.
struct PartialFile {
    private let path: String
    private let partial: String
    private let descriptor: Int32

    /// Makes a new file in the same folder, so that it can take the other's place in one step.
    init(beside path: String) throws(FileFailure) {
        self.path = path
        partial = "\(path).\(UInt32.random(in: 0...UInt32.max)).part"
        descriptor = open(partial, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        if descriptor < 0 { throw FileFailure(path) }
    }

    func write(_ bytes: [UInt8]) throws(FileFailure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { posixWrite(descriptor, $0.baseAddress!, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw FileFailure(path) }
            rest = rest.dropFirst(count)
        }
    }

    /// Takes away what was written.
    func restart() throws(FileFailure) {
        guard ftruncate(descriptor, 0) == 0, lseek(descriptor, 0, SEEK_SET) == 0 else { throw FileFailure(path) }
    }

    func finish() throws(FileFailure) {
        guard fsync(descriptor) == 0, rename(partial, path) == 0 else { throw FileFailure(path) }
        close(descriptor)
    }

    func discard() {
        close(descriptor)
        unlink(partial)
    }
}

private func posixWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
