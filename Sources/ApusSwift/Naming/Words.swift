/// Splits a name of the document into words: at everything that is neither a letter nor a digit of ASCII, and where the
/// case changes as in `createdAt` and `HTTPServer`.
enum Words {
    /// The words in order, ASCII letters and digits only. A name without any gives the names of its symbols, or
    /// `empty`.
    static func split(_ name: String) -> [String] {
        let words = words(Array(name.utf8))
        guard words.isEmpty else { return words }
        let symbols = name.unicodeScalars.map(symbolName)
        return symbols.isEmpty ? ["empty"] : Array(symbols.prefix(8))
    }

    /// The words of runs of ASCII letters and digits. A sign before a digit is a word: `-1` and `1` are different values.
    ///
    /// One list for all of them: a thousand types have ten thousand names, and lists of lists took most of the time.
    private static func words(_ bytes: [UInt8]) -> [String] {
        var words: [String] = []
        var start = 0
        for (index, byte) in bytes.enumerated() where !isLetter(byte) && !isDigit(byte) {
            if start < index { splitAtCase(bytes[start..<index], into: &words) }
            start = index + 1
            if let sign = sign(byte), index == 0 || bytes[index - 1] == UInt8(ascii: " "), start < bytes.count,
                isDigit(bytes[start])
            {
                words.append(sign)
            }
        }
        if start < bytes.count { splitAtCase(bytes[start...], into: &words) }
        return words
    }

    private static func sign(_ byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "-"): "minus"
        case UInt8(ascii: "+"): "plus"
        default: nil
        }
    }

    /// `createdAt` → created, At; `HTTPServer` → HTTP, Server; `sha256Sum` → sha256, Sum.
    private static func splitAtCase(_ piece: ArraySlice<UInt8>, into words: inout [String]) {
        var start = piece.startIndex
        for index in piece.indices.dropFirst() where isUpper(piece[index]) {
            let isBeforeLower = index + 1 < piece.endIndex && isLower(piece[index + 1])
            guard !isUpper(piece[index - 1]) || isBeforeLower && !isPluralEnd(piece, index) else { continue }
            words.append(String(decoding: piece[start..<index], as: UTF8.self))
            start = index
        }
        words.append(String(decoding: piece[start...], as: UTF8.self))
    }

    /// Whether the upper-case letter at `index` is the last of an acronym with a plural s, as in `userIDs`.
    private static func isPluralEnd(_ piece: ArraySlice<UInt8>, _ index: Int) -> Bool {
        guard index + 1 < piece.endIndex, piece[index + 1] == UInt8(ascii: "s") else { return false }
        return index + 2 == piece.endIndex || isUpper(piece[index + 2])
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

    static func isUpper(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
    static func isLower(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
    static func isLetter(_ byte: UInt8) -> Bool { isUpper(byte) || isLower(byte) }
    static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
