import ApusDiagnostics
import ApusGenerator
import ApusOpenAPI
import ApusRendering
import ApusSwift
import Foundation
import Testing

/// A document of the public suites beside the package.
struct PublicDocument: Sendable, CustomTestStringConvertible {
    /// From the suites' folder.
    let path: String

    static let folder: URL = {
        if let shared = ProcessInfo.processInfo.environment["APUS_SHARED"] {
            return URL(fileURLWithPath: shared).appendingPathComponent("suites")
        }
        return URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../../shared/suites").standardized
    }()

    static var available: Bool { FileManager.default.fileExists(atPath: folder.path) }

    /// The documents below folders of the suites; files that only others refer to are none.
    static func below(_ folders: [String]) -> [PublicDocument] {
        folders.flatMap { name -> [PublicDocument] in
            let paths = try? FileManager.default.subpathsOfDirectory(atPath: folder.appendingPathComponent(name).path)
            return (paths ?? []).sorted().compactMap { path in
                let isDocument = [".yaml", ".yml", ".json"].contains { path.hasSuffix($0) }
                return isDocument && !path.contains("_external/") ? PublicDocument(path: name + "/" + path) : nil
            }
        }
    }

    var testDescription: String { path }

    /// What is generated, and what is said.
    func generate(module: String) throws -> Checked<[GeneratedFile]?> {
        let url = Self.folder.appendingPathComponent(path)
        let spec = SourceFile(path: url.lastPathComponent, contents: try String(contentsOf: url, encoding: .utf8))
        let loader = Siblings(folder: url.deletingLastPathComponent())
        return Generator(spec: spec, loader: loader, options: SwiftOptions(module: module)).files()
    }

    /// The files beside a document.
    private struct Siblings: DocumentLoader {
        let folder: URL

        func load(_ path: String) -> Result<SourceFile, LoadingRefusal> {
            let text = try? String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
            return text.map { .success(SourceFile(path: path, contents: $0)) }
                ?? .failure(LoadingRefusal("is not there"))
        }
    }
}
