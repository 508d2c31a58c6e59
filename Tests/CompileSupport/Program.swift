import Foundation

/// A program made of generated Swift and of Swift that calls it.
public struct Program {
    /// What the compiler or the linker said; empty when the program was built.
    public let complaints: String
    private let executable: URL

    /// Builds one module of all files, and links it with the runtime that this build made.
    /// - Parameters:
    ///   - files: contents by path; one is called `main.swift`.
    ///   - folder: where the program and what it is made of are put.
    public init(_ files: [String: String], in folder: URL) throws {
        executable = folder.appendingPathComponent("program")
        let objects = folder.appendingPathComponent("objects")
        try FileManager.default.createDirectory(at: objects, withIntermediateDirectories: true)
        let paths = try Compiler.write(files, to: folder)
        let log = folder.appendingPathComponent("log")
        let said = try Compiler.run(["--objects", objects.path, Compiler.products.path, "Program"] + paths, log: log)
        guard said.isEmpty else { complaints = said; return }
        let list = folder.appendingPathComponent("objects.txt")
        let made = try Self.objects(below: objects).map { "\"\($0)\"" } + Self.runtime()
        try Data(made.joined(separator: "\n").utf8).write(to: list)
        complaints = try Compiler.run(
            URL(fileURLWithPath: "/usr/bin/env"),
            ["swiftc", "-o", executable.path, "@\(list.path)", "-lz", "-lstdc++"], log: log)
    }

    /// Runs the program.
    /// - Parameter folder: its working folder.
    /// - Returns: its exit code, and what it wrote.
    public func run(in folder: URL) throws -> (code: Int32, output: String) {
        let process = Process()
        let output = Pipe()
        process.executableURL = executable
        process.currentDirectoryURL = folder
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }

    /// The objects of the SDK's runtime and of what it needs: what SwiftPM links into a program that has nothing else, save its
    /// own. Lines of an arguments' file, quoted where need be. A folder of objects would do worse: it keeps those of sources that
    /// are gone.
    private static func runtime() throws -> [String] {
        let list = Compiler.products.appendingPathComponent("RuntimeProgram.product/Objects.LinkFileList")
        return try String(contentsOf: list, encoding: .utf8).split(separator: "\n").map(String.init)
            .filter { !$0.contains("/RuntimeProgram.build/") }
    }

    private static func objects(below folder: URL) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".o") }.sorted()
            .map { folder.appendingPathComponent($0).path }
    }
}
