import Foundation
import Testing

/// A Markdown text of the repository, and the code in it.
struct Document: Sendable, CustomTestStringConvertible {
    /// A fenced block of code.
    struct Fence: Sendable {
        var language: String
        var lines: [String]

        /// What is compared with compiled code: no indentation, no blank lines; imports stand at the top of a file.
        var statements: [String] { lines.map(trimmed).filter { !$0.isEmpty && !$0.hasPrefix("import ") } }
        var imports: [String] {
            lines.map(trimmed).filter { $0.hasPrefix("import ") }
                .map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
        }
    }

    let path: String
    private(set) var fences: [Fence] = []
    /// What stands outside of the fences.
    private(set) var prose: [String] = []

    var testDescription: String { path }
    /// The file that its Swift is compiled in.
    var snippetsPath: String {
        let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
        return "Tests/ReadmeTests/Snippets/\(name).swift"
    }

    init(_ path: String) throws {
        self.path = path
        var current: Fence?
        for line in try Self.text(path).split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            let text = trimmed(line)
            if let fence = current {
                if text == "```" { fences.append(fence) }
                current = text == "```" ? nil : Fence(language: fence.language, lines: fence.lines + [line])
            } else if text.hasPrefix("```") {
                current = Fence(language: String(text.dropFirst(3)), lines: [])
            } else {
                prose.append(line)
            }
        }
        if let current { fences.append(Fence(language: "unended", lines: current.lines)) }
    }

    func fences(_ language: String) -> [Fence] { fences.filter { $0.language == language } }

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    /// The texts of all DocC catalogs.
    static func articles() throws -> [Document] {
        let paths = ["Sources", "docs"].flatMap { folder in
            let files = FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path)
            return (files?.compactMap { $0 as? String } ?? []).map { "\(folder)/\($0)" }
        }
        return try paths.filter { $0.contains(".docc/") && $0.hasSuffix(".md") }.sorted().map { try Document($0) }
    }
}

private func trimmed(_ line: String) -> String { line.trimmingCharacters(in: .whitespaces) }
