import ApusDiagnostics
import ApusTemplates
import ApusYAML
import Foundation

/// A case of the public Mustache specification.
struct MustacheCase {
    let name: String
    let data: TemplateValue
    let template: String
    let partials: [(name: String, text: String)]
    let expected: String

    /// The cases of a file such as `sections`; empty when it cannot be read.
    static func all(in file: String) throws -> [MustacheCase] {
        let url = Suites.mustache.appendingPathComponent("\(file).yml")
        let source = SourceFile(path: "\(file).yml", bytes: Array(try Data(contentsOf: url)))
        let tests = YAMLReader.read(source).value?.mapping?["tests"]?.sequence ?? []
        return tests.compactMap(\.mapping).compactMap(MustacheCase.init)
    }

    private init?(_ node: YAMLMapping) {
        guard let name = node["name"]?.scalar, let data = node["data"], let template = node["template"]?.scalar,
            let expected = node["expected"]?.scalar
        else { return nil }
        self.name = name.text
        self.data = TemplateValue(data)
        self.template = template.text
        self.partials = (node["partials"]?.mapping?.pairs ?? []).map { ($0.key, $0.value.scalar?.text ?? "") }
        self.expected = expected.text
    }

    /// The case's template, called `case`, with its partials.
    var library: Checked<TemplateLibrary> {
        let texts = [("case", template)] + partials.map { ($0.name, $0.text) }
        return .parsing(texts, escaper: .html)
    }
}

extension TemplateValue {
    fileprivate init(_ node: YAMLNode) {
        switch node.content {
        case .sequence(let items): self = .list(items.map { TemplateValue($0) })
        case .mapping(let mapping):
            self = .object(TemplateObject(mapping.pairs.map { ($0.key, TemplateValue($0.value)) }))
        case .scalar(let scalar): self.init(scalar)
        }
    }

    private init(_ scalar: YAMLScalar) {
        switch scalar.kind {
        case .null: self = .none
        case .boolean(let value): self = .bool(value)
        case .float: self = .text(Double(scalar.text).map { "\($0)" } ?? scalar.text)
        case .integer, .string: self = .text(scalar.text)
        }
    }
}
