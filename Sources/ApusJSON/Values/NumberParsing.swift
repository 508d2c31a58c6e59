/// From the text of a number to Swift's numbers. The grammar has been checked.
enum NumberParsing {
    /// The value, when it is whole and fits.
    static func integer<T: FixedWidthInteger>(_ text: UnsafeBufferPointer<UInt8>) -> T? {
        // Eighteen digits always fit an Int64.
        if let value = shortInteger(text) { return T(exactly: value) }
        return DecimalParts(text).integer(as: T.self)
    }

    /// The value of an optional minus and at most eighteen digits; nil for all other numbers.
    @inline(__always)
    static func shortInteger(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
        guard text.count <= 18, let base = text.baseAddress else { return nil }
        let isNegative = base[0] == .minus
        var value: Int64 = 0
        var index = isNegative ? 1 : 0
        while index < text.count {
            let digit = base[index] &- .zero
            if digit > 9 { return nil }
            value = value &* 10 &+ Int64(digit)
            index &+= 1
        }
        return isNegative ? -value : value
    }

    /// The nearest double; nil beyond the largest one.
    static func double(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
        if let value = shortDouble(text) { return value }
        guard let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite else { return nil }
        return value
    }

    /// Powers of ten that a double holds exactly.
    private static let powers: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ]

    /// The value of a number without exponent whose digits make a whole number below 2^53: that and the power of ten
    /// are exact, so one division rounds correctly (W. D. Clinger, "How to Read Floating Point Numbers Accurately").
    @inline(__always)
    private static func shortDouble(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
        guard text.count <= 18, let base = text.baseAddress else { return nil }
        let isNegative = base[0] == .minus
        var digits: UInt64 = 0
        var pointIndex = text.count - 1
        var index = isNegative ? 1 : 0
        while index < text.count {
            let digit = base[index] &- .zero
            if digit <= 9 {
                digits = digits &* 10 &+ UInt64(digit)
            } else if base[index] == .dot {
                pointIndex = index
            } else {
                return nil
            }
            index &+= 1
        }
        guard digits <= 1 << 53 else { return nil }
        let value = Double(digits) / powers[text.count - 1 - pointIndex]
        return isNegative ? -value : value
    }
}
