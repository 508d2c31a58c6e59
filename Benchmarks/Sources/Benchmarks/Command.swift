import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A program that is run to its end.
struct Command {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    let arguments: [String]

    init(_ arguments: String...) { self.arguments = arguments }
    init(_ arguments: [String]) { self.arguments = arguments }

    /// Runs it; what it says is told where it fails.
    /// - Returns: the processor seconds of it and its children.
    @discardableResult
    func run() throws -> Double {
        let said = FileManager.default.temporaryDirectory.appendingPathComponent("apus-bench-\(UUID().uuidString).txt")
        defer { try? FileManager.default.removeItem(at: said) }
        var pid: pid_t = 0
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, said.path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        defer { pointers.forEach { free($0) } }
        guard posix_spawnp(&pid, arguments[0], &actions, nil, &pointers, environ) == 0 else {
            throw Failure(description: "cannot run \(arguments[0])")
        }
        var status: Int32 = 0
        var usage = rusage()
        guard wait4(pid, &status, 0, &usage) == pid, status == 0 else {
            let words = (try? String(contentsOf: said, encoding: .utf8)) ?? ""
            let command = arguments.prefix(6).joined(separator: " ")
            throw Failure(description: "\(command) failed with \(status): \(words.suffix(2_000))")
        }
        return Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime)
    }

    private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000 }
}
