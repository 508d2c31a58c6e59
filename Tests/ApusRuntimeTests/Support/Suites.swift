import ApusRuntime
import Foundation

/// The public conformance data, beside the package or where `APUS_SHARED` says.
enum Suites {
    static let folder: String = {
        if let shared = ProcessInfo.processInfo.environment["APUS_SHARED"] { return shared + "/suites" }
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return root.path + "/../shared/suites"
    }()

    static var available: Bool { FileManager.default.fileExists(atPath: folder) }

    /// A file of the suites as JSON.
    static func json(_ path: String) throws -> JSONValue {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(path)"))
        return try JSONValue(jsonBytes: [UInt8](bytes))
    }
}
