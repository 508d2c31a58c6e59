import Testing

@testable import ApusRuntime

@Suite("HTTP dates")
struct HTTPDateTests {
    /// 2026-11-22.
    static let now = 1_795_305_600

    @Test("the public vectors", .enabled(if: Suites.available, "../shared/suites is not here"))
    func vectors() throws {
        let rows = try Suites.json("http-date/http-date.json").array ?? []
        #expect(rows.count > 100)
        for row in rows {
            let input = row["input"]?.string ?? ""
            #expect(HTTPDate.parse(input, now: Self.now) == row["epoch"]?.number?.int, "\(row)")
        }
    }

    @Test("what caches accept and refuse", .enabled(if: Suites.available, "../shared/suites is not here"))
    func caches() throws {
        for row in try Suites.json("http-date/cache-tests-expires.json").array ?? [] {
            let value = row["value"]?.string ?? ""
            let isRead = HTTPDate.parse(value, now: Self.now) != nil
            #expect(isRead == (row["expected"]?.string == "cached"), "\(value)")
        }
    }

    @Test("two-digit years are at most 50 years ahead")
    func centuries() {
        let rows: [(now: Int, year: String, want: Int)] = [
            (1_795_305_600, "76", 2076), (1_795_305_600, "77", 1977), (0, "20", 2020), (0, "70", 1970),
        ]
        for row in rows {
            let got = HTTPDate.parse("Monday, 01-Jun-\(row.year) 00:00:00 GMT", now: row.now)
            #expect(got.map { CivilTime.date(ofDay: $0 / 86_400).year } == row.want, "\(row)")
        }
    }
}
