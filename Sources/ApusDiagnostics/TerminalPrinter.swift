/// Prints diagnostics for people, in the form that compilers use and editors find places in.
///
/// ```
/// openapi.yaml:3:5: error: `nmae` is not a key of an info object [unknown-key]
///     nmae: Example
///     ^~~~
///  at: /info/nmae
/// hint: Did you mean `name`?
/// ```
/// Whatever text is shown, nothing of it reaches the terminal as a command: control and bidirectional scalars are
/// spelled out, such as `<U+202E>`.
public struct TerminalPrinter: Sendable {
    private let colors: Bool

    /// A printer.
    /// - Parameter colors: whether to use ANSI colours; right only where the output is a terminal.
    public init(colors: Bool = false) { self.colors = colors }

    /// The diagnostics in their order, an empty line between two; ends with a line break unless it is empty.
    public func print(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map { lines($0).map { $0 + "\n" }.joined() }.joined(separator: "\n")
    }

    /// How many of each severity there are, such as "2 errors, 1 warning"; "no errors" when there is nothing to count.
    public static func summary(_ diagnostics: [Diagnostic]) -> String {
        let counts = Diagnostic.Severity.allCases.compactMap { severity -> String? in
            let count = diagnostics.count { $0.severity == severity }
            return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
        }
        return counts.isEmpty ? "no errors" : counts.joined(separator: ", ")
    }

    private func lines(_ diagnostic: Diagnostic) -> [String] {
        let code = diagnostic.code.isEmpty ? "" : " [\(diagnostic.code.visible)]"
        var lines = headed(diagnostic.severity, diagnostic.message.visible + code, diagnostic.location)
        if let pointer = diagnostic.pointer, !pointer.tokens.isEmpty {
            lines.append(" at: " + pointer.description.visible)
        }
        if let hint = diagnostic.hint { lines.append(painted("hint:", .bold) + " " + hint.visible) }
        return lines + diagnostic.notes.flatMap { headed(.note, $0.message.visible, $0.location) }
    }

    private func headed(_ severity: Diagnostic.Severity, _ text: String, _ location: SourceRange?) -> [String] {
        let place = location.map { painted("\($0.description.visible):", .bold) + " " } ?? ""
        let head = place + painted("\(severity.rawValue):", Style(severity)) + " " + text
        guard let location, let excerpt = SourceExcerpt(location) else { return [head] }
        return [head, excerpt.source, paintedCarets(excerpt.carets)]
    }

    private func paintedCarets(_ carets: String) -> String {
        guard let start = carets.firstIndex(of: "^") else { return carets }
        return carets[..<start] + painted(String(carets[start...]), .carets)
    }

    /// ANSI "select graphic rendition" parameters (ECMA-48, 8.3.117).
    private enum Style: String {
        case bold = "1"
        case error = "1;31"
        case warning = "1;33"
        case note = "1;36"
        case carets = "1;32"

        init(_ severity: Diagnostic.Severity) {
            switch severity {
            case .error: self = .error
            case .warning: self = .warning
            case .note: self = .note
            }
        }
    }

    private func painted(_ text: String, _ style: Style) -> String {
        colors ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }
}
