import ApusDiagnostics

/// Thrown inside this room where reading cannot go on; the door returns its diagnostic.
struct Unreadable: Error {
    let diagnostic: Diagnostic
    /// Whether the text breaks the grammar, as opposed to a rule or a budget of ours.
    var isSyntax = false
}

extension SourceFile {
    /// The range of one scalar at a position.
    func range(at position: SourcePosition) -> SourceRange {
        SourceRange(file: self, start: position, end: SourcePosition(line: position.line, column: position.column + 1))
    }

    /// The range of one scalar at a byte offset.
    func range(atOffset offset: Int) -> SourceRange { range(at: position(atOffset: offset)) }

    /// The Unicode scalar at a position; `nil` at the end of a line.
    func scalar(at position: SourcePosition) -> Unicode.Scalar? {
        line(position.line).unicodeScalars.dropFirst(position.column - 1).first
    }
}

extension Unicode.Scalar {
    /// `U+0007`, for scalars that a terminal does not show.
    var codePoint: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }

    /// How a message shows the scalar: itself in backticks when it is visible, else its code point.
    var shown: String {
        switch value {
        case 0x09: "a tab"
        case 0x60: "a backtick"
        case 0x21...0x7E: "`\(self)`"
        default: "`\(codePoint)`"
        }
    }
}
