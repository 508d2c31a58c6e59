/// Strings and numbers (RFC 9535, sections 2.3.1.1 and 2.3.5.1).
extension QueryParser {
    func isDigit(_ scalar: Unicode.Scalar?) -> Bool { scalar.map { "0"..."9" ~= $0 } ?? false }

    /// An integer that an I-JSON number can hold, without leading zeros and not `-0`.
    mutating func integer() throws(JSONPathError) -> Int {
        let start = index
        let digits = try integerDigits()
        guard digits != "-0" else { throw failure("`-0` is no index", at: start) }
        guard let value = Int(digits), value.magnitude < 1 << 53 else {
            throw failure("`\(digits)` is too large", at: start)
        }
        return value
    }

    private mutating func integerDigits() throws(JSONPathError) -> String {
        let start = index
        _ = take("-")
        let first = index
        while isDigit(current) { index += 1 }
        guard index > first else { throw failure("a digit is missing") }
        guard scalars[first] != "0" || index == first + 1 else {
            throw failure("a number has no leading zeros", at: first)
        }
        return text(from: start)
    }

    mutating func number() throws(JSONPathError) -> Value {
        let start = index
        _ = try integerDigits()
        if take(".") { try digits() }
        if current == "e" || current == "E" {
            index += 1
            if current == "+" || current == "-" { index += 1 }
            try digits()
        }
        return .number(Number(text(from: start)))
    }

    private mutating func digits() throws(JSONPathError) {
        guard isDigit(current) else { throw failure("a digit is missing") }
        while isDigit(current) { index += 1 }
    }

    func text(from start: Int) -> String { String(String.UnicodeScalarView(scalars[start..<index])) }

    /// A string in single or double quotes.
    mutating func string() throws(JSONPathError) -> String {
        guard let quote = current else { throw unexpected() }
        index += 1
        var result = String.UnicodeScalarView()
        while let scalar = current {
            guard scalar.value >= 0x20 else { throw failure("a control character must be escaped") }
            index += 1
            if scalar == quote { return String(result) }
            result.append(scalar == "\\" ? try escaped(quote) : scalar)
        }
        throw failure("the closing quote is missing")
    }

    private mutating func escaped(_ quote: Unicode.Scalar) throws(JSONPathError) -> Unicode.Scalar {
        guard let scalar = current else { throw unexpected() }
        index += 1
        switch scalar {
        case "b": return "\u{8}"
        case "f": return "\u{C}"
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "/", "\\", quote: return scalar
        case "u": return try codePoint()
        default: throw failure("`\\\(scalar)` is no escape", at: index - 2)
        }
    }

    private mutating func codePoint() throws(JSONPathError) -> Unicode.Scalar {
        let start = index - 2
        let first = try fourDigits()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, take("\\"), take("u") else { throw failure("half of a surrogate pair", at: start) }
        let second = try fourDigits()
        guard 0xDC00...0xDFFF ~= second,
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw failure("half of a surrogate pair", at: start) }
        return scalar
    }

    private mutating func fourDigits() throws(JSONPathError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let scalar = current, scalar.isASCII, let digit = Character(scalar).hexDigitValue else {
                throw failure("`\\u` needs four hexadecimal digits")
            }
            value = value << 4 | UInt32(digit)
            index += 1
        }
        return value
    }
}
