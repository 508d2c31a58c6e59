#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#endif

/// What a process has from the system besides files.
enum System {
    /// Ends the process; what was printed is written out before.
    static func end(_ code: Int32) -> Never { exit(code) }

    /// The number that tells this process from others.
    static var processNumber: Int32 { getpid() }

    /// An environment variable; an absent one is empty.
    static func variable(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
}

/// Where diagnostics go.
enum StandardError {
    /// Whether people look on.
    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    static func write(_ text: String) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { writeBytes(STDERR_FILENO, $0.baseAddress, $0.count) }
            // Nobody is left to tell that nobody listens.
            guard count > 0 || errno == EINTR else { return }
            rest = rest.dropFirst(max(count, 0))
        }
    }
}

/// The system's function, which a member of the same name hides.
private func writeBytes(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
