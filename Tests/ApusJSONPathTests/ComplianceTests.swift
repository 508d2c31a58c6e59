import ApusDiagnostics
import ApusJSONPath
import ApusYAML
import Foundation
import Testing

/// The JSONPath compliance test suite: every case of it.
@Suite struct ComplianceTests {
    @Test(.enabled(if: Suites.available, "needs ../shared/suites"))
    func allCases() throws {
        let url = Suites.folder.appendingPathComponent("jsonpath-cts/cts.json")
        let file = SourceFile(path: "cts.json", bytes: [UInt8](try Data(contentsOf: url)))
        let cases = try #require(YAMLReader.read(file).value?.mapping?["tests"]?.sequence)
        #expect(cases.count == 703)
        for node in cases {
            let test = try #require(node.mapping)
            let name = test["name"]?.scalar?.text ?? ""
            let selector = try #require(test["selector"]?.scalar?.text)
            guard let document = test["document"] else {
                #expect(throws: JSONPathError.self, "\(name): \(selector)") { _ = try JSONPath(selector) }
                continue
            }
            let matches = try Result { try JSONPath(selector).select(in: document) }.get()
            let results = test["results"]?.sequence ?? [test["result"]].compactMap(\.self)
            let paths = test["results_paths"]?.sequence ?? [test["result_paths"]].compactMap(\.self)
            let given = matches.map { Plain($0.node) }
            #expect(results.contains { $0.sequence?.map(Plain.init) == given }, "\(name): \(selector)")
            let givenPaths = matches.map(\.path)
            #expect(
                paths.contains { $0.sequence?.compactMap(\.scalar?.text) == givenPaths }, "\(name): \(givenPaths)")
        }
    }
}

/// A tree without its marks.
indirect enum Plain: Equatable {
    case scalar(String, YAMLScalar.Kind)
    case sequence([Plain])
    case mapping([String: Plain])

    init(_ node: YAMLNode) {
        switch node.content {
        case .scalar(let scalar): self = .scalar(scalar.text, scalar.kind)
        case .sequence(let items): self = .sequence(items.map(Plain.init))
        case .mapping(let mapping):
            self = .mapping(
                Dictionary(mapping.pairs.map { ($0.key, Plain($0.value)) }, uniquingKeysWith: { first, _ in first }))
        }
    }
}
