extension String {
    /// The text for a terminal: control, format and bidirectional scalars become `<U+202E>`, so that no input can move
    /// the cursor, change colours, break the line or reorder what is read (CVE-2021-42574). What is behind the first
    /// 2,000 scalars becomes `…`: a name in a message can be as long as its document.
    var visible: String {
        let maximum = 2_000
        var text = String.UnicodeScalarView()
        for scalar in unicodeScalars.prefix(maximum) {
            if scalar.isHidden { text.append(contentsOf: scalar.codePoint.unicodeScalars) } else { text.append(scalar) }
        }
        if unicodeScalars.dropFirst(maximum).first != nil { text.append("…") }
        return String(text)
    }
}

extension Unicode.Scalar {
    /// Whether a terminal would obey the scalar instead of showing it.
    var isHidden: Bool {
        // Nearly all text is ASCII; looking a scalar's category up is slow.
        if isASCII { return value < 0x20 || value == 0x7F }
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: return true
        default: return false
        }
    }

    /// `<U+001B>`: at least four digits.
    var codePoint: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
    }

    /// How many terminal columns the visible scalar takes, after the Unicode Standard Annex 11's wide blocks; good enough
    /// to put a caret below it.
    var columns: Int {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return 0
        default: break
        }
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
            0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}
