/// A tree as YAML text that ``YAMLReader`` reads back as the same tree, places aside: in block style, two spaces a level, lists of
/// a few words on one line. The same tree gives the same bytes.
///
/// Scalars that are no texts are written as they were read. Texts are written by ``YAMLText`` alone.
public struct YAMLWriter: Sendable {
    /// Lists of scalars up to this column stay on one line.
    private static let width = 120
    private var text = ""

    /// The text of a tree, ended by a line feed.
    public static func write(_ node: YAMLNode) -> String {
        var writer = YAMLWriter()
        switch node.content {
        case .mapping(let mapping) where !mapping.pairs.isEmpty: writer.pairs(mapping.pairs, indent: 0)
        case .sequence(let items) where !items.isEmpty: writer.items(items, indent: 0)
        default: writer.text = inline(node) + "\n"
        }
        return writer.text
    }

    private mutating func pairs(_ pairs: [YAMLMapping.Pair], indent: Int, isFirstIndented: Bool = false) {
        for (index, pair) in pairs.enumerated() {
            if index > 0 || !isFirstIndented { space(indent) }
            text += YAMLText.encode(pair.key) + ":"
            value(pair.value, indent: indent, used: indent + pair.key.utf8.count)
        }
    }

    private mutating func items(_ items: [YAMLNode], indent: Int) {
        for item in items {
            space(indent)
            text += "-"
            if case .mapping(let mapping) = item.content, !mapping.pairs.isEmpty {
                text += " "
                pairs(mapping.pairs, indent: indent + 2, isFirstIndented: true)
            } else {
                value(item, indent: indent, used: indent)
            }
        }
    }

    /// What stands behind a colon or a dash, with the line's end.
    private mutating func value(_ node: YAMLNode, indent: Int, used: Int) {
        switch node.content {
        case .mapping(let mapping) where !mapping.pairs.isEmpty:
            text += "\n"
            pairs(mapping.pairs, indent: indent + 2)
        case .sequence(let list) where !list.isEmpty:
            if let line = Self.line(list), used + line.utf8.count + 2 <= Self.width {
                text += " \(line)\n"
            } else {
                text += "\n"
                items(list, indent: indent + 2)
            }
        default: text += " \(Self.inline(node))\n"
        }
    }

    /// A list of scalars on one line; `nil` for any other.
    private static func line(_ list: [YAMLNode]) -> String? {
        guard list.allSatisfy({ $0.scalar != nil }) else { return nil }
        return "[" + list.map(inline).joined(separator: ", ") + "]"
    }

    /// A scalar, or an empty list or mapping.
    private static func inline(_ node: YAMLNode) -> String {
        switch node.content {
        case .mapping: return "{}"
        case .sequence: return "[]"
        case .scalar(let scalar):
            switch scalar.kind {
            case .string: return YAMLText.encode(scalar.text)
            case .null: return "null"
            case .boolean(let value): return value ? "true" : "false"
            case .integer, .float: return scalar.text
            }
        }
    }

    private mutating func space(_ count: Int) { text += String(repeating: " ", count: count) }
}

/// The one encoder of texts: plain where nothing can be misread, on a line of single quotes where all is printable ASCII or
/// common letters, else in double quotes with escapes.
enum YAMLText {
    static func encode(_ text: String) -> String {
        if isPlain(text) { return text }
        if text.unicodeScalars.allSatisfy(isPrintable) { return "'" + text.replacing("'", with: "''") + "'" }
        return "\"" + text.unicodeScalars.reduce(into: "") { $0 += escaped($1) } + "\""
    }

    /// Narrower than YAML's own rule: letters, digits and a few marks, and no word that stands for something else, in YAML 1.1
    /// neither.
    private static func isPlain(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard let first = bytes.first, let last = bytes.last,
            isLetter(first) || [UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "$")].contains(first),
            last != UInt8(ascii: " "), last != UInt8(ascii: ":")
        else { return false }
        guard !words.contains(text.lowercased()) else { return false }
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: ":"):
                // Behind a colon a space or a mark of flow style would begin a value.
                guard index + 1 < bytes.count,
                    isLetter(bytes[index + 1]) || isDigit(bytes[index + 1]) || bytes[index + 1] == UInt8(ascii: "/")
                else { return false }
            case UInt8(ascii: " "), UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "$"), UInt8(ascii: "+"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ";"):
                continue
            default: guard isLetter(byte) || isDigit(byte) else { return false }
            }
        }
        return true
    }

    /// What YAML 1.1 or 1.2 reads as something else than text.
    private static let words: Set<String> = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    /// What may stand between single quotes on one line: no control characters, line breaks, marks of direction, surrogates.
    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0xA1...0xAC, 0xAE...0x2FF, 0x370...0x5FF, 0x1E00...0x1FFF, 0x2010...0x2027, 0x2030...0x205E,
            0x20A0...0x20CF, 0x2100...0x2BFF, 0x3001...0xD7FF:
            true
        default: false
        }
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"": return "\\\""
        case "\\": return "\\\\"
        case "\n": return "\\n"
        case "\r": return "\\r"
        case "\t": return "\\t"
        default:
            guard !isPrintable(scalar) else { return String(scalar) }
            let digits = String(scalar.value, radix: 16, uppercase: true)
            let width = scalar.value <= 0xFF ? 2 : scalar.value <= 0xFFFF ? 4 : 8
            let letter = width == 2 ? "x" : width == 4 ? "u" : "U"
            return "\\" + letter + String(repeating: "0", count: width - digits.count) + digits
        }
    }
}
