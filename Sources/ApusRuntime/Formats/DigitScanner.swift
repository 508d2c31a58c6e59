/// Reads fixed numbers of digits and single bytes, for dates.
struct DigitScanner {
    private var rest: Substring.UTF8View.SubSequence

    init(_ text: String) { rest = text[...].utf8 }

    var isAtEnd: Bool { rest.isEmpty }

    /// Exactly so many digits.
    mutating func number(_ digits: Int) -> Int? {
        var value = 0
        for _ in 0..<digits {
            guard let digit = digit() else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    /// One digit.
    mutating func digit() -> Int? {
        guard let byte = rest.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        rest = rest.dropFirst()
        return Int(byte - UInt8(ascii: "0"))
    }

    /// One of these bytes.
    mutating func take(_ accepted: String) -> UInt8? {
        guard let byte = rest.first, accepted.utf8.contains(byte) else { return nil }
        rest = rest.dropFirst()
        return byte
    }

    /// `yyyy-mm-dd`; the numbers are not checked.
    mutating func date() -> (year: Int, month: Int, day: Int)? {
        guard let year = number(4), take("-") != nil, let month = number(2), take("-") != nil, let day = number(2)
        else { return nil }
        return (year, month, day)
    }

    /// `yyyy-mm-dd`.
    static func text(year: Int, month: Int, day: Int) -> String {
        "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    /// The number with leading zeros.
    static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
