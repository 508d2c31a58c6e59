import ApusYAML

/// Runs queries on one tree. Every visit counts, so that no query runs long.
struct Evaluator {
    let root: YAMLNode
    private let maximumMatches: Int
    private var stepsLeft: Int
    /// Patterns by their text; `nil` for a text that is none.
    var patterns: [String: Pattern?] = [:]

    typealias Match = JSONPathMatch

    init(root: YAMLNode, limits: JSONPathLimits) {
        self.root = root
        maximumMatches = limits.maximumMatches
        stepsLeft = limits.maximumSteps
    }

    mutating func step(_ count: Int = 1) throws(JSONPathError) {
        stepsLeft -= count
        guard stepsLeft >= 0 else {
            throw JSONPathError(message: "the query takes too many steps on this document", offset: nil)
        }
    }

    mutating func run(_ query: Query, at current: YAMLNode? = nil) throws(JSONPathError) -> [Match] {
        let start = query.isRelative ? current ?? root : root
        var matches = [Match(node: start, location: .root)]
        for segment in query.segments {
            var next: [Match] = []
            for match in matches {
                if segment.isDescendant {
                    try descend(segment.selectors, match, into: &next)
                } else {
                    try select(segment.selectors, of: match, into: &next)
                }
            }
            matches = next
        }
        return matches
    }

    /// The node that a singular query selects.
    mutating func node(_ query: Query, at current: YAMLNode) throws(JSONPathError) -> YAMLNode? {
        try run(query, at: current).first?.node
    }

    /// The node itself and everything below it, each before what it holds, without recursion.
    private mutating func descend(
        _ selectors: [Selector], _ match: Match, into result: inout [Match]
    ) throws(JSONPathError) {
        var open = [match]
        while let next = open.popLast() {
            try step()
            try select(selectors, of: next, into: &result)
            var children: [Match] = []
            try select([.wildcard], of: next, into: &children)
            open += children.reversed()
        }
    }

    private mutating func select(
        _ selectors: [Selector], of match: Match, into result: inout [Match]
    ) throws(JSONPathError) {
        for selector in selectors {
            switch match.node.content {
            case .scalar: try step()
            case .sequence(let items): try select(selector, items, match.location, into: &result)
            case .mapping(let mapping): try select(selector, mapping, match.location, into: &result)
            }
        }
        guard result.count <= maximumMatches else {
            throw JSONPathError(message: "the query selects too many nodes of this document", offset: nil)
        }
    }

    private mutating func select(
        _ selector: Selector, _ items: [YAMLNode], _ location: Location, into result: inout [Match]
    ) throws(JSONPathError) {
        func match(_ index: Int) -> Match {
            Match(node: items[index], location: Location(parent: location, step: .index(index)))
        }
        switch selector {
        case .name: try step()
        case .index(let index):
            try step()
            let position = index < 0 ? items.count + index : index
            if items.indices.contains(position) { result.append(match(position)) }
        case .slice(let slice):
            let indices = slice.indices(in: items.count)
            try step(indices.count)
            result += indices.map(match)
        case .wildcard:
            try step(items.count)
            result += items.indices.map(match)
        case .filter(let condition):
            for index in items.indices where try holds(condition, for: items[index]) { result.append(match(index)) }
        }
    }

    private mutating func select(
        _ selector: Selector, _ mapping: YAMLMapping, _ location: Location, into result: inout [Match]
    ) throws(JSONPathError) {
        func match(_ pair: YAMLMapping.Pair) -> Match {
            Match(node: pair.value, location: Location(parent: location, step: .key(pair.key)))
        }
        switch selector {
        case .index, .slice: try step()
        case .name(let name):
            try step(1 + mapping.pairs.count / 16)
            if let pair = mapping.pair(name) { result.append(match(pair)) }
        case .wildcard:
            try step(mapping.pairs.count)
            result += mapping.pairs.map(match)
        case .filter(let condition):
            for pair in mapping.pairs where try holds(condition, for: pair.value) { result.append(match(pair)) }
        }
    }
}

extension Slice {
    /// The indices that the slice takes of a sequence (RFC 9535, section 2.3.4.2.2).
    func indices(in count: Int) -> [Int] {
        let step = step ?? 1
        guard step != 0 else { return [] }
        func normal(_ index: Int) -> Int { index < 0 ? count + index : index }
        if step > 0 {
            let lower = min(max(normal(start ?? 0), 0), count)
            let upper = min(max(normal(end ?? count), 0), count)
            return Array(stride(from: lower, to: upper, by: step))
        }
        let upper = min(max(normal(start ?? count - 1), -1), count - 1)
        let lower = end.map { min(max(normal($0), -1), count - 1) } ?? -1
        return Array(stride(from: upper, to: lower, by: step))
    }
}
