import ApusDiagnostics
import Foundation
import Testing

@testable import ApusYAML

/// Files end anywhere when a disk is full or a download breaks: each fixture, cut at its bytes, gives a tree or errors.
///
/// `make sanitize` sets `APUS_EVERY_TRUNCATION` and cuts at every byte, with the address sanitizer and its search for leaks: what
/// libyaml handed out before the end is given back. Else a few cuts a file are enough to see that nothing traps.
@Suite struct TruncationTests {
    private static let isThorough = ProcessInfo.processInfo.environment["APUS_EVERY_TRUNCATION"] != nil

    /// The largest file that is cut at every byte; larger ones are cut at as many places as take a second or so.
    private enum Whole {
        static let fixtures = 16 << 10
        static let documents = 2 << 10
    }

    @Test func repository() throws {
        let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folders = ["Tests", "Conformance", "Benchmarks", "Examples", "spec"].map {
            package.appendingPathComponent($0)
        }
        try cut(folders.flatMap(files), upTo: Whole.fixtures, least: 80)
    }

    @Test(.enabled(if: Suites.available, "../shared/suites is not here"))
    func suites() throws { try cut(files(Suites.folder), upTo: Whole.fixtures, least: 900) }

    @Test(.enabled(if: Suites.available, "../shared/corpus is not here"))
    func corpus() throws {
        let folder = Suites.folder.deletingLastPathComponent().appendingPathComponent("corpus")
        try cut(files(folder), upTo: Whole.documents, least: 2_900)
    }

    private func cut(_ files: [URL], upTo whole: Int, least: Int) throws {
        var cuts = 0
        var sampled = 0
        for url in files {
            let bytes = try Suites.bytes(url)
            let stride = Self.stride(bytes.count, whole)
            if Self.isThorough, stride > 1 { sampled += 1 }
            // An odd offset, so that not only multiples of the stride are cut.
            for length in Swift.stride(from: stride / 2, through: bytes.count, by: stride) {
                let result = read(Array(bytes[..<length]))
                if result.value == nil, !result.hasErrors { Issue.record("\(url.path), \(length) bytes") }
                cuts += 1
            }
        }
        #expect(files.count >= least, "fixtures are missing")
        print("truncations: \(cuts) of \(files.count) files; \(sampled) of these are too large to be cut at every byte")
    }

    /// Cutting at every byte takes time in the square of the length.
    private static func stride(_ length: Int, _ whole: Int) -> Int {
        guard isThorough else { return max(1, length / 8) }
        let sample = min(whole, 4 << 10)
        return length <= whole ? 1 : max(2, length * length / (sample * sample))
    }

    private func files(_ folder: URL) -> [URL] {
        let all =
            FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects as? [URL] ?? []
        return all.filter { ["yaml", "yml"].contains($0.pathExtension) && !$0.pathComponents.contains(".build") }
            .filter { (try? $0.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true }
            .sorted { $0.path < $1.path }
    }
}
