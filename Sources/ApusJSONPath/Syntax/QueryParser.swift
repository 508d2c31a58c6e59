/// Reads a query by the grammar of RFC 9535, appendix A.
///
/// The parser is one cursor over Unicode scalars; filters are in `QueryParser+Filters`, functions in
/// `QueryParser+Functions`, literals in `QueryParser+Literals`.
struct QueryParser {
    static let maximumLength = 10_000
    /// Filters, brackets and function arguments inside one another.
    static let maximumDepth = 64

    let scalars: [Unicode.Scalar]
    let allowsHyphens: Bool
    var index = 0
    var depth = 0

    static func parse(_ text: String, allowsHyphens: Bool) throws(JSONPathError) -> Query {
        let scalars = Array(text.unicodeScalars)
        guard scalars.count <= maximumLength else {
            throw JSONPathError(message: "a query has at most \(maximumLength) characters", offset: maximumLength)
        }
        var parser = QueryParser(scalars: scalars, allowsHyphens: allowsHyphens)
        guard parser.take("$") else { throw parser.failure("a query begins with `$`") }
        let query = Query(isRelative: false, segments: try parser.segments())
        guard parser.index == scalars.count else { throw parser.unexpected() }
        return query
    }

    var current: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }
    var next: Unicode.Scalar? { index + 1 < scalars.count ? scalars[index + 1] : nil }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard current == scalar else { return false }
        index += 1
        return true
    }

    mutating func take(_ text: String) -> Bool {
        let wanted = Array(text.unicodeScalars)
        guard scalars[index...].starts(with: wanted) else { return false }
        index += wanted.count
        return true
    }

    mutating func expect(_ scalar: Unicode.Scalar) throws(JSONPathError) {
        guard take(scalar) else { throw failure("`\(scalar)` is missing") }
    }

    mutating func skipBlanks() {
        while let scalar = current, [" ", "\t", "\n", "\r"].contains(scalar) { index += 1 }
    }

    func failure(_ message: String, at offset: Int? = nil) -> JSONPathError {
        JSONPathError(message: message, offset: offset ?? index)
    }

    func unexpected() -> JSONPathError {
        guard let current else { return failure("the query ends too early") }
        return failure("`\(current)` is not expected")
    }

    /// Runs a rule that may hold itself.
    mutating func deeper<Result>(
        _ rule: (inout QueryParser) throws(JSONPathError) -> Result
    ) throws(JSONPathError) -> Result {
        guard depth < Self.maximumDepth else { throw failure("the query is nested too deeply") }
        depth += 1
        defer { depth -= 1 }
        return try rule(&self)
    }

    /// `*(S segment)`: blanks stand only before a segment.
    mutating func segments() throws(JSONPathError) -> [Segment] {
        var segments: [Segment] = []
        while true {
            let before = index
            skipBlanks()
            guard let segment = try segment() else { index = before; return segments }
            segments.append(segment)
        }
    }

    private mutating func segment() throws(JSONPathError) -> Segment? {
        if current == "[" { return Segment(isDescendant: false, selectors: try bracketed()) }
        guard take(".") else { return nil }
        let isDescendant = take(".")
        if isDescendant, current == "[" { return Segment(isDescendant: true, selectors: try bracketed()) }
        if take("*") { return Segment(isDescendant: isDescendant, selectors: [.wildcard]) }
        return Segment(isDescendant: isDescendant, selectors: [.name(try shorthand())])
    }

    private mutating func shorthand() throws(JSONPathError) -> String {
        let start = index
        while let scalar = current, isNameScalar(scalar, isFirst: index == start) { index += 1 }
        guard index > start else { throw failure("a name, `*` or `[` is missing") }
        return String(String.UnicodeScalarView(scalars[start..<index]))
    }

    private func isNameScalar(_ scalar: Unicode.Scalar, isFirst: Bool) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "_": true
        case "0"..."9": !isFirst
        case "-": !isFirst && allowsHyphens
        default: scalar.value >= 0x80
        }
    }

    private mutating func bracketed() throws(JSONPathError) -> [Selector] {
        try expect("[")
        var selectors: [Selector] = []
        repeat {
            skipBlanks()
            selectors.append(try selector())
            skipBlanks()
        } while take(",")
        try expect("]")
        return selectors
    }

    private mutating func selector() throws(JSONPathError) -> Selector {
        switch current {
        case "'", "\"": return .name(try string())
        case "*":
            index += 1
            return .wildcard
        case "?":
            index += 1
            skipBlanks()
            return .filter(try condition())
        default: return try position()
        }
    }

    /// An index or a slice.
    private mutating func position() throws(JSONPathError) -> Selector {
        let start = try optionalInteger()
        let end = index
        skipBlanks()
        guard take(":") else {
            index = end
            guard let start else { throw failure("a selector is missing") }
            return .index(start)
        }
        var slice = Slice(start: start)
        skipBlanks()
        slice.end = try optionalInteger()
        skipBlanks()
        if take(":") {
            skipBlanks()
            slice.step = try optionalInteger()
        }
        return .slice(slice)
    }

    private mutating func optionalInteger() throws(JSONPathError) -> Int? {
        guard let scalar = current, scalar == "-" || isDigit(scalar) else { return nil }
        return try integer()
    }
}
