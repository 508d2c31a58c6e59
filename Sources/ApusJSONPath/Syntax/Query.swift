/// A query: from the root (`$`) or the current node (`@`), segment by segment.
struct Query: Sendable {
    let isRelative: Bool
    let segments: [Segment]

    /// Whether the query cannot select more than one node, by its form alone (RFC 9535, section 2.3.5.1).
    var isSingular: Bool {
        segments.allSatisfy { segment in
            guard !segment.isDescendant, segment.selectors.count == 1 else { return false }
            switch segment.selectors[0] {
            case .name, .index: return true
            case .wildcard, .slice, .filter: return false
            }
        }
    }
}

/// Selectors, of the children or of all descendants.
struct Segment: Sendable {
    let isDescendant: Bool
    let selectors: [Selector]
}

/// What a segment takes of a node's children.
enum Selector: Sendable {
    case name(String)
    case wildcard
    case index(Int)
    case slice(Slice)
    case filter(Condition)
}

/// `start:end:step`.
struct Slice: Sendable {
    var start: Int?
    var end: Int?
    var step: Int?
}

/// The logical expression of a filter.
indirect enum Condition: Sendable {
    case any([Condition])
    case all([Condition])
    case not(Condition)
    case comparison(Comparable, Comparison, Comparable)
    case exists(Query)
    case matches(PatternTest)
}

/// A comparison operator.
enum Comparison: String, Sendable {
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
}

/// What can be compared: a value or nothing.
indirect enum Comparable: Sendable {
    case literal(Value)
    /// A singular query.
    case query(Query)
    /// `length(…)`
    case length(Comparable)
    /// `count(…)`
    case count(Query)
    /// `value(…)`
    case value(Query)
}

/// `match` or `search`.
struct PatternTest: Sendable {
    let text: Comparable
    let pattern: Comparable
    /// Whether the pattern must cover the whole text.
    let isWhole: Bool
}
