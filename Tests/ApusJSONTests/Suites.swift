import Foundation

/// Where the public conformance data lies: beside the package, or where `APUS_SHARED` says.
enum Suites {
    static let root: URL = {
        if let shared = ProcessInfo.processInfo.environment["APUS_SHARED"] {
            return URL(fileURLWithPath: shared).appendingPathComponent("suites")
        }
        let package = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return package.deletingLastPathComponent().appendingPathComponent("shared/suites")
    }()

    static var available: Bool { FileManager.default.fileExists(atPath: root.path) }

    /// Name and bytes of every case of the JSON parsing suite, sorted by name.
    static func parsingCases() throws -> [(name: String, bytes: [UInt8])] {
        let folder = root.appendingPathComponent("json-test-suite/test_parsing")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".json") }
        return try names.sorted().map { ($0, [UInt8](try Data(contentsOf: folder.appendingPathComponent($0)))) }
    }
}
