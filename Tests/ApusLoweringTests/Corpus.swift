import Foundation

/// The public documents beside the package.
enum Corpus {
    /// The folder, named by `APUS_SHARED` or beside the package.
    static let folder: String = {
        if let shared = ProcessInfo.processInfo.environment["APUS_SHARED"] { return shared + "/corpus" }
        let package = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
        return package.joined(separator: "/") + "/../shared/corpus"
    }()

    /// The text of a document; `nil` when it is not here.
    static func bytes(_ path: String) -> [UInt8]? {
        FileManager.default.contents(atPath: folder + "/" + path).map { Array($0) }
    }

    static let isHere = FileManager.default.fileExists(atPath: folder)
}
