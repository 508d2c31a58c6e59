import ApusDiagnostics
import ApusYAML
import CommandLineSupport
import Foundation
import Testing

/// Row 44: the same document gives the same bytes, whatever the process, the place and the order of fixed keys.
@Suite struct DeterminismTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

    /// The broadest documents of the golden cases.
    static let documents = ["client", "unions", "webhooks"]

    @Test(arguments: documents) func twentyRunsGiveTheSameBytes(name: String) throws {
        let url = Self.root.appendingPathComponent("GoldenTests/Cases/\(name)/openapi.yaml")
        let text = try String(contentsOf: url, encoding: .utf8)
        let node = try #require(YAMLReader.read(SourceFile(path: "openapi.yaml", contents: text)).value)
        let first = try run(text, 0)
        #expect(first.count > 3)
        var random = Shuffle(seed: 7)
        for index in 1..<20 {
            // Every process has another hash seed. From the tenth on the keys of objects change their order too.
            let document = index < 10 ? text : random.json(node, .object)
            let other = try run(document, index)
            #expect(other.keys.sorted() == first.keys.sorted(), "\(index)")
            for (path, contents) in first where other[path] != contents {
                Issue.record("\(name), run \(index): \(path)")
            }
        }
    }

    private func run(_ document: String, _ index: Int) throws -> [String: String] {
        let sandbox = try Sandbox()
        let folder = ["", "a b", "ü/é", "x'y\"z"][index % 4]
        try sandbox.write(document, to: folder + "/openapi.yaml")
        let environment = [
            "LC_ALL": ["C", "de_DE.UTF-8", "tr_TR.UTF-8", "C.UTF-8", ""][index % 5],
            "TZ": ["UTC", "Asia/Tokyo", "America/St_Johns"][index % 3], "COLUMNS": "\(20 + index)",
        ]
        let spec = folder.isEmpty ? "openapi.yaml" : folder + "/openapi.yaml"
        let result = try sandbox.apus(
            arguments: ["generate", "--spec", spec, "--output", "Out", "--module", "Thing"], environment: environment)
        #expect(result.code == 0, "\(result.errors)")
        return try sandbox.files(below: "Out")
    }
}

/// Writes a document as JSON with the keys of its objects in another order. Maps, whose order is that of the declarations, and
/// values keep theirs.
private struct Shuffle {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    enum Kind { case object, map, mapOfMaps, value }

    mutating func json(_ node: YAMLNode, _ kind: Kind) -> String {
        switch node.content {
        case .scalar(let scalar): return Self.json(scalar)
        case .sequence(let items): return "[" + items.map { json($0, kind) }.joined(separator: ",") + "]"
        case .mapping(let mapping):
            let pairs = kind == .object ? shuffled(mapping.pairs) : mapping.pairs
            return "{"
                + pairs.map { JSON.quoted($0.key) + ":" + json($0.value, inner($0.key, kind)) }.joined(separator: ",")
                + "}"
        }
    }

    private func inner(_ key: String, _ outer: Kind) -> Kind {
        switch outer {
        case .value: return .value
        case .mapOfMaps: return .map
        case .map: return .object
        case .object: break
        }
        if Self.values.contains(key) || key.hasPrefix("x-") { return .value }
        if Self.mapsOfMaps.contains(key) { return .mapOfMaps }
        return Self.maps.contains(key) ? .map : .object
    }

    private static let values: Set<String> = [
        "default", "example", "examples", "const", "enum", "security", "flows", "variables",
    ]
    private static let mapsOfMaps: Set<String> = ["paths", "webhooks", "callbacks", "pathItems"]
    private static let maps: Set<String> = [
        "schemas", "responses", "parameters", "requestBodies", "headers", "securitySchemes", "links", "properties",
        "patternProperties", "$defs", "mapping", "content", "encoding",
    ]

    private static func json(_ scalar: YAMLScalar) -> String {
        switch scalar.kind {
        case .string: JSON.quoted(scalar.text)
        case .null: "null"
        case .boolean(let value): value ? "true" : "false"
        case .integer, .float: scalar.text
        }
    }

    /// Fisher and Yates, with the same numbers in every run.
    private mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var elements = elements
        for index in elements.indices.dropFirst() {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            elements.swapAt(index, Int(state >> 33) % (index + 1))
        }
        return elements
    }
}
