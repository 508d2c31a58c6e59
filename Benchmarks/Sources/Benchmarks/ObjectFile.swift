import Foundation

/// What an object file holds.
enum ObjectFile {
    /// The bytes of its text, as `size` counts them: code and constants.
    static func text(of file: URL) throws -> Double {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["size", file.path]
        process.standardOutput = output
        try process.run()
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let row = said.split(separator: "\n").dropFirst().first ?? ""
        guard let text = row.split(whereSeparator: { " \t".contains($0) }).first.flatMap({ Double($0) }) else {
            throw Command.Failure(description: "`size \(file.path)` says \(said)")
        }
        return text
    }
}
