import ApusTesting
import Foundation
import Testing

@testable import OpenRouterCLI

/// The executable itself.
@Suite struct ProcessTests {
    /// It stands beside the tests' own.
    static var executable: URL {
        let tests = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
        let products = (tests ?? URL(fileURLWithPath: CommandLine.arguments[0])).deletingLastPathComponent()
        return products.appendingPathComponent("openrouter")
    }

    static func process(_ arguments: [String], output: FileHandle) -> Process {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.environment = ["OPENROUTER_API_KEY": secretKey]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = output
        return process
    }

    @Test func demo() async throws {
        try await withFolder { folder in
            let path = folder + "/out"
            _ = FileManager.default.createFile(atPath: path, contents: nil)
            let output = try #require(FileHandle(forWritingAtPath: path))
            let process = Self.process(["--demo", "models", "wren"], output: output)
            try await process.runToTheEnd()
            let text = try String(contentsOfFile: path, encoding: .utf8)
            #expect(process.terminationStatus == 0)
            #expect(text.hasPrefix("MODEL") && text.contains("demo/wren-mini") && !text.contains("\u{1B}"))
        }
    }

    /// Ctrl-C gives the call up, and the process ends by itself.
    @Test func interrupted() async throws {
        try await withServer { server in
            server.respond(to: "sendChat") { _ in .delayed(.seconds(600), .example()) }
            let process = Self.process(["chat", "Hi", "--base-url", server.baseURL], output: .nullDevice)
            async let end: Void = process.runToTheEnd()
            while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(10)) }
            process.interrupt()
            try await end
            #expect(process.terminationReason == .exit && process.terminationStatus == 130)
        }
    }

    @Test func aPipeThatNobodyReads() async throws {
        let pipe = Pipe()
        let process = Self.process(["--demo", "models"], output: pipe.fileHandleForWriting)
        try pipe.fileHandleForReading.close()
        try await process.runToTheEnd()
        #expect(process.terminationReason == .exit && process.terminationStatus == 141)
    }
}

extension Process {
    fileprivate func runToTheEnd() async throws {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            terminationHandler = { _ in continuation.resume() }
            do { try run() } catch {
                terminationHandler = nil
                continuation.resume(throwing: error)
            }
        }
    }
}
