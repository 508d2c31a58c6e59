import Foundation
import Testing

@testable import ApusRuntime

@Suite("Formats")
struct FormatTests {
    /// Reads a JSON text and writes it again; `nil` when it is refused.
    static func roundTrip<T: JSONCodable>(_ type: T.Type, _ json: String) -> String? {
        guard let value = try? T(jsonBytes: Array(json.utf8)), let bytes = try? value.jsonBytes() else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("date-time: given, want (nil: refused)")
    func dateTimes() {
        let rows: [(given: String, want: String?)] = [
            ("2024-02-29T12:30:00Z", "2024-02-29T12:30:00Z"), ("2024-02-29T12:30:00.250Z", "2024-02-29T12:30:00.25Z"),
            ("2024-02-29T12:30:00+02:00", "2024-02-29T10:30:00Z"),
            ("2024-02-29T23:30:00-01:30", "2024-03-01T01:00:00Z"),
            ("2024-02-29t12:30:00z", "2024-02-29T12:30:00Z"), ("2024-02-29 12:30:00Z", "2024-02-29T12:30:00Z"),
            ("2024-01-01T00:00:00.123456+00:00", "2024-01-01T00:00:00.123456Z"),
            ("2024-01-01T00:00:00.1234567891Z", "2024-01-01T00:00:00.123457Z"),
            ("1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59.5Z"), ("0000-01-01T00:00:00Z", "0000-01-01T00:00:00Z"),
            ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"), ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"),
            ("2023-02-29T12:30:00Z", nil), ("2024-13-01T00:00:00Z", nil), ("2024-01-01T24:00:00Z", nil),
            ("2024-01-01T00:00:00", nil), ("2024-01-01", nil), ("2024-01-01T00:00Z", nil),
            ("2024-01-01T00:00:00.Z", nil),
            ("2024-01-01T00:00:00+0200", nil), ("2024-01-01T00:00:00Zx", nil), ("", nil), ("yesterday", nil),
        ]
        for row in rows {
            let got = Self.roundTrip(Date.self, "\"\(row.given)\"")
            #expect(got == row.want.map { "\"\($0)\"" }, "\(row.given)")
        }
        #expect(Self.roundTrip(Date.self, "1700000000") == nil, "a number is no date")
    }

    @Test("dates that RFC 3339 cannot write are errors")
    func unwritableDates() {
        for interval in [1e12, -1e12, .infinity, .nan] as [Double] {
            #expect(throws: JSONError.self) { try Date(timeIntervalSince1970: interval).jsonBytes() }
        }
    }

