import ApusDiagnostics
import ApusYAML

/// A value that a filter compares: a literal, a computed one, or a node's. `nil` in its place is "Nothing".
enum Value: Sendable {
    case null
    case boolean(Bool)
    case number(Number)
    case string(String)
    case collection(YAMLNode)

    init(_ node: YAMLNode) {
        guard let scalar = node.scalar else { self = .collection(node); return }
        switch scalar.kind {
        case .null: self = .null
        case .boolean(let value): self = .boolean(value)
        case .integer, .float: self = .number(Number(scalar.text))
        case .string: self = .string(scalar.text)
        }
    }
}

/// A number: exact where 64 bits hold it, else the nearest double.
enum Number: Sendable {
    case integer(Int)
    case double(Double)

    /// A number of JSON or of YAML's core schema.
    init(_ text: String) {
        if let value = Int(text) { self = .integer(value); return }
        if text.hasPrefix("0x"), let value = Int(text.dropFirst(2), radix: 16) { self = .integer(value); return }
        if text.hasPrefix("0o"), let value = Int(text.dropFirst(2), radix: 8) { self = .integer(value); return }
        switch text.lowercased() {
        case ".inf", "+.inf": self = .double(.infinity)
        case "-.inf": self = .double(-.infinity)
        default: self = .double(Double(text) ?? .nan)
        }
    }

    private var double: Double {
        switch self {
        case .integer(let value): Double(value)
        case .double(let value): value
        }
    }

    static func isEqual(_ left: Number, _ right: Number) -> Bool {
        if case (.integer(let left), .integer(let right)) = (left, right) { return left == right }
        return left.double == right.double
    }

    static func isLess(_ left: Number, _ right: Number) -> Bool {
        if case (.integer(let left), .integer(let right)) = (left, right) { return left < right }
        return left.double < right.double
    }
}

/// Comparisons (RFC 9535, section 2.3.5.2.2).
extension Evaluator {
    mutating func compare(_ left: Value?, _ comparison: Comparison, _ right: Value?) throws(JSONPathError) -> Bool {
        switch comparison {
        case .equal: return try isEqual(left, right)
        case .notEqual: return try !isEqual(left, right)
        case .less: return isLess(left, right)
        case .greater: return isLess(right, left)
        case .lessOrEqual:
            if isLess(left, right) { return true }
            return try isEqual(left, right)
        case .greaterOrEqual:
            if isLess(right, left) { return true }
            return try isEqual(left, right)
        }
    }

    /// Numbers and strings have an order; nothing else does. Strings go by Unicode scalars, whose order UTF-8 keeps.
    private func isLess(_ left: Value?, _ right: Value?) -> Bool {
        switch (left, right) {
        case (.number(let left), .number(let right)): Number.isLess(left, right)
        case (.string(let left), .string(let right)): left.utf8.lexicographicallyPrecedes(right.utf8)
        default: false
        }
    }

    private mutating func isEqual(_ left: Value?, _ right: Value?) throws(JSONPathError) -> Bool {
        try step()
        switch (left, right) {
        case (nil, nil), (.null, .null): return true
        case (.boolean(let left), .boolean(let right)): return left == right
        case (.number(let left), .number(let right)): return Number.isEqual(left, right)
        case (.string(let left), .string(let right)): return left.hasSameBytes(as: right)
        case (.collection(let left), .collection(let right)): return try isEqual(left, right)
        default: return false
        }
    }

    /// As deep as trees can be, which their reader limits.
    private mutating func isEqual(_ left: YAMLNode, _ right: YAMLNode) throws(JSONPathError) -> Bool {
        if let left = left.sequence, let right = right.sequence {
            guard left.count == right.count else { return false }
            for (left, right) in zip(left, right) where try !isEqual(Value(left), Value(right)) { return false }
            return true
        }
        guard let left = left.mapping, let right = right.mapping, left.pairs.count == right.pairs.count else {
            return false
        }
        for pair in left.pairs {
            // Looking a key up walks over the pairs.
            try step(right.pairs.count)
            guard let other = right[pair.key], try isEqual(Value(pair.value), Value(other)) else { return false }
        }
        return true
    }
}
