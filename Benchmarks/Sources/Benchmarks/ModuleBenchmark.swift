import Foundation

/// The whole command from a large document to files on disk, and what its module costs to compile: against the least that the same types
/// can cost, `FloorTemplates/`.
struct ModuleBenchmark {
    /// The package's folder; the command and the SDK's modules are built below it.
    let root: String
    let document: String
    /// What the figures of compiling are called by, in front of their names.
    var prefix = ""

    private var apus: String { "\(root)/.build/release/apus" }

    /// The figures of the command and of compiling what it writes.
    func run() throws -> [Figure] {
        try inFolder { work in
            try generating(work) + compiling(generate(into: work.appendingPathComponent("module")), as: "API", work)
        }
    }

    /// The figures of compiling the module that this package ships, which is made from the same document.
    func compilingShipped() throws -> [Figure] {
        let folder = "\(root)/Generated/OpenRouter"
        let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        let sources = files.filter { $0.hasSuffix(".swift") }.sorted().map { "\(folder)/\($0)" }
        return try inFolder { try compiling(sources, as: "OpenRouter", $0) }
    }

    private func inFolder(_ measure: (URL) throws -> [Figure]) throws -> [Figure] {
        let work = FileManager.default.temporaryDirectory.appendingPathComponent("apus-bench-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: work) }
        try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
        // The package's own `apus.yaml` is strict, which no other document has to pass.
        let before = FileManager.default.currentDirectoryPath
        _ = FileManager.default.changeCurrentDirectoryPath(work.path)
        defer { _ = FileManager.default.changeCurrentDirectoryPath(before) }
        return try measure(work)
    }

    /// From process start to its end, each into an empty folder.
    private func generating(_ work: URL) throws -> [Figure] {
        let eventLoop = "\(root)/Benchmarks/.build/release/EventLoop"
        let output = work.appendingPathComponent("generate")
        // Files of earlier runs would fill the memory that the system keeps files in.
        let times = try Stopwatch.compare(between: { try? FileManager.default.removeItem(at: output) }) {
            _ = try generate(into: output)
        } _: {
            try Command(eventLoop, document).run()
        }
        return [
            Figure(name: "generate/libyaml-events, processes", value: times.ratio, unit: "x", aim: .atMost(6)),
            Figure(name: "generate, process", value: times.first * 1000, unit: "ms", aim: .none),
        ]
    }

    private func compiling(_ files: [String], as module: String, _ work: URL) throws -> [Figure] {
        let bare = try generate(
            into: work.appendingPathComponent("bare"), "--templates", "\(root)/Benchmarks/FloorTemplates")
        let pairs = try (0..<3).map { round in
            let real = try objects(of: files, as: module, in: work.appendingPathComponent("real-objects-\(round)"))
            let floor = try objects(of: bare, as: "API", in: work.appendingPathComponent("floor-objects-\(round)"))
            return (real: real, floor: floor)
        }
        let (real, floor) = pairs[0]
        let ratio = Stopwatch.median(pairs.map { $0.real.seconds / $0.floor.seconds })
        let text = try releaseText(of: files, as: module, in: work.appendingPathComponent("release-objects"))
        func figure(_ name: String, _ value: Double, _ unit: String, _ aim: Figure.Aim = .none) -> Figure {
            Figure(name: prefix + name, value: value, unit: unit, aim: aim)
        }
        return [
            figure("debug-build/floor, CPU", ratio, "x", .atMost(2.5)),
            figure("debug-build, CPU", Stopwatch.median(pairs.map(\.real.seconds)), "s"),
            figure("debug-build/floor, object bytes", real.megabytes / floor.megabytes, "x", .atMost(2.5)),
            figure("debug-build, object bytes", real.megabytes, "MB"),
            figure("release-build, text", text, "MB", .atMost(2.5)),
        ]
    }

    /// The module's files.
    private func generate(into folder: URL, _ more: String...) throws -> [String] {
        let output = folder.path
        try Command([apus, "generate", "--spec", document, "--module", "API", "--output", output] + more).run()
        let files = FileManager.default.enumerator(atPath: output)?.compactMap { $0 as? String } ?? []
        return files.filter { $0.hasPrefix("API/") && $0.hasSuffix(".swift") }.sorted().map { "\(output)/\($0)" }
    }

    private func objects(of files: [String], as module: String, in folder: URL) throws -> (
        seconds: Double, megabytes: Double
    ) {
        let seconds = try compile(files, as: module, into: folder)
        let sizes = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "o" }.map { try Data(contentsOf: $0).count }
        return (seconds, Double(sizes.reduce(0, +)) / 1_000_000)
    }

    private func compile(_ files: [String], as module: String, into folder: URL, _ mode: String...) throws -> Double {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let script = ["\(root)/scripts/typecheck", "--objects", folder.path] + mode
        return try Command(script + ["\(root)/.build/debug", module] + files).run()
    }

    /// Megabytes of machine code of an optimised build.
    private func releaseText(of files: [String], as module: String, in folder: URL) throws -> Double {
        _ = try compile(files, as: module, into: folder, "--release")
        return try ObjectFile.text(of: folder.appendingPathComponent("\(module).o")) / 1_000_000
    }
}
