import ApusDiagnostics
import Foundation
import Testing

@testable import ApusYAML

/// Every case of yaml/yaml-test-suite: accepted ones give the value of `in.json`, faulty ones are refused.
@Suite(.enabled(if: Suites.available, "../shared/suites is not here"))
struct YAMLTestSuiteTests {
    @Test func everyCaseEndsAsExpected() throws {
        let cases = try YAMLTestCase.all()
        #expect(cases.count == 402)
        for testCase in cases {
            let outcome = testCase.outcome
            if let reason = knownDifferences[testCase.id] {
                #expect(outcome != .asExpected, "\(testCase.id) passes now; take it from the list “\(reason)”")
            } else {
                #expect(outcome == .asExpected, "\(testCase.id)")
            }
        }
    }

    @Test func theListNamesOnlyCasesOfTheSuite() throws {
        let ids = Set(try YAMLTestCase.all().map(\.id))
        #expect(knownDifferences.keys.filter { !ids.contains($0) } == [])
    }

    /// Files end anywhere when a disk is full or a download breaks.
    @Test func everyTruncationGivesNodesOrErrors() throws {
        for testCase in try YAMLTestCase.all() {
            for length in 0..<testCase.input.count {
                let result = read(Array(testCase.input.prefix(length)))
                #expect((result.value == nil) == false || result.hasErrors, "\(testCase.id), \(length) bytes")
            }
        }
    }
}

/// One folder of the suite.
struct YAMLTestCase {
    enum Outcome: Equatable {
        case asExpected
        case refused(String)
        case accepted
        case other(String)
    }

    let id: String
    let input: [UInt8]
    let expected: [UInt8]?
    let mustFail: Bool

    init?(id: String, folder: URL) throws {
        let yaml = folder.appendingPathComponent("in.yaml")
        guard FileManager.default.fileExists(atPath: yaml.path) else { return nil }
        self.id = id
        input = try Suites.bytes(yaml)
        expected = try? Suites.bytes(folder.appendingPathComponent("in.json"))
        mustFail = FileManager.default.fileExists(atPath: folder.appendingPathComponent("error").path)
    }

    static func all() throws -> [YAMLTestCase] {
        let data = Suites.folder.appendingPathComponent("yaml-test-suite/data")
        return try Suites.entries(data).flatMap { id -> [YAMLTestCase] in
            let folder = data.appendingPathComponent(id)
            if let testCase = try YAMLTestCase(id: id, folder: folder) { return [testCase] }
            return try Suites.entries(folder).compactMap {
                try YAMLTestCase(id: "\(id)/\($0)", folder: folder.appendingPathComponent($0))
            }
        }
    }

    var outcome: Outcome {
        let result = read(input)
        let error = result.diagnostics.first { $0.severity == .error }
        if mustFail { return error == nil ? .accepted : .asExpected }
        if let error { return .refused("\(error.code): \(error.message)") }
        guard let value = result.value else { return .other("no value") }
        // Cases without `in.json` have a value that JSON cannot express; that they are read is all there is to ask.
        guard let expected else { return .asExpected }
        guard let want = read(expected).value else { return .other("in.json is not one JSON text") }
        return Value(value) == Value(want) ? .asExpected : .other("\(Value(value)) instead of \(Value(want))")
    }
}

/// A node's value as JSON sees it, without places.
indirect enum Value: Equatable {
    case null
    case boolean(Bool)
    case number(Double)
    case string(String)
    case array([Value])
    case object([String: Value])

    init(_ node: YAMLNode) {
        switch node.content {
        case .sequence(let items): self = .array(items.map { Value($0) })
        case .mapping(let mapping):
            self = .object(Dictionary(uniqueKeysWithValues: mapping.pairs.map { ($0.key, Value($0.value)) }))
        case .scalar(let scalar): self = Value.scalar(scalar)
        }
    }

    private static func scalar(_ scalar: YAMLScalar) -> Value {
        switch scalar.kind {
        case .null: .null
        case .boolean(let value): .boolean(value)
        case .string: .string(scalar.text)
        case .integer, .float: .number(number(scalar.text))
        }
    }

    private static func number(_ text: String) -> Double {
        if text.hasPrefix("0o") { return Int(text.dropFirst(2), radix: 8).map { Double($0) } ?? .nan }
        if text.hasPrefix("0x") { return Int(text.dropFirst(2), radix: 16).map { Double($0) } ?? .nan }
        return Double(text) ?? .nan
    }
}

/// Reads bytes that lie in a file `test.yaml`.
func read(_ bytes: [UInt8], limits: YAMLLimits = .init()) -> Checked<YAMLNode?> {
    YAMLReader.read(SourceFile(path: "test.yaml", bytes: bytes), limits: limits)
}

/// Reads text that lies in a file `test.yaml`.
func read(_ text: String, limits: YAMLLimits = .init()) -> Checked<YAMLNode?> { read(Array(text.utf8), limits: limits) }
