import ApusDiagnostics
import ApusGenerator
import ApusLowering
import ApusOpenAPI
import ApusRendering
import ApusSwift
import Foundation
import Testing

/// A folder of `Cases/`: one idea, a document of tens of lines, and everything that comes of it.
struct GoldenCase: Sendable, CustomTestStringConvertible {
    let name: String

    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Cases")

    static var all: [GoldenCase] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { !$0.hasPrefix(".") }.sorted().map(GoldenCase.init)
    }

    var testDescription: String { name }
    var folder: URL { Self.folder.appendingPathComponent(name) }

    /// The files that the case should hold besides those that it is made of, by path; `nil` contents are our own bug.
    func produced(access: AccessLevel = .public) throws -> [String: String] {
        let settings = try settings()
        let options = SwiftOptions(module: "Golden", access: access, environmentPrefix: "GOLDEN")
        // What is wrong with a document has a sensible reading, as a rule; a strict run refuses it.
        var generator = Generator(
            spec: try file(settings.spec ?? "openapi.yaml"), loader: MemoryLoader(try parts()), options: options,
            isStrict: settings.strict ?? name.hasPrefix("bad-"))
        generator.overlays = try (settings.overlays ?? []).map(file)
        generator.lowering.filter = settings.filter ?? OperationFilter()
        generator.lowering.types = settings.types ?? TypeMapping()
        let files = generator.files()
        var produced = ["diagnostics.txt": TerminalPrinter().print(files.diagnostics)]
        if let ir = generator.dump(.ir).value { produced["ir.txt"] = ir }
        for file in files.value ?? [] {
            produced["expected/" + file.path] = String(decoding: file.contents, as: UTF8.self)
        }
        return produced
    }

    /// What the case's `apus.yaml` says, where it has one: another document, overlays, a filter, types, strictness.
    private func settings() throws -> Configuration {
        let path = "apus.yaml"
        guard FileManager.default.fileExists(atPath: folder.appendingPathComponent(path).path) else { return .init() }
        let read = ConfigurationReader.read(try file(path))
        guard !read.hasErrors else { throw Fault(words: "\(read.diagnostics)") }
        return read.value
    }

    private struct Fault: Error { let words: String }

    private func file(_ path: String) throws -> SourceFile {
        SourceFile(path: path, contents: try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8))
    }

    /// The other files of the document, all below `parts/`.
    private func parts() throws -> [SourceFile] {
        let folder = folder.appendingPathComponent("parts")
        guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
        return try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted().compactMap { path in
            guard path.hasSuffix(".yaml") || path.hasSuffix(".json") else { return nil }
            let text = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
            return SourceFile(path: "parts/" + path, contents: text)
        }
    }

    /// What the case's folder holds now.
    func recorded() throws -> [String: String] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        var recorded: [String: String] = [:]
        for path in paths where !Self.isInput(path) {
            var isFolder: ObjCBool = false
            let url = folder.appendingPathComponent(path)
            guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder), !isFolder.boolValue
            else { continue }
            recorded[path] = try String(contentsOf: url, encoding: .utf8)
        }
        return recorded
    }

    /// What an author writes: documents, overlays and settings stand in the case's folder and below `parts/`.
    private static func isInput(_ path: String) -> Bool {
        path.hasPrefix("parts") || !path.contains("/") && (path.hasSuffix(".yaml") || path.hasSuffix(".json"))
    }

    /// Writes what is produced, and removes what is not.
    func record() throws {
        for path in try recorded().keys { try FileManager.default.removeItem(at: folder.appendingPathComponent(path)) }
        for (path, text) in try produced() {
            let url = folder.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }
    }
}
