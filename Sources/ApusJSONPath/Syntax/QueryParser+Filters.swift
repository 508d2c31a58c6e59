/// Logical expressions (RFC 9535, section 2.3.5.1).
extension QueryParser {
    mutating func condition() throws(JSONPathError) -> Condition {
        try deeper { parser throws(JSONPathError) in try parser.alternatives() }
    }

    private mutating func alternatives() throws(JSONPathError) -> Condition {
        var parts = [try conjunction()]
        while takeOperator("||") { parts.append(try conjunction()) }
        return parts.count == 1 ? parts[0] : .any(parts)
    }

    private mutating func conjunction() throws(JSONPathError) -> Condition {
        var parts = [try basic()]
        while takeOperator("&&") { parts.append(try basic()) }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    /// An operator between blanks; where there is none, the blanks stay.
    private mutating func takeOperator(_ text: String) -> Bool {
        let before = index
        skipBlanks()
        guard take(text) else { index = before; return false }
        skipBlanks()
        return true
    }

    private mutating func basic() throws(JSONPathError) -> Condition {
        if take("!") {
            skipBlanks()
            return .not(current == "(" ? try parenthesized() : try test(isNegated: true))
        }
        return current == "(" ? try parenthesized() : try test(isNegated: false)
    }

    private mutating func parenthesized() throws(JSONPathError) -> Condition {
        try expect("(")
        skipBlanks()
        let inner = try condition()
        skipBlanks()
        try expect(")")
        return inner
    }

    /// A test for existence, a function's truth, or a comparison.
    private mutating func test(isNegated: Bool) throws(JSONPathError) -> Condition {
        let start = index
        let operand = try operand()
        let comparison = comparison()
        switch (operand, comparison) {
        case (.query(let query), nil): return .exists(query)
        case (.truth(let test), nil): return .matches(test)
        case (.value, nil): throw failure("a value alone is no test; compare it", at: start)
        case (_, .some) where isNegated: throw failure("`!` before a comparison needs parentheses", at: start)
        case (_, .some(let comparison)):
            let left = try comparable(operand, at: start)
            skipBlanks()
            let second = index
            return .comparison(left, comparison, try comparable(try self.operand(), at: second))
        }
    }

    private mutating func comparison() -> Comparison? {
        let before = index
        skipBlanks()
        for text in ["==", "!=", "<=", ">=", "<", ">"] where take(text) { return Comparison(rawValue: text) }
        index = before
        return nil
    }

    /// What stands on a side of a comparison, before it is known whether it may.
    enum Operand {
        case value(Comparable)
        case query(Query)
        case truth(PatternTest)
    }

    func comparable(_ operand: Operand, at start: Int) throws(JSONPathError) -> Comparable {
        switch operand {
        case .value(let value): return value
        case .query(let query) where query.isSingular: return .query(query)
        case .query: throw failure("a query that may select several nodes cannot be compared", at: start)
        case .truth: throw failure("the answer of `match` or `search` cannot be compared", at: start)
        }
    }

    mutating func operand() throws(JSONPathError) -> Operand {
        guard let scalar = current else { throw unexpected() }
        switch scalar {
        case "$", "@": return .query(try query())
        case "'", "\"": return .value(.literal(.string(try string())))
        case "-", "0"..."9": return .value(.literal(try number()))
        case "a"..."z": return try word()
        default: throw unexpected()
        }
    }

    mutating func query() throws(JSONPathError) -> Query {
        let isRelative = current == "@"
        index += 1
        return Query(isRelative: isRelative, segments: try segments())
    }

    /// `true`, `false`, `null` or a function.
    private mutating func word() throws(JSONPathError) -> Operand {
        let start = index
        while let scalar = current, isWordScalar(scalar) { index += 1 }
        let word = text(from: start)
        if current == "(" {
            return try deeper { parser throws(JSONPathError) in try parser.call(word, at: start) }
        }
        switch word {
        case "true": return .value(.literal(.boolean(true)))
        case "false": return .value(.literal(.boolean(false)))
        case "null": return .value(.literal(.null))
        default: throw failure("`\(word)` is neither a value nor a function with its `(`", at: start)
        }
    }

    private func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "0"..."9", "_": true
        default: false
        }
    }
}
