import ApusJSON
import Foundation
import OpenRouter
import OpenRouterExamples

/// JSON into and out of the generated models against Foundation's coders on equal Codable structs.
enum JSONBenchmark {
    static func run() throws -> [Figure] {
        let one = [UInt8](OpenRouterExamples.getGeneration.responses[0].body.utf8)
        let record = try GenerationResponse(jsonBytes: one)
        let compact = try record.jsonBytes()
        let count = 1_000_000 / compact.count
        let many = try Array(repeating: record, count: count).jsonBytes()
        return try figures("generation", compact, GenerationResponse.self, CodableGenerationResponse.self, repeats: 500)
            + figures("1MB-array", many, [GenerationResponse].self, [CodableGenerationResponse].self, repeats: 1)
    }

    private static func figures<Ours: JSONCodable, Theirs: Codable>(
        _ name: String, _ bytes: [UInt8], _: Ours.Type, _: Theirs.Type, repeats: Int
    ) throws -> [Figure] {
        let data = Data(bytes)
        let decoder = JSONDecoder()
        let encoder = JSONEncoder()
        let ours = try Ours(jsonBytes: bytes)
        let theirs = try decoder.decode(Theirs.self, from: data)
        let decode = try Stopwatch.compare {
            for _ in 0..<repeats { _ = try decoder.decode(Theirs.self, from: data) }
        } _: {
            for _ in 0..<repeats { _ = try Ours(jsonBytes: bytes) }
        }
        let encode = try Stopwatch.compare {
            for _ in 0..<repeats { _ = try encoder.encode(theirs) }
        } _: {
            for _ in 0..<repeats { _ = try ours.jsonBytes() }
        }
        let megabytes = Double(bytes.count * repeats) / 1_000_000
        return [
            Figure(name: "json-decode/JSONDecoder \(name)", value: decode.ratio, unit: "x", aim: .atLeast(5)),
            Figure(name: "json-decode \(name)", value: megabytes / decode.second, unit: "MB/s", aim: .none),
            Figure(name: "json-encode/JSONEncoder \(name)", value: encode.ratio, unit: "x", aim: .atLeast(5)),
            Figure(name: "json-encode \(name)", value: megabytes / encode.second, unit: "MB/s", aim: .none),
        ]
    }
}
