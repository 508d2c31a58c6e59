/// Function expressions, whose arguments must be of the declared types (RFC 9535, sections 2.4.1 to 2.4.8).
extension QueryParser {
    private static let functions = ["count", "length", "match", "search", "value"]

    mutating func call(_ name: String, at start: Int) throws(JSONPathError) -> Operand {
        guard Self.functions.contains(name) else {
            let known = Self.functions.map { "`\($0)`" }.joined(separator: ", ")
            throw failure("there is no function `\(name)`; known are \(known)", at: start)
        }
        try expect("(")
        skipBlanks()
        let operand = try arguments(of: name)
        skipBlanks()
        guard take(")") else { throw failure("`)` behind the arguments of `\(name)` is missing") }
        return operand
    }

    private mutating func arguments(of name: String) throws(JSONPathError) -> Operand {
        switch name {
        case "length": return .value(.length(try valueArgument()))
        case "count": return .value(.count(try nodesArgument(of: name)))
        case "value": return .value(.value(try nodesArgument(of: name)))
        default:
            let text = try valueArgument()
            skipBlanks()
            guard take(",") else { throw failure("`\(name)` needs two arguments") }
            skipBlanks()
            return .truth(PatternTest(text: text, pattern: try valueArgument(), isWhole: name == "match"))
        }
    }

    private mutating func valueArgument() throws(JSONPathError) -> Comparable {
        let start = index
        return try comparable(try operand(), at: start)
    }

    private mutating func nodesArgument(of name: String) throws(JSONPathError) -> Query {
        guard current == "@" || current == "$" else { throw failure("`\(name)` takes a query") }
        return try query()
    }
}
