/// Seconds since 1970-01-01 00:00:00 UTC.
typealias UnixSeconds = Int

/// Reads HTTP dates in their three forms (RFC 9110 section 5.6.7), in any letter case.
struct HTTPDate {
    /// The date; `nil` for anything that is not one of the forms.
    /// - Parameter now: decides the century of two-digit years: never more than 50 years ahead.
    static func parse(_ text: String, now: UnixSeconds) -> UnixSeconds? {
        let bytes = Array(text.lowercased().utf8)
        guard bytes.count <= 40 else { return nil }
        var scanner = HTTPDate(bytes: bytes)
        if let date = scanner.imfFixdate() { return date }
        scanner = HTTPDate(bytes: bytes)
        if let date = scanner.rfc850(now: now) { return date }
        scanner = HTTPDate(bytes: bytes)
        return scanner.asctime()
    }

    private let bytes: [UInt8]
    private var index = 0

    private init(bytes: [UInt8]) { self.bytes = bytes }

    /// `Sun, 06 Nov 1994 08:49:37 GMT`.
    private mutating func imfFixdate() -> UnixSeconds? {
        guard word(Self.shortDays) != nil, literal(", "), let day = number(2), literal(" "),
            let month = word(Self.months), literal(" "), let year = number(4), literal(" "), let time = time(),
            literal(" gmt"), index == bytes.count
        else { return nil }
        return Self.seconds(year, month + 1, day, time)
    }

    /// `Sunday, 06-Nov-94 08:49:37 GMT`.
    private mutating func rfc850(now: UnixSeconds) -> UnixSeconds? {
        guard word(Self.longDays) != nil, literal(", "), let day = number(2), literal("-"),
            let month = word(Self.months), literal("-"), let short = number(2), literal(" "), let time = time(),
            literal(" gmt"), index == bytes.count
        else { return nil }
        let thisYear = CivilTime.date(ofDay: now / 86_400).year
        var year = thisYear - thisYear % 100 + short
        if year > thisYear + 50 { year -= 100 }
        if year <= thisYear - 50 { year += 100 }
        return Self.seconds(year, month + 1, day, time)
    }

    /// `Sun Nov  6 08:49:37 1994`.
    private mutating func asctime() -> UnixSeconds? {
        guard word(Self.shortDays) != nil, literal(" "), let month = word(Self.months), literal(" "),
            let day = literal(" ") ? number(1) : number(2), literal(" "), let time = time(), literal(" "),
            let year = number(4), index == bytes.count
        else { return nil }
        return Self.seconds(year, month + 1, day, time)
    }

    private mutating func time() -> Int? {
        guard let hour = number(2), literal(":"), let minute = number(2), literal(":"), let second = number(2),
            hour < 24, minute < 60, second < 60
        else { return nil }
        return hour * 3600 + minute * 60 + second
    }

    private mutating func number(_ digits: Int) -> Int? {
        guard index + digits <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[index..<index + digits] {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        index += digits
        return value
    }

    private mutating func literal(_ text: String) -> Bool {
        guard bytes[index...].starts(with: text.utf8) else { return false }
        index += text.utf8.count
        return true
    }

    private mutating func word(_ words: [String]) -> Int? {
        words.firstIndex { literal($0) }
    }

    private static func seconds(_ year: Int, _ month: Int, _ day: Int, _ time: Int) -> UnixSeconds? {
        guard CivilTime.isValid(year: year, month: month, day: day) else { return nil }
        return CivilTime.day(year: year, month: month, day: day) * 86_400 + time
    }

    private static let shortDays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    private static let longDays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
}
