/// Text for a terminal. What the service or a model says may hold scalars that a terminal obeys instead of showing: they would move
/// the cursor, change colours or the window's title, or reorder what is read. Here they become `<U+001B>`.
enum TerminalText {
    /// One line: a cell of a table, a message.
    static func line(_ text: String) -> String { encode(text) { _ in false } }

    /// Text of several lines: line feeds and tabs stay, and a carriage return before a line feed is left out.
    static func lines(_ text: String) -> String {
        encode(text.replacing("\r\n", with: "\n")) { $0 == "\n" || $0 == "\t" }
    }

    /// JSON stays the same JSON: outside of ASCII such scalars are in its strings alone, and are written as escapes there.
    static func json(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isObeyed) else { return text }
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            // Of ASCII, line breaks and tabs may stand between members; DEL is in a string if anywhere.
            if isObeyed(scalar), scalar.value >= 0x7F {
                for unit in String(scalar).utf16 { shown.append(contentsOf: "\\u\(hexadecimal(unit))".unicodeScalars) }
            } else {
                shown.append(scalar)
            }
        }
        return String(shown)
    }

    /// How many columns a line takes, by the wide blocks of Unicode Standard Annex 11: good enough for tables.
    static func columns(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + columns($1) } }

    /// The line's beginning that fits into so many columns, with `…` for what is left out.
    static func cut(_ text: String, to width: Int) -> String {
        guard columns(text) > width else { return text }
        guard width > 0 else { return "" }
        var shown = String.UnicodeScalarView()
        var room = width - 1
        for scalar in text.unicodeScalars {
            room -= columns(scalar)
            guard room >= 0 else { break }
            shown.append(scalar)
        }
        return String(shown) + "…"
    }

    private static func encode(_ text: String, keeping: (Unicode.Scalar) -> Bool) -> String {
        guard text.unicodeScalars.contains(where: { isObeyed($0) && !keeping($0) }) else { return text }
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if isObeyed(scalar), !keeping(scalar) {
                shown.append(contentsOf: "<U+\(hexadecimal(scalar.value))>".unicodeScalars)
            } else {
                shown.append(scalar)
            }
        }
        return String(shown)
    }

    private static func hexadecimal(_ value: some BinaryInteger) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// Whether a terminal obeys the scalar. The joiners (U+200C, U+200D) are part of words and of emoji.
    private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: return true
        case .format: return scalar.value != 0x200C && scalar.value != 0x200D
        default: return false
        }
    }

    private static func columns(_ scalar: Unicode.Scalar) -> Int {
        if scalar.isASCII { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF,
            0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}

extension String {
    /// The text in so many columns, spaces behind it.
    func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - TerminalText.columns(self)))
    }

    /// The text in so many columns, spaces before it.
    func indented(to width: Int) -> String {
        String(repeating: " ", count: max(0, width - TerminalText.columns(self))) + self
    }
}
