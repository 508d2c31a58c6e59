import Foundation
import OpenRouter

/// Numbers as people read them, the same in every locale.
enum Numbers {
    /// `128,000`.
    static func count(_ value: Int) -> String {
        let digits = Array(String(value.magnitude))
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return (value < 0 ? "-" : "") + text
    }

    /// `1.2 MB`, in powers of a thousand.
    static func bytes(_ value: Int) -> String {
        guard value >= 1000 else { return "\(value) B" }
        var tenths = value / 100
        for unit in ["kB", "MB", "GB"] {
            if tenths < 10_000 || unit == "GB" { return "\(tenths / 10).\(tenths % 10) \(unit)" }
            tenths /= 1000
        }
        return "\(value) B"
    }

    /// US dollars with two to six decimals: `0.50`, `0.000012`.
    static func dollars(_ value: Double) -> String {
        let micros = (value * 1_000_000).rounded()
        guard let whole = Int64(exactly: micros) else { return "\(value)" }
        let digits = String(whole.magnitude)
        let filled = String(repeating: "0", count: max(0, 7 - digits.count)) + digits
        return (whole < 0 ? "-" : "") + twoDecimals("\(filled.dropLast(6)).\(filled.suffix(6))")
    }

    /// What a million tokens cost, of the price of one as the service writes it.
    static func perMillion(_ price: String) -> String {
        guard let value = decimal(price) else { return price }
        if value < 0 { return "varies" }
        if value == 0 { return "free" }
        return twoDecimals("\(value * 1_000_000)")
    }

    /// The exact value of a number that is written as JSON writes numbers.
    static func decimal(_ text: String) -> Decimal? {
        guard JSONNumber(text) != nil, let value = Decimal(string: text), !value.isNaN else { return nil }
        return value
    }

    /// Milliseconds as seconds: `1.25 s`.
    static func seconds(_ milliseconds: Double) -> String { "\(dollars(milliseconds / 1000)) s" }

    /// Two decimals at least, and no zeros behind them.
    private static func twoDecimals(_ text: String) -> String {
        var parts = text.split(separator: ".", maxSplits: 1).map(String.init)
        guard parts.count <= 2, !text.contains(where: { $0 == "e" || $0 == "E" }) else { return text }
        if parts.count == 1 { parts.append("") }
        while parts[1].count > 2, parts[1].last == "0" { parts[1].removeLast() }
        while parts[1].count < 2 { parts[1] += "0" }
        return parts.joined(separator: ".")
    }
}
