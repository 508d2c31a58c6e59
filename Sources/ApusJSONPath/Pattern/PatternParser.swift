/// Reads an I-Regexp by the grammar of RFC 9485, section 3.1.
///
/// `^` and `$` outside of classes stand for the text's ends, as authors mean them: RFC 9485 leaves them no other use.
struct PatternParser {
    private struct Malformed: Error {}
    private static let maximumDepth = 50
    private static let maximumRepetition = 1_000

    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var depth = 0

    /// The pattern's tree; `nil` when the text is no I-Regexp.
    static func parse(_ text: String) -> PatternSyntax? {
        var parser = PatternParser(scalars: Array(text.unicodeScalars))
        guard let syntax = try? parser.alternatives(), parser.index == parser.scalars.count else { return nil }
        return syntax
    }

    private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    private var current: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard current == scalar else { return false }
        index += 1
        return true
    }

    private mutating func next() throws(Malformed) -> Unicode.Scalar {
        guard let scalar = current else { throw Malformed() }
        index += 1
        return scalar
    }

    private mutating func alternatives() throws(Malformed) -> PatternSyntax {
        guard depth < Self.maximumDepth else { throw Malformed() }
        depth += 1
        defer { depth -= 1 }
        var branches = [try branch()]
        while take("|") { branches.append(try branch()) }
        return branches.count == 1 ? branches[0] : .alternatives(branches)
    }

    private mutating func branch() throws(Malformed) -> PatternSyntax {
        var pieces: [PatternSyntax] = []
        while let scalar = current, scalar != "|", scalar != ")" { pieces.append(try quantified(try atom())) }
        return .sequence(pieces)
    }

    private mutating func quantified(_ atom: PatternSyntax) throws(Malformed) -> PatternSyntax {
        switch current {
        case "*":
            index += 1
            return .repetition(atom, minimum: 0, maximum: nil)
        case "+":
            index += 1
            return .repetition(atom, minimum: 1, maximum: nil)
        case "?":
            index += 1
            return .repetition(atom, minimum: 0, maximum: 1)
        case "{":
            index += 1
            return try counted(atom)
        default: return atom
        }
    }

    private mutating func counted(_ atom: PatternSyntax) throws(Malformed) -> PatternSyntax {
        let minimum = try count()
        guard take(",") else {
            guard take("}") else { throw Malformed() }
            return .repetition(atom, minimum: minimum, maximum: minimum)
        }
        if take("}") { return .repetition(atom, minimum: minimum, maximum: nil) }
        let maximum = try count()
        guard take("}"), minimum <= maximum else { throw Malformed() }
        return .repetition(atom, minimum: minimum, maximum: maximum)
    }

    private mutating func count() throws(Malformed) -> Int {
        let start = index
        while let scalar = current, "0"..."9" ~= scalar { index += 1 }
        let digits = String(String.UnicodeScalarView(scalars[start..<index]))
        guard let count = Int(digits), count <= Self.maximumRepetition else { throw Malformed() }
        return count
    }

    private mutating func atom() throws(Malformed) -> PatternSyntax {
        let scalar = try next()
        switch scalar {
        case "(":
            let inner = try alternatives()
            guard take(")") else { throw Malformed() }
            return inner
        case ".": return .scalars(ScalarSet(items: [.range(0xA...0xA), .range(0xD...0xD)], isNegated: true))
        case "[": return .scalars(try characterClass())
        case "\\": return .scalars(ScalarSet(items: [try escape()]))
        case "^": return .start
        case "$": return .end
        case "*", "+", "?", "{", "}", "]": throw Malformed()
        default: return .scalars(ScalarSet(items: [.range(scalar.value...scalar.value)]))
        }
    }

    /// `[…]`, behind its bracket.
    private mutating func characterClass() throws(Malformed) -> ScalarSet {
        var set = ScalarSet(items: [], isNegated: take("^"))
        if take("-") { set.items.append(.range(0x2D...0x2D)) }
        while !take("]") {
            if take("-") {
                // A hyphen that stands for itself is the first or the last.
                guard take("]"), !set.items.isEmpty else { throw Malformed() }
                set.items.append(.range(0x2D...0x2D))
                return set
            }
            set.items.append(try classItem())
        }
        guard !set.items.isEmpty else { throw Malformed() }
        return set
    }

    private mutating func classItem() throws(Malformed) -> ScalarSet.Item {
        let first = try classScalar()
        guard case .range(let low) = first, current == "-", index + 1 < scalars.count, scalars[index + 1] != "]"
        else { return first }
        index += 1
        guard case .range(let high) = try classScalar(), low.lowerBound <= high.lowerBound else { throw Malformed() }
        return .range(low.lowerBound...high.lowerBound)
    }

    private mutating func classScalar() throws(Malformed) -> ScalarSet.Item {
        let scalar = try next()
        switch scalar {
        case "\\": return try escape()
        case "[", "]", "-": throw Malformed()
        default: return .range(scalar.value...scalar.value)
        }
    }

    /// What follows a backslash.
    private mutating func escape() throws(Malformed) -> ScalarSet.Item {
        let scalar = try next()
        switch scalar {
        case "p", "P": return .category(try category(), isNegated: scalar == "P")
        case "n": return .range(0xA...0xA)
        case "r": return .range(0xD...0xD)
        case "t": return .range(0x9...0x9)
        case "("..."+", "-", ".", "?", "["..."^", "{"..."}": return .range(scalar.value...scalar.value)
        // Not in the grammar, and without another meaning.
        case "$", "/": return .range(scalar.value...scalar.value)
        default: throw Malformed()
        }
    }

    private mutating func category() throws(Malformed) -> String {
        guard take("{") else { throw Malformed() }
        let start = index
        while let scalar = current, scalar != "}" { index += 1 }
        let name = String(String.UnicodeScalarView(scalars[start..<index]))
        guard take("}"), Unicode.GeneralCategory.shortNames.contains(name) else { throw Malformed() }
        return name
    }
}
