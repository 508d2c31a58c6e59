import Foundation

/// The public conformance data beside the package.
enum Suites {
    static let folder: URL = {
        if let shared = ProcessInfo.processInfo.environment["APUS_SHARED"] {
            return URL(fileURLWithPath: shared).appendingPathComponent("suites")
        }
        let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return package.deletingLastPathComponent().appendingPathComponent("shared/suites")
    }()

    static var available: Bool { FileManager.default.fileExists(atPath: folder.path) }
}
