/// A moment as RFC 3339 writes it: seconds since 1970-01-01 UTC, and nanoseconds.
struct InternetTime: Equatable {
    var seconds: Int
    var nanoseconds: Int

    init(seconds: Int, nanoseconds: Int) {
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }

    /// Reads `2024-02-29T12:30:00.5+02:00`. `T` and `Z` in either case, or a space for `T` (RFC 3339 section 5.6);
    /// a leap second is the second after it; digits beyond nanoseconds are dropped.
    init?(_ text: String) {
        var scanner = DigitScanner(text)
        guard let (year, month, day) = scanner.date(), CivilTime.isValid(year: year, month: month, day: day),
            scanner.take("Tt ") != nil, let time = Self.time(&scanner), let fraction = Self.fraction(&scanner),
            let offset = Self.offset(&scanner), scanner.isAtEnd
        else { return nil }
        seconds = CivilTime.day(year: year, month: month, day: day) * 86_400 + time - offset
        nanoseconds = fraction
    }

    private static func time(_ scanner: inout DigitScanner) -> Int? {
        guard let hour = scanner.number(2), scanner.take(":") != nil, let minute = scanner.number(2),
            scanner.take(":") != nil, let second = scanner.number(2), hour < 24, minute < 60, second <= 60
        else { return nil }
        return hour * 3600 + minute * 60 + second
    }

    private static func fraction(_ scanner: inout DigitScanner) -> Int? {
        guard scanner.take(".") != nil else { return 0 }
        guard let first = scanner.digit() else { return nil }
        var nanoseconds = first * 100_000_000
        var unit = 10_000_000
        while let digit = scanner.digit() {
            nanoseconds += digit * unit
            unit /= 10
        }
        return nanoseconds
    }

    private static func offset(_ scanner: inout DigitScanner) -> Int? {
        if scanner.take("Zz") != nil { return 0 }
        guard let sign = scanner.take("+-"), let hour = scanner.number(2), scanner.take(":") != nil,
            let minute = scanner.number(2), hour < 24, minute < 60
        else { return nil }
        return (hour * 3600 + minute * 60) * (sign == UInt8(ascii: "-") ? -1 : 1)
    }

    /// In UTC, with a fraction only when there is one; `nil` outside of the years 0 to 9999, which RFC 3339 cannot
    /// write.
    var text: String? {
        let dayNumber = CivilTime.floorDivide(seconds, 86_400)
        let (year, month, day) = CivilTime.date(ofDay: dayNumber)
        guard (0...9999).contains(year) else { return nil }
        let second = seconds - dayNumber * 86_400
        let clock = [second / 3600, second / 60 % 60, second % 60].map { DigitScanner.padded($0, 2) }
        return "\(DigitScanner.text(year: year, month: month, day: day))T\(clock.joined(separator: ":"))\(fraction)Z"
    }

    private var fraction: String {
        guard nanoseconds > 0 else { return "" }
        var digits = DigitScanner.padded(nanoseconds, 9)[...]
        while digits.hasSuffix("0") { digits = digits.dropLast() }
        return ".\(digits)"
    }
}
