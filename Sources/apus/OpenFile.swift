#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif

/// A file that is open for reading. It is opened before it is looked at, without waiting for a pipe's writer.
struct OpenFile: ~Copyable {
    private let descriptor: Int32

    /// - Parameter followingLinks: whether the path's last part may be a link.
    init(_ path: String, followingLinks: Bool) throws(DiskError) {
        descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | (followingLinks ? 0 : O_NOFOLLOW))
        guard descriptor >= 0 else { throw DiskError(code: errno) }
    }

    deinit { close(descriptor) }

    /// What it is; `nil` when the system does not say.
    var entry: Disk.Entry? {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? Disk.Entry(status) : nil
    }

    /// Its bytes up to its end, or so many of them.
    func read(upTo limit: Int) throws(DiskError) -> [UInt8] {
        var bytes: [UInt8] = []
        // All of it, then what has come since.
        var room = max(entry?.bytes ?? 0, 1)
        while bytes.count < limit {
            let part = try readOnce(min(room, limit - bytes.count))
            guard !part.isEmpty else { break }
            bytes = bytes.isEmpty ? part : bytes + part
            room = 65_536
        }
        return bytes
    }

    private func readOnce(_ room: Int) throws(DiskError) -> [UInt8] {
        var failure: Int32?
        let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            var result: Int
            repeat { result = readBytes(descriptor, buffer.baseAddress, room) } while result < 0 && errno == EINTR
            if result < 0 { failure = errno }
            count = max(result, 0)
        }
        if let failure { throw DiskError(code: failure) }
        return bytes
    }
}

/// The system's function, which a member of the same name hides.
private func readBytes(_ descriptor: Int32, _ buffer: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}
