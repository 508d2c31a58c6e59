import Dispatch

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The size of a regular file; `nil` for what cannot be read as one.
enum FileSize {
    static func of(_ path: String) -> Int? {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, access(path, R_OK) == 0 else { return nil }
        return Int(status.st_size)
    }
}

/// Reads a file piece by piece. Reading may block on a slow disk, so it happens on a queue and not on a task's thread.
final class FileReader: Sendable {
    private static let pieceSize = 64 * 1024
    private static let queue = DispatchQueue(label: "apus.files", attributes: .concurrent)

    private let descriptor: Int32

    init(path: String) throws(RequestBodyError) {
        let opened = open(path, O_RDONLY | O_CLOEXEC)
        guard opened >= 0 else { throw RequestBodyError("the file `\(path)` cannot be opened: \(Self.problem())") }
        descriptor = opened
    }

    deinit { close(descriptor) }

    func next() async throws -> [UInt8]? {
        let result: Result<[UInt8], RequestBodyError> = await withCheckedContinuation { continuation in
            Self.queue.async { continuation.resume(returning: self.read()) }
        }
        let bytes = try result.get()
        return bytes.isEmpty ? nil : bytes
    }

    private func read() -> Result<[UInt8], RequestBodyError> {
        var count = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { buffer, initialized in
            repeat {
                count = unistdRead(descriptor, buffer.baseAddress, buffer.count)
            } while count < 0 && errno == EINTR
            initialized = max(count, 0)
        }
        return count < 0 ? .failure(RequestBodyError("a file cannot be read: \(Self.problem())")) : .success(bytes)
    }

    private static func problem() -> String { String(cString: strerror(errno)) }
}

/// `read(2)`, whose name a method here has too.
private func unistdRead(_ descriptor: Int32, _ buffer: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}
