public import Foundation

/// Runs the executable in a folder of its own, which goes with it.
public final class Sandbox {
    /// Where the runs take place.
    public let folder: URL

    /// What a run said.
    public struct Result: Sendable {
        /// The exit code, or the number of the signal that ended the run.
        public let code: Int32
        /// Whether a signal ended it.
        public let isKilled: Bool
        /// What it wrote to standard output.
        public let output: String
        /// What it wrote to standard error.
        public let errors: String
    }

    /// What a run may take of the machine.
    public struct Limits: Sendable {
        /// Bytes of address space; macOS does not know this limit.
        public var memory = 1 << 30
        /// Bytes of the main thread's stack.
        public var stack = 512 << 10
        /// Seconds of processor time, behind which the system ends the run.
        public var seconds = 60

        /// A gigabyte, and the stack of a thread of a pool.
        public init() {}

        /// What a shell sets them with.
        fileprivate var script: String {
            #if os(macOS)
                let memory = ""
            #else
                let memory = "ulimit -v \(memory / 1024); "
            #endif
            return memory + "ulimit -s \(stack / 1024); ulimit -t \(seconds); "
        }
    }

    /// A new, empty folder.
    public init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("apus-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The executable stands beside the tests' own.
    public static var executable: URL {
        let tests = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
        let products = (tests ?? URL(fileURLWithPath: CommandLine.arguments[0])).deletingLastPathComponent()
        return products.appendingPathComponent("apus")
    }

    /// Runs apus in the folder.
    public func apus(_ arguments: String...) throws -> Result { try apus(arguments: arguments) }

    /// Runs apus in the folder, within limits if so wanted.
    /// - Parameters:
    ///   - environment: variables beside the tests' own.
    ///   - first: what a shell does before it becomes apus, which then has its process number, `$$`.
    public func apus(
        arguments: [String], environment: [String: String] = [:], limits: Limits? = nil, first: String = ""
    ) throws -> Result {
        let process = Process()
        process.executableURL = Self.executable
        process.arguments = arguments
        let script = first + (limits?.script ?? "")
        if !script.isEmpty {
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            process.arguments = ["-c", script + "exec \"$0\" \"$@\"", Self.executable.path] + arguments
        }
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        // Files, not pipes: a long diff fills a pipe while nobody reads it.
        let (out, err) = (folder.appendingPathComponent(".out"), folder.appendingPathComponent(".err"))
        for url in [out, err] { try Data().write(to: url) }
        process.standardOutput = try FileHandle(forWritingTo: out)
        process.standardError = try FileHandle(forWritingTo: err)
        try process.run()
        process.waitUntilExit()
        let result = Result(
            code: process.terminationStatus, isKilled: process.terminationReason == .uncaughtSignal,
            output: try text(".out"), errors: try text(".err"))
        for url in [out, err] { try FileManager.default.removeItem(at: url) }
        return result
    }

    /// Writes a file, and the folders above it.
    public func write(_ text: String, to path: String) throws {
        let url = folder.appendingPathComponent(path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    /// Writes a file of any bytes into the folder.
    public func write(_ bytes: [UInt8], to name: String) throws {
        try Data(bytes).write(to: folder.appendingPathComponent(name))
    }

    /// Makes a symbolic link.
    public func link(_ path: String, to target: String) throws {
        let link = folder.appendingPathComponent(path).path
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
    }

    /// A file's text.
    public func text(_ path: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    }

    /// Whether something is there.
    public func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: folder.appendingPathComponent(path).path)
    }

    /// Every file, by path.
    public func files(below path: String = "") throws -> [String: String] {
        let root = folder.appendingPathComponent(path).path
        var files: [String: String] = [:]
        for name in (try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? [] {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: root + "/" + name, isDirectory: &isFolder), !isFolder.boolValue
            else { continue }
            files[name] = try String(contentsOfFile: root + "/" + name, encoding: .utf8)
        }
        return files
    }
}