    @Test("date: given, want (nil: refused)")
    func dates() {
        let rows: [(given: String, isDate: Bool)] = [
            ("2024-02-29", true), ("2000-02-29", true), ("1900-02-29", false), ("2023-02-29", false),
            ("2024-04-31", false),
            ("0001-01-01", true), ("2024-2-9", false), ("2024-02-29T00:00:00Z", false), ("", false),
            ("٢٠٢٤-٠١-٠١", false),
        ]
        for row in rows {
            #expect(
                Self.roundTrip(CalendarDate.self, "\"\(row.given)\"") == (row.isDate ? "\"\(row.given)\"" : nil),
                "\(row)")
        }
        #expect(CalendarDate("2024-01-31")! < CalendarDate("2024-02-01")!)
        #expect(CalendarDate(year: 2024, month: 0, day: 1) == nil)
    }

    @Test("days and dates are each other's inverse")
    func civil() {
        for day in stride(from: -800_000, through: 3_000_000, by: 997) {
            let (year, month, dayOfMonth) = CivilTime.date(ofDay: day)
            #expect(CivilTime.isValid(year: year, month: month, day: dayOfMonth))
            #expect(CivilTime.day(year: year, month: month, day: dayOfMonth) == day)
        }
    }

    @Test("decimal: given, want (nil: refused)")
    func decimals() {
        let rows: [(given: String, want: String?)] = [
            ("1.10", "1.1"), ("0.1", "0.1"), ("-3", "-3"), ("1e3", "1000"), ("\"12.5\"", "12.5"),
            ("1234567890123456789012345678.901", "1234567890123456789012345678.901"),
            ("99999999999999999999999999999999999999", "99999999999999999999999999999999999999"),
            ("1.234567890123456789012345678901234567891", nil), ("1e1000", nil), ("\"x\"", nil), ("\"\"", nil),
            ("true", nil),
        ]
        for row in rows { #expect(Self.roundTrip(Decimal.self, row.given) == row.want, "\(row.given)") }
        #expect(throws: JSONError.self) { try Decimal.nan.jsonBytes() }
    }

    @Test("uuid, uri: given, want (nil: refused)")
    func identifiers() {
        #expect(
            Self.roundTrip(UUID.self, "\"F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6\"")
                == "\"f81d4fae-7dec-11d0-a765-00a0c91e6bf6\"")
        #expect(Self.roundTrip(UUID.self, "\"f81d4fae\"") == nil)
        #expect(Self.roundTrip(URL.self, "\"https://h/a%20b?c=d#e\"") == "\"https://h/a%20b?c=d#e\"")
        #expect(Self.roundTrip(URL.self, "\"\"") == nil)
        #expect(Self.roundTrip(URL.self, "7") == nil)
    }

    @Test("byte: given, want (nil: refused)")
    func base64() {
        let rows: [(given: String, want: String?)] = [
            ("", ""), ("Zg==", "Zg=="), ("Zm8=", "Zm8="), ("Zm9v", "Zm9v"), ("Zm9vYg==", "Zm9vYg=="), ("Zg", "Zg=="),
            ("-_-_", "+/+/"), ("+/+/", "+/+/"), ("Z", nil), ("Zg=", nil), ("Zg===", nil), ("Z===", nil), ("====", nil),
            ("Zh==", nil), ("Zm9=", nil), ("Zm 9v", nil), ("Zm9v\\n", nil), ("Zé==", nil),
        ]
        for row in rows {
            #expect(Self.roundTrip(Base64Data.self, "\"\(row.given)\"") == row.want.map { "\"\($0)\"" }, "\(row.given)")
        }
        for length in 0..<70 {
            let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 * 37 + 5) }
            #expect(Base64Data(bytes).base64 == Data(bytes).base64EncodedString())
            #expect(Base64Data(base64: Base64Data(bytes).base64)?.bytes == bytes)
        }
    }

    /// A server that has no date to send sends an empty text: the rest of the response is not lost for it.
    @Test("an empty text in place of an optional format is kept as it came; anything else that is none is refused")
    func emptyTexts() throws {
        struct Dates: JSONFormDefaults, JSONModel {
            var day: CalendarDate?
            var instant: Date?
            var id: UUID?
            var link: URL?
            var count: Int?
            var unknownFields: JSONObject

            init(json: borrowing JSONReader) throws(JSONError) {
                var object = try json.object()
                day = try object.optional("day")
                instant = try object.optional("instant")
                id = try object.optional("id")
                link = try object.optional("link")
                count = try object.optional("count")
                unknownFields = try object.unknownFields()
            }

            func write(to writer: inout JSONWriter) {
                writer.beginObject(unknownFields)
                writer.optional("day", day)
                writer.optional("instant", instant)
                writer.optional("id", id)
                writer.optional("link", link)
                writer.optional("count", count)
                writer.endObject()
            }
        }
        let text = #"{"day":"","instant":"","id":"","link":"","count":1}"#
        let dates = try Dates(jsonBytes: Array(text.utf8))
        #expect(dates.day == nil && dates.instant == nil && dates.id == nil && dates.link == nil && dates.count == 1)
        #expect(dates.description == text)
        for wrong in [#"{"day":"today"}"#, #"{"count":""}"#, #"{"instant":0}"#] {
            #expect(throws: JSONError.self, "\(wrong)") { try Dates(jsonBytes: Array(wrong.utf8)) }
        }
    }
}
