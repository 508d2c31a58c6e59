import ApusDiagnostics
import ApusYAML

/// The tree as text: a line a node, indented, with line and column.
enum YAMLDump {
    static func text(_ node: YAMLNode) -> String {
        var lines: [String] = []
        append(node, label: "", depth: 0, to: &lines)
        return lines.joined(separator: "\n") + "\n"
    }

    private static func append(_ node: YAMLNode, label: String, depth: Int, to lines: inout [String]) {
        let position = "\(node.range.start.line):\(node.range.start.column)"
        let indent = String(repeating: "  ", count: depth)
        switch node.content {
        case .scalar(let scalar):
            lines.append("\(indent)\(label)\(kind(scalar)) \(quoted(scalar.text)) @\(position)")
        case .sequence(let items):
            lines.append("\(indent)\(label)sequence of \(items.count) @\(position)")
            for item in items { append(item, label: "- ", depth: depth + 1, to: &lines) }
        case .mapping(let mapping):
            lines.append("\(indent)\(label)mapping of \(mapping.pairs.count) @\(position)")
            for pair in mapping.pairs {
                append(pair.value, label: quoted(pair.key) + ": ", depth: depth + 1, to: &lines)
            }
        }
    }

    private static func kind(_ scalar: YAMLScalar) -> String {
        switch scalar.kind {
        case .null: "null"
        case .boolean: "boolean"
        case .integer: "integer"
        case .float: "float"
        case .string: "string"
        }
    }

    /// ASCII alone: a text may hold anything, and a terminal would obey some of it.
    private static func quoted(_ text: String) -> String {
        "\"" + text.unicodeScalars.reduce(into: "") { $0 += $1.escaped(asASCII: true) } + "\""
    }
}
