import Foundation

/// The folder of public conformance data: beside the package, or where `APUS_SHARED` says.
enum Suites {
    static let mustache: URL = shared.appendingPathComponent("suites/mustache-spec/specs")

    static var available: Bool { FileManager.default.fileExists(atPath: mustache.path) }

    private static var shared: URL {
        if let path = ProcessInfo.processInfo.environment["APUS_SHARED"] { return URL(fileURLWithPath: path) }
        let package = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return package.deletingLastPathComponent().appendingPathComponent("shared")
    }
}
