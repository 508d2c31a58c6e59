import ApusYAML

/// Filters and their functions. They nest no deeper than the parser lets them.
extension Evaluator {
    mutating func holds(_ condition: Condition, for node: YAMLNode) throws(JSONPathError) -> Bool {
        try step()
        switch condition {
        case .any(let parts):
            for part in parts where try holds(part, for: node) { return true }
            return false
        case .all(let parts):
            for part in parts where try !holds(part, for: node) { return false }
            return true
        case .not(let part): return try !holds(part, for: node)
        case .exists(let query): return try !run(query, at: node).isEmpty
        case .comparison(let left, let comparison, let right):
            return try compare(value(left, at: node), comparison, value(right, at: node))
        case .matches(let test): return try matches(test, at: node)
        }
    }

    private mutating func value(_ comparable: Comparable, at node: YAMLNode) throws(JSONPathError) -> Value? {
        switch comparable {
        case .literal(let value): return value
        case .query(let query): return try self.node(query, at: node).map(Value.init)
        case .length(let argument): return try length(value(argument, at: node))
        case .count(let query): return .number(.integer(try run(query, at: node).count))
        case .value(let query):
            let matches = try run(query, at: node)
            return matches.count == 1 ? Value(matches[0].node) : nil
        }
    }

    /// RFC 9535, section 2.4.4: characters of a string, items, or members.
    private mutating func length(_ value: Value?) throws(JSONPathError) -> Value? {
        switch value {
        case .string(let text):
            try step(text.utf8.count / 16)
            return .number(.integer(text.unicodeScalars.count))
        case .collection(let node):
            return .number(.integer(node.sequence?.count ?? node.mapping?.pairs.count ?? 0))
        case .null, .boolean, .number, nil: return nil
        }
    }

    private mutating func matches(_ test: PatternTest, at node: YAMLNode) throws(JSONPathError) -> Bool {
        guard case .string(let text)? = try value(test.text, at: node),
            case .string(let source)? = try value(test.pattern, at: node),
            let pattern = try pattern(source)
        else { return false }
        return try pattern.matches(text, isWhole: test.isWhole) { count throws(JSONPathError) in try step(count) }
    }

    private mutating func pattern(_ source: String) throws(JSONPathError) -> Pattern? {
        if let known = patterns[source] { return known }
        try step(source.utf8.count)
        let pattern = Pattern(source)
        // Patterns may come from the document, one for each node.
        if patterns.count < 100 { patterns[source] = .some(pattern) }
        return pattern
    }
}
