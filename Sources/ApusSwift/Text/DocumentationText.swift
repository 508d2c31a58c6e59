public import ApusIR

/// The one encoder for words that stand in documentation comments.
///
/// Every line break that any reader of Swift source honours splits a line, and what does not print is made visible, so
/// that no text can leave its comment or hide in it.
public enum DocumentationText {
    /// The column up to which running text is wrapped; long words and code lines stay whole.
    static let width = 100

    /// The lines of a comment, without `///`; empty when there is nothing to say.
    public static func lines(_ documentation: Documentation) -> [String] {
        var lines = paragraph(documentation.summary)
        let description = paragraph(documentation.description)
        if !lines.isEmpty, !description.isEmpty, description != lines { lines.append("") }
        if description != lines { lines += description }
        return lines
    }

    /// The lines of one text.
    public static func paragraph(_ text: String?) -> [String] {
        guard let text else { return [] }
        var lines = splitLines(text).flatMap(wrap)
        while lines.last?.isEmpty == true { lines.removeLast() }
        while lines.first?.isEmpty == true { lines.removeFirst() }
        return lines
    }

    /// The first paragraph as a single line, for places with room for no more.
    public static func firstLine(_ text: String?) -> String? {
        guard let text else { return nil }
        let lines = splitLines(text).drop { $0.isEmpty }.prefix { !$0.isEmpty }
        return lines.isEmpty ? nil : lines.joined(separator: " ")
    }

    /// What the API takes where nothing is given, behind other lines; empty for null and for long values.
    static func note(ofDefault value: Literal?) -> [String] {
        guard let value, value != .null else { return [] }
        let text = code(JSONText.compact(value))
        return text.utf8.count <= 100 ? ["", "Default: `\(text)`."] : []
    }

    /// Text of the document between backticks of a comment.
    static func code(_ text: String) -> String {
        paragraph(text).joined(separator: " ").filter { $0 != "`" }
    }

    private static func splitLines(_ text: String) -> [String] {
        // Most text is plain: it need not be looked at scalar by scalar, which showed in profiles of whole runs.
        var isOneLine = true
        let isPlain = text.utf8.allSatisfy { byte in
            if byte == UInt8(ascii: "\n") { isOneLine = false }
            return byte == UInt8(ascii: "\n") || (0x20...0x7E).contains(byte)
        }
        if isPlain, isOneLine { return [trimmingEnd(text)] }
        if isPlain {
            let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            return lines.map { trimmingEnd(String(Substring($0))) }
        }
        var lines = [""]
        var previousWasReturn = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where previousWasReturn: break
            case "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": lines.append("")
            case "\t": lines[lines.count - 1] += "    "
            // Without a look into the tables of Unicode, which are for the few others.
            case " "..."~": lines[lines.count - 1].unicodeScalars.append(scalar)
            default: lines[lines.count - 1] += visible(scalar)
            }
            previousWasReturn = scalar == "\r"
        }
        return lines.map(trimmingEnd)
    }

    /// The scalar itself when it prints; its code point in angle brackets otherwise.
    private static func visible(_ scalar: Unicode.Scalar) -> String {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
            let code = String(scalar.value, radix: 16, uppercase: true)
            return "<U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code + ">"
        default: return String(scalar)
        }
    }

    private static func trimmingEnd(_ line: String) -> String {
        guard line.utf8.last == space, let end = line.utf8.lastIndex(where: { $0 != space }) else {
            return line.utf8.last == space ? "" : line
        }
        return String(line[...end])
    }

    private static let space = UInt8(ascii: " ")

    /// Breaks a long line at spaces; code, tables and headings keep their layout.
    ///
    /// Goes by bytes: there are tens of thousands of lines, and their characters cost much more to find.
    private static func wrap(_ line: String) -> [String] {
        guard line.utf8.count > width, columns(line.utf8) > width, !line.hasPrefix("    "), !line.hasPrefix("|"),
            !line.hasPrefix("#")
        else { return [line] }
        let indent = continuationIndent(line)
        var lines: [String] = []
        var current = ""
        var column = 0
        for bytes in line.utf8.split(separator: space) {
            let word = Substring(bytes)
            let count = columns(bytes)
            if current.isEmpty {
                (current, column) = (String(word), count)
            } else if column + 1 + count <= width {
                current += " "
                current += word
                column += 1 + count
            } else {
                lines.append(current)
                (current, column) = (indent + word, indent.utf8.count + count)
            }
        }
        return lines + [current]
    }

    /// How many scalars the bytes are.
    private static func columns(_ bytes: some Sequence<UInt8>) -> Int {
        bytes.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    }

    /// A list item goes on below its text.
    private static func continuationIndent(_ line: String) -> String {
        line.hasPrefix("- ") || line.hasPrefix("* ") ? "  " : ""
    }
}
