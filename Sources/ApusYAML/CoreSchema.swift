/// The type of a plain scalar by the core schema's table (YAML 1.2.2, 10.3.2).
enum CoreSchema {
    static func kind(of text: UnsafeBufferPointer<UInt8>) -> YAMLScalar.Kind {
        // The first byte decides for nearly all text of an API document.
        guard let first = text.first else { return .null }
        switch first {
        case UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "~"): return isNull(text) ? .null : .string
        case UInt8(ascii: "t"), UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"):
            return boolean(text).map { .boolean($0) } ?? .string
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
            return isInteger(text) ? .integer : isFloat(text) ? .float : .string
        default: return .string
        }
    }

    static func isNull(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        text.isEmpty || equals(text, "null") || equals(text, "~") || equals(text, "Null") || equals(text, "NULL")
    }

    static func boolean(_ text: UnsafeBufferPointer<UInt8>) -> Bool? {
        if equals(text, "true") || equals(text, "True") || equals(text, "TRUE") { return true }
        if equals(text, "false") || equals(text, "False") || equals(text, "FALSE") { return false }
        return nil
    }

    /// `[-+]?[0-9]+`, `0o[0-7]+`, `0x[0-9a-fA-F]+`.
    static func isInteger(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        if text.count > 2, text[0] == UInt8(ascii: "0"), text[1] == UInt8(ascii: "o") {
            return text[2...].allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "7") ~= $0 }
        }
        if text.count > 2, text[0] == UInt8(ascii: "0"), text[1] == UInt8(ascii: "x") {
            return text[2...].allSatisfy { isDigit($0) || UInt8(ascii: "a")...UInt8(ascii: "f") ~= $0 | 0x20 }
        }
        let digits = signEnd(text)
        return digits < text.count && digitsEnd(text, digits) == text.count
    }

    /// `[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`, `[-+]?\.(inf|Inf|INF)`, `\.(nan|NaN|NAN)`.
    static func isFloat(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = signEnd(text)
        let unsigned = UnsafeBufferPointer(rebasing: text[start...])
        if equals(unsigned, ".inf") || equals(unsigned, ".Inf") || equals(unsigned, ".INF") { return true }
        if equals(text, ".nan") || equals(text, ".NaN") || equals(text, ".NAN") { return true }
        var index = digitsEnd(text, start)
        var digits = index - start
        if index < text.count, text[index] == UInt8(ascii: ".") {
            let end = digitsEnd(text, index + 1)
            // A leading dot needs a digit behind it.
            digits += end - index - 1
            index = end
        }
        guard digits > 0 else { return false }
        return index == text.count || isExponent(text, from: index)
    }

    private static func isExponent(_ text: UnsafeBufferPointer<UInt8>, from index: Int) -> Bool {
        guard text[index] | 0x20 == UInt8(ascii: "e") else { return false }
        var digits = index + 1
        if digits < text.count, isSign(text[digits]) { digits += 1 }
        return digits < text.count && digitsEnd(text, digits) == text.count
    }

    private static func isSign(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") }

    private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

    private static func signEnd(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        text.first.map(isSign) ?? false ? 1 : 0
    }

    private static func digitsEnd(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var index = start
        while index < text.count, isDigit(text[index]) { index += 1 }
        return index
    }

    private static func equals(_ text: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
        text.count == word.utf8CodeUnitCount
            && text.elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }
}
