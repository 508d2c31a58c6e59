import ApusDiagnostics
public import ApusYAML

/// The door of the room: the text of a JSONPath query (RFC 9535) and a tree in, the nodes that it selects out.
///
/// Steps: scalars → syntax tree, whose functions are well-typed (`Syntax/`) → selection, within budgets
/// (`Evaluation/`). Patterns of `match` and `search` are I-Regexps (RFC 9485), which run in linear time (`Pattern/`).
public struct JSONPath: Sendable {
    /// The query as written.
    public let text: String
    let query: Query

    /// Parses a query.
    /// - Parameter allowsHyphens: whether `.x-name` is read as `['x-name']`, which the grammar forbids and authors write.
    public init(_ text: String, allowsHyphens: Bool = false) throws(JSONPathError) {
        self.text = text
        query = try QueryParser.parse(text, allowsHyphens: allowsHyphens)
    }

    /// The nodes that the query selects, in the order of RFC 9535, section 2.1.2, with doubles.
    /// - Throws: when a budget is used up.
    public func select(
        in root: YAMLNode, limits: JSONPathLimits = .init()
    ) throws(JSONPathError) -> [JSONPathMatch] {
        var evaluator = Evaluator(root: root, limits: limits)
        return try evaluator.run(query)
    }
}

/// A node that a query selected.
public struct JSONPathMatch: Sendable {
    /// The node.
    public let node: YAMLNode
    let location: Location

    /// The steps that lead to it from the root.
    public var steps: [JSONPathStep] { location.steps }
    /// The place as a normalized path (RFC 9535, section 2.7), such as `$['paths']['/pets']`.
    public var path: String { "$" + steps.map(\.description).joined() }
}

/// A step of a normalized path.
public enum JSONPathStep: Sendable, Hashable, CustomStringConvertible {
    /// Into a mapping.
    case key(String)
    /// Into a sequence, from 0.
    case index(Int)

    /// Keys are equal byte for byte: Swift's strings are already when their Unicode compositions mean the same.
    public static func == (left: JSONPathStep, right: JSONPathStep) -> Bool {
        switch (left, right) {
        case (.key(let left), .key(let right)): left.hasSameBytes(as: right)
        case (.index(let left), .index(let right)): left == right
        default: false
        }
    }

    /// Equal keys have equal hashes, and so have some others.
    public func hash(into hasher: inout Hasher) {
        switch self {
        case .key(let key): hasher.combine(key)
        case .index(let index): hasher.combine(index)
        }
    }

    /// `['name']` or `[0]`.
    public var description: String {
        switch self {
        case .index(let index): return "[\(index)]"
        case .key(let key):
            var text = "['"
            for scalar in key.unicodeScalars { text += Self.escaped(scalar) }
            return text + "']"
        }
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "'": return "\\'"
        case "\\": return "\\\\"
        case "\u{8}": return "\\b"
        case "\u{C}": return "\\f"
        case "\n": return "\\n"
        case "\r": return "\\r"
        case "\t": return "\\t"
        default:
            guard scalar.value < 0x20 else { return String(scalar) }
            let digits = String(scalar.value, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
        }
    }
}

/// Budgets on what a query may cost.
public struct JSONPathLimits: Sendable, Hashable {
    /// Nodes visited, values compared and steps of patterns, in all.
    public var maximumSteps = 20_000_000
    /// Nodes in one list.
    public var maximumMatches = 1_000_000

    /// The defaults.
    public init() {}
}

/// Why a query cannot be read or run.
public struct JSONPathError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong, a sentence without a full stop.
    public let message: String
    /// Where in the query, in Unicode scalars from 0; `nil` when the run was cut short.
    public let offset: Int?

    /// The message with its place.
    public var description: String { offset.map { "\(message) at character \($0 + 1)" } ?? message }
}
