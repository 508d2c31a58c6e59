import Foundation

/// Prints the figures, one a line: name, value, unit, aim, met or missed, tab-separated.
@main
struct Main {
    static func main() async {
        do {
            try await measure()
        } catch {
            FileHandle.standardError.write(Data("bench: \(error)\n".utf8))
            exit(1)
        }
    }

    private static func measure() async throws {
        let root = URL(fileURLWithPath: #filePath).pathComponents.dropLast(4).joined(separator: "/").dropFirst()
        let path = "../shared/corpus/openrouter-31/in.openapi.yaml"
        let corpus = "\(root)/\(path)"
        say("name\tvalue\tunit\taim\tverdict")
        func show(_ figures: [Figure]) { figures.forEach { say($0.line) } }
        if FileManager.default.fileExists(atPath: corpus) {
            show(try GenerationBenchmark.run(document: corpus))
            show(try ModuleBenchmark(root: String(root), document: corpus).run())
        } else {
            say("skipped: \(path) is not here")
        }
        let shipped = ModuleBenchmark(root: String(root), document: "\(root)/spec/openrouter.yaml", prefix: "shipped ")
        show(try shipped.compilingShipped())
        show(try BinarySize.run(products: "\(root)/Benchmarks/.build/release"))
        show(try JSONBenchmark.run())
        show(try await CallsBenchmark.run())
    }

    /// At once, whatever comes next.
    private static func say(_ line: String) { FileHandle.standardOutput.write(Data("\(line)\n".utf8)) }
}
