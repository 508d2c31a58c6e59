import ApusDiagnostics
import ApusYAML
import Foundation
import OpenRouter

/// Our document, read without the generator: what each operation is given and answers by it.
struct Document: Sendable {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let shared = try? Document()

    let node: YAMLNode
    let operations: [String: Given]

    init() throws {
        let path = Self.root.appendingPathComponent("spec/openrouter.yaml").path
        let file = SourceFile(path: path, bytes: try Array(Data(contentsOf: URL(fileURLWithPath: path))))
        node = try YAMLReader.read(file).value.orMissing("a document")
        var operations: [String: Given] = [:]
        for path in try node.at("paths").mapping.orMissing("paths").pairs {
            let shared = path.value.mapping?["parameters"]?.sequence ?? []
            for method in path.value.mapping?.pairs ?? [] {
                guard let id = method.value.mapping?["operationId"]?.scalar?.text else { continue }
                operations[id] = try Given(
                    id: id, method: method.key.uppercased(), path: path.key, operation: method.value,
                    shared: shared, document: node)
            }
        }
        self.operations = operations
    }
}

extension Optional {
    /// The value, or an error that says what is missing.
    func orMissing(_ what: String) throws -> Wrapped {
        guard let self else { throw Missing(what: what) }
        return self
    }
}

struct Missing: Error, CustomStringConvertible {
    let what: String
    var description: String { "the document lacks \(what)" }
}

extension YAMLNode {
    /// What the keys lead to.
    func at(_ keys: String...) throws -> YAMLNode {
        try keys.reduce(self) { node, key in try (node.mapping?[key]).orMissing(key) }
    }

    /// What a local reference leads to; the node itself where it is none.
    func resolved(in document: YAMLNode) throws -> YAMLNode {
        guard let text = mapping?["$ref"]?.scalar?.text else { return self }
        let keys = text.dropFirst(2).split(separator: "/").map {
            String($0).replacing("~1", with: "/").replacing("~0", with: "~")
        }
        return try keys.reduce(document) { node, key in try (node.mapping?[key]).orMissing(text) }
            .resolved(in: document)
    }

    var json: JSONValue {
        switch content {
        case .mapping(let mapping): return .object(JSONObject(mapping.pairs.map { ($0.key, $0.value.json) }))
        case .sequence(let items): return .array(items.map(\.json))
        case .scalar(let scalar):
            switch scalar.kind {
            case .null: return .null
            case .boolean(let value): return .bool(value)
            case .string: return .string(scalar.text)
            case .integer, .float: return (try? JSONValue(jsonBytes: Array(scalar.text.utf8))) ?? .string(scalar.text)
            }
        }
    }
}
