/// A day without time and time zone (OpenAPI format `date`, RFC 3339 `full-date`).
public struct CalendarDate: Comparable {
    /// The year, 0…9999.
    public let year: Int
    /// The month, 1…12.
    public let month: Int
    /// The day, 1…31.
    public let day: Int

    /// A day of the Gregorian calendar; `nil` when there is none of these numbers.
    public init?(year: Int, month: Int, day: Int) {
        guard (0...9999).contains(year), CivilTime.isValid(year: year, month: month, day: day) else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The day of a text such as `2024-02-29`.
    public init?(_ text: String) {
        var scanner = DigitScanner(text)
        guard let (year, month, day) = scanner.date(), scanner.isAtEnd else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Whether the day is before the other.
    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

extension CalendarDate: JSONFormDefaults, JSONModel {
    /// Reads a string such as `"2024-02-29"`.
    public init(json: borrowing JSONReader) throws(JSONError) {
        guard let date = CalendarDate(try json.string()) else {
            throw json.invalidValue("expected a date such as 2024-02-29 (RFC 3339)")
        }
        self = date
    }

    /// Writes a string such as `"2024-02-29"`.
    public func write(to writer: inout JSONWriter) { writer.write(description) }

    /// Such as `2024-02-29`.
    public var description: String { DigitScanner.text(year: year, month: month, day: day) }

    /// Whether the days are the same.
    public static func == (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.year, left.month, left.day) == (right.year, right.month, right.day)
    }

    /// Hashes year, month and day.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(year)
        hasher.combine(month)
        hasher.combine(day)
    }
}

extension CalendarDate: JSONTextFormat {}
