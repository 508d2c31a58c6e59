import Foundation

/// Prints the figures, one a line: name, value, unit, aim, met or missed, tab-separated.
@main
struct Main {
    static func main() async throws {
        let root = URL(fileURLWithPath: #filePath).pathComponents.dropLast(4).joined(separator: "/").dropFirst()
        let path = "../shared/corpus/openrouter-31/in.openapi.yaml"
        let corpus = "\(root)/\(path)"
        print("name\tvalue\tunit\taim\tverdict")
        var figures: [Figure] = []
        func show(_ more: [Figure]) {
            more.forEach { print($0.line) }
            figures += more
        }
        if FileManager.default.fileExists(atPath: corpus) {
            show(try GenerationBenchmark.run(document: corpus))
            show(try ModuleBenchmark(root: String(root), document: corpus).run())
        } else {
            print("skipped: \(path) is not here")
        }
        let shipped = ModuleBenchmark(root: String(root), document: "\(root)/spec/openrouter.yaml", prefix: "shipped ")
        show(try shipped.compilingShipped())
        show(try BinarySize.run(products: "\(root)/Benchmarks/.build/release"))
        show(try JSONBenchmark.run())
        show(try await CallsBenchmark.run())
    }
}
