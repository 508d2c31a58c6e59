import Foundation

/// Type-checks generated Swift against the runtime that this build made.
public enum Compiler {
    /// Where SwiftPM put the products: the tests' bundle stands there.
    public static var products: URL {
        let tests = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
        return (tests ?? URL(fileURLWithPath: CommandLine.arguments[0])).deletingLastPathComponent()
    }

    /// Checks the files as one module, warnings as errors.
    /// - Parameter files: contents by path.
    /// - Returns: what the compiler said; empty when all is well.
    public static func check(module: String, _ files: [String: String]) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("apus-check-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let paths = try write(files, to: folder)
        return try run([products.path, module] + paths, log: folder.appendingPathComponent("log"))
    }

    /// Writes files, and says where they are.
    static func write(_ files: [String: String], to folder: URL) throws -> [String] {
        try files.sorted { $0.key < $1.key }.map { path, text in
            let url = folder.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
            return url.path
        }
    }

    /// Runs `scripts/typecheck`.
    static func run(_ arguments: [String], log: URL) throws -> String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try run(root.appendingPathComponent("scripts/typecheck"), arguments, log: log)
    }

    /// Runs a tool.
    /// - Returns: what it said if it failed; empty otherwise.
    static func run(_ tool: URL, _ arguments: [String], log: URL) throws -> String {
        let process = Process()
        process.executableURL = tool
        process.arguments = arguments
        try Data().write(to: log)
        let output = try FileHandle(forWritingTo: log)
        process.standardOutput = output
        process.standardError = output
        try process.run()
        process.waitUntilExit()
        let said = try String(contentsOf: log, encoding: .utf8)
        guard process.terminationStatus != 0 else { return "" }
        return said.isEmpty ? "the compiler failed with \(process.terminationStatus)" : said
    }
}
