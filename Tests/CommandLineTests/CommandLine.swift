import Foundation
import Testing

/// Runs the executable in a folder of its own, which goes with it.
final class Sandbox {
    let folder: URL

    /// What a run said.
    struct Result {
        let code: Int32
        let output: String
        let errors: String
    }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("apus-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The executable stands beside the tests' own.
    static var executable: URL {
        let tests = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
        let products = (tests ?? URL(fileURLWithPath: CommandLine.arguments[0])).deletingLastPathComponent()
        return products.appendingPathComponent("apus")
    }

    func apus(_ arguments: String...) throws -> Result { try apus(arguments: arguments) }

    func apus(arguments: [String], environment: [String: String] = [:]) throws -> Result {
        let process = Process()
        process.executableURL = Self.executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        // Files, not pipes: a long diff fills a pipe while nobody reads it.
        let (out, err) = (folder.appendingPathComponent(".out"), folder.appendingPathComponent(".err"))
        for url in [out, err] { try Data().write(to: url) }
        process.standardOutput = try FileHandle(forWritingTo: out)
        process.standardError = try FileHandle(forWritingTo: err)
        try process.run()
        process.waitUntilExit()
        let result = Result(code: process.terminationStatus, output: try text(".out"), errors: try text(".err"))
        for url in [out, err] { try FileManager.default.removeItem(at: url) }
        return result
    }

    func write(_ text: String, to path: String) throws {
        let url = folder.appendingPathComponent(path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    func text(_ path: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    }

    func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: folder.appendingPathComponent(path).path)
    }

    /// Every file, by path.
    func files(below path: String = "") throws -> [String: String] {
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

/// Documents for the command line's tests.
enum Documents {
    static let good = """
        openapi: 3.1.0
        info: {title: T, version: '1'}
        paths:
          /a:
            get:
              operationId: getA
              tags: [Things]
              responses:
                '200':
                  description: ok
                  content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}
        components: {schemas: {A: {type: object, properties: {a: {type: string}}}}}
        """
    static let withoutTag = good.replacing("      tags: [Things]\n", with: "")
    static let bad = good.replacing("operationId: getA", with: "operationId: [getA]")
}
