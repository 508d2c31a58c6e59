/// The exact value of a JSON number: `0.digits × 10^exponent`, where the digits neither begin nor end with 0. Two
/// numbers are equal if and only if their parts are; zero has no digits, no sign and exponent 0.
struct DecimalParts: Hashable {
    private(set) var isNegative = false
    private(set) var digits: [UInt8] = []
    private(set) var exponent: Int64 = 0
    /// The exponent as written, when it has more than 17 digits; compared as written.
    private var hugeExponent: [UInt8] = []

    /// Takes the text of a number apart; its grammar has been checked.
    init(_ text: some Collection<UInt8>) {
        var rest = text[...]
        if rest.first == .minus {
            isNegative = true
            rest = rest.dropFirst()
        }
        let mantissa = rest.prefix { $0.isDigit || $0 == .dot }
        readExponent(rest.dropFirst(mantissa.count).dropFirst())
        readMantissa(mantissa)
    }

    private mutating func readMantissa(_ mantissa: some Collection<UInt8>) {
        let whole = mantissa.prefix { $0 != .dot }
        exponent += Int64(whole.count)
        digits.reserveCapacity(mantissa.count)
        for byte in mantissa where byte != .dot {
            if digits.isEmpty && byte == .zero { exponent -= 1 } else { digits.append(byte - .zero) }
        }
        while digits.last == 0 { digits.removeLast() }
        if digits.isEmpty { self = DecimalParts(zero: ()) }
    }

    private init(zero: Void) {}

    private mutating func readExponent(_ text: some Collection<UInt8>) {
        let isBelowOne = text.first == .minus
        let exponentDigits = text.drop { $0 == .minus || $0 == .plus }.drop { $0 == .zero }
        guard exponentDigits.count <= 17 else {
            hugeExponent = (isBelowOne ? [.minus] : []) + exponentDigits
            return
        }
        let magnitude = exponentDigits.reduce(Int64(0)) { $0 * 10 + Int64($1 - .zero) }
        exponent = isBelowOne ? -magnitude : magnitude
    }

    private var isHuge: Bool { hugeExponent.first.map { $0 != .minus } ?? false }

    /// Whether the value is whole.
    var isInteger: Bool { hugeExponent.isEmpty ? digits.count <= exponent || digits.isEmpty : isHuge }

    /// The value, when it is whole and `T` can hold it.
    func integer<T: FixedWidthInteger>(as type: T.Type) -> T? {
        guard isInteger, hugeExponent.isEmpty, exponent <= 39 else { return nil }
        var value: T = 0
        for position in 0..<Int(exponent) {
            let digit = T(truncatingIfNeeded: position < digits.count ? digits[position] : 0)
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) =
                isNegative
                ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
            if overflow || carry { return nil }
            value = sum
        }
        return value
    }
}
