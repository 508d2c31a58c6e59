/// The one encoder for values that stand as literals in Swift source.
///
/// The output is ASCII, on one line, and holds no interpolation: it works on Unicode scalars, because a quote that is
/// fused with a following scalar into one `Character` would be missed.
public enum SwiftLiteral {
    /// A string literal with its quotes.
    public static func string(_ text: String) -> String {
        var literal = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": literal += "\\\""
            case "\\": literal += "\\\\"
            case "\n": literal += "\\n"
            case "\r": literal += "\\r"
            case "\t": literal += "\\t"
            case " "..."~": literal.unicodeScalars.append(scalar)
            default: literal += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            }
        }
        return literal + "\""
    }

    /// An array literal of strings.
    public static func strings(_ texts: [String]) -> String {
        "[" + texts.map(string).joined(separator: ", ") + "]"
    }

    /// The lines between the quotes of a multi-line string literal that spells `text`.
    public static func multilineString(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let quoted = string(String(line))
            // Inside """ a lone quote needs no escape; it is kept, which is legal too and keeps one encoder.
            return String(quoted.dropFirst().dropLast())
        }
    }
}
