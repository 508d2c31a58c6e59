import Foundation

/// What `import OpenRouter` adds to a stripped release binary that uses ten operations, and what calls by hand add.
enum BinarySize {
    /// Figures in megabytes over a program that only prints.
    /// - Parameter products: the folder of the release build.
    static func run(products: String) throws -> [Figure] {
        let bare = try stripped("\(products)/SizeBare")
        let byHand = try stripped("\(products)/SizeHTTP") - bare
        let openRouter = try stripped("\(products)/SizeOpenRouter") - bare
        return [
            Figure(name: "binary, ten operations, added", value: openRouter, unit: "MB", aim: .atMost(6)),
            Figure(name: "binary, one call with AsyncHTTPClient, added", value: byHand, unit: "MB", aim: .none),
            Figure(name: "binary, OpenRouter over that", value: openRouter - byHand, unit: "MB", aim: .none),
        ]
    }

    /// Megabytes of a program without its symbols.
    private static func stripped(_ program: String) throws -> Double {
        let copy = FileManager.default.temporaryDirectory.appendingPathComponent("apus-size-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: copy) }
        try FileManager.default.copyItem(atPath: program, toPath: copy.path)
        _ = try Command(["strip", copy.path]).run()
        return Double(try Data(contentsOf: copy).count) / 1_000_000
    }
}
