/// The one encoder for values that stand as literals in Swift source.
///
/// The output is ASCII, on one line, and holds no interpolation: it works on Unicode scalars, because a quote that is
/// fused with a following scalar into one `Character` would be missed.
public enum SwiftLiteral {
    /// A string literal with its quotes.
    public static func string(_ text: String) -> String {
        if text.utf8.allSatisfy(isPlain) { return "\"" + text + "\"" }
        var literal = "\""
        for scalar in text.unicodeScalars { literal += escaped(scalar) }
        return literal + "\""
    }

    /// An array literal of strings.
    public static func strings(_ texts: [String]) -> String {
        "[" + texts.map(string).joined(separator: ", ") + "]"
    }

    /// The lines between the delimiters of a multi-line string literal that spells `text`. An empty line is an escape at the
    /// end of the line before: nothing but its indent would stand there.
    public static func multilineString(_ text: String) -> [String] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(multilinePart)
        return lines.dropFirst().reduce(into: [lines[0]]) { lines, line in
            if line.isEmpty { lines[lines.count - 1] += "\\n" } else { lines.append(line) }
        }
    }

    private static func multilinePart(_ line: Substring) -> String {
        var literal = ""
        var previous: Unicode.Scalar?
        for scalar in line.unicodeScalars {
            // A quote needs an escape only where it could complete the closing delimiter.
            let stays = scalar == "\"" && previous != "\""
            literal += stays ? "\"" : escaped(scalar)
            previous = scalar
        }
        return literal
    }

    /// Whether a byte is a character that stands for itself.
    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x20...0x7E).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"": "\\\""
        case "\\": "\\\\"
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        case " "..."~": String(scalar)
        default: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        }
    }
}
