/// Splits a name of the document into words: at everything that is neither a letter nor a digit of ASCII, and where the
/// case changes as in `createdAt` and `HTTPServer`.
enum Words {
    /// The words in order, ASCII letters and digits only. A name without any gives the names of its symbols, or
    /// `empty`.
    static func split(_ name: String) -> [String] {
        let words = pieces(name).flatMap(splitAtCase)
        guard words.isEmpty else { return words }
        let symbols = name.unicodeScalars.map(symbolName)
        return symbols.isEmpty ? ["empty"] : Array(symbols.prefix(8))
    }

    /// Runs of ASCII letters and digits. A sign before a digit is a word: `-1` and `1` are different values.
    private static func pieces(_ name: String) -> [[Unicode.Scalar]] {
        var pieces: [[Unicode.Scalar]] = [[]]
        var previous: Unicode.Scalar?
        let scalars = Array(name.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            if isLetter(scalar) || isDigit(scalar) {
                pieces[pieces.count - 1].append(scalar)
            } else {
                if let sign = sign(scalar), previous == nil || previous == " ", index + 1 < scalars.count,
                    isDigit(scalars[index + 1])
                {
                    pieces.append(Array(sign.unicodeScalars))
                }
                pieces.append([])
            }
            previous = scalar
        }
        return pieces.filter { !$0.isEmpty }
    }

    private static func sign(_ scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "-": "minus"
        case "+": "plus"
        default: nil
        }
    }

    /// `createdAt` → created, At; `HTTPServer` → HTTP, Server; `sha256Sum` → sha256, Sum.
    private static func splitAtCase(_ piece: [Unicode.Scalar]) -> [String] {
        var words: [[Unicode.Scalar]] = []
        for (index, scalar) in piece.enumerated() {
            let next = index + 1 < piece.count ? piece[index + 1] : nil
            if index > 0, isUpper(scalar) {
                let startsWord =
                    !isUpper(piece[index - 1]) || (next.map(isLower) ?? false && !isPluralEnd(piece, index))
                if startsWord { words.append([]) }
            }
            if words.isEmpty { words.append([]) }
            words[words.count - 1].append(scalar)
        }
        return words.map { word in String(String.UnicodeScalarView(word)) }
    }

    /// Whether the upper-case letter at `index` is the last of an acronym with a plural s, as in `userIDs`.
    private static func isPluralEnd(_ piece: [Unicode.Scalar], _ index: Int) -> Bool {
        guard index + 1 < piece.count, piece[index + 1] == "s" else { return false }
        return index + 2 == piece.count || isUpper(piece[index + 2])
    }

    private static func symbolName(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "-": "minus"
        case "+": "plus"
        case "*": "star"
        case "/": "slash"
        case "\\": "backslash"
        case ".": "dot"
        case ",": "comma"
        case ":": "colon"
        case ";": "semicolon"
        case "<": "less"
        case ">": "greater"
        case "=": "equal"
        case "!": "not"
        case "?": "question"
        case "%": "percent"
        case "&": "and"
        case "|": "or"
        case "$": "dollar"
        case "@": "at"
        case "#": "hash"
        case "~": "tilde"
        case "^": "caret"
        case "_": "underscore"
        case "(", "[", "{": "open"
        case ")", "]", "}": "close"
        case "'", "\"", "`": "quote"
        case " ", "\t", "\n", "\r": "space"
        default: "u" + String(scalar.value, radix: 16, uppercase: true)
        }
    }

    static func isUpper(_ scalar: Unicode.Scalar) -> Bool { "A"..."Z" ~= scalar }
    static func isLower(_ scalar: Unicode.Scalar) -> Bool { "a"..."z" ~= scalar }
    static func isLetter(_ scalar: Unicode.Scalar) -> Bool { isUpper(scalar) || isLower(scalar) }
    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { "0"..."9" ~= scalar }
}
