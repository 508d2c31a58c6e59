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
        let made = try Self.objects(below: objects) + Self.runtime()
        try Data(made.map { "\"\($0)\"\n" }.joined().utf8).write(to: list)
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

    private static let sdk = [
        "ApusJSON", "ApusRuntime", "ApusAsyncHTTPClient", "ApusURLSession", "ApusDefaultTransport",
    ]
    /// What else this package builds, by the beginnings of names; and what is for macros and the build alone.
    private static let others = [
        "Apus", "apus", "OpenRouter", "Swift", "_Swift", "ArgumentParser", "Generation", "Parity", "CLibYAML",
        "CompileSupport", "CommandLine", "WireSupport", "RoundTrip", "Golden", "Readme", "Transport", "Hostile",
        "Conformance", "Fuzz", "RetrySimulation", "generate_",
    ]

    private static func runtime() throws -> [String] {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Compiler.products.path).sorted()
        let needed = folders.filter { $0.hasSuffix(".build") }.filter { folder in
            let name = String(folder.dropLast(".build".count))
            let isOther = name.hasSuffix("-tool") || name.hasSuffix("Tests") || others.contains { name.hasPrefix($0) }
            return sdk.contains(name) || !isOther
        }
        return try needed.flatMap { try objects(below: Compiler.products.appendingPathComponent($0)) }
    }

    private static func objects(below folder: URL) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".o") }.sorted()
            .map { folder.appendingPathComponent($0).path }
    }
}
