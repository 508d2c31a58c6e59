import ApusDiagnostics
import ApusGenerator
import ApusRendering
import ApusSwift
import ApusTemplates
import CEventLoop
import Foundation

/// Reading a large document up to the IR against libyaml's bare event loop, and rendering.
enum GenerationBenchmark {
    static func run(document path: String) throws -> [Figure] {
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        let options = SwiftOptions(module: "OpenRouter")
        let toIR = Stopwatch.compare {
            let file = SourceFile(path: path, bytes: bytes)
            precondition(Generator(spec: file, options: options).api().value != nil)
        } _: {
            precondition(apus_count_events(bytes, bytes.count) > 0)
        }
        let rendering = renderingSpeed(SourceFile(path: path, bytes: bytes), options)
        return [
            Figure(name: "generate-to-ir/libyaml-events", value: toIR.ratio, unit: "x", aim: .atMost(6)),
            Figure(name: "libyaml-events", value: toIR.second * 1000, unit: "ms", aim: .none),
            Figure(name: "rendering", value: rendering, unit: "MB/s", aim: .atLeast(50)),
        ]
    }

    /// Megabytes of Swift source rendered in a second.
    private static func renderingSpeed(_ file: SourceFile, _ options: SwiftOptions) -> Double {
        guard let plan = Generator(spec: file, options: options).plan().value else { return 0 }
        let library = TemplateLibrary.parse(DefaultTemplates.sources).value
        let size = Rendering.render(plan, with: library).value.reduce(0) { $0 + $1.contents.count }
        let times = (0..<15).map { _ in Stopwatch.seconds { _ = Rendering.render(plan, with: library) } }
        return Double(size) / Stopwatch.median(times) / 1_000_000
    }
}
