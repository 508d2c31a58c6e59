import Foundation

/// A program of another kind that runs beside a test, and what it writes.
final class Program {
    let process = Process()
    private let file: URL

    init(_ executable: URL, _ arguments: [String], environment: [String: String]? = nil) throws {
        file = FileManager.default.temporaryDirectory.appendingPathComponent("chat-relay-\(UUID().uuidString)")
        try Data().write(to: file)
        process.executableURL = executable
        process.arguments = arguments
        if let environment { process.environment = environment }
        process.standardOutput = try FileHandle(forWritingTo: file)
        process.standardError = process.standardOutput
        try process.run()
    }

    deinit {
        // A child may have the signals of the thread that started it blocked, SIGTERM among them.
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        try? FileManager.default.removeItem(at: file)
    }

    /// What it wrote so far.
    var output: String { (try? String(contentsOf: file, encoding: .utf8)) ?? "" }

    /// The first number behind a text that it writes; waits for it.
    func number(behind text: String) async throws -> Int {
        var number: Int?
        _ = await eventually {
            guard let start = output.range(of: text)?.upperBound else { return !process.isRunning }
            let digits = output[start...].prefix { $0.isNumber }
            // The line is whole.
            if output[start...].count > digits.count { number = Int(digits) }
            return number != nil
        }
        guard let number else { throw NoNumber(output: output) }
        return number
    }

    struct NoNumber: Error { var output: String }
}

extension Program {
    /// The relay itself, answering from the demo at a free port; there is no key in its environment.
    static func demo() throws -> Program {
        let tests = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
        let products = (tests ?? URL(fileURLWithPath: CommandLine.arguments[0])).deletingLastPathComponent()
        return try Program(products.appendingPathComponent("ChatRelay"), ["--demo", "--port", "0"], environment: [:])
    }
}
