import ApusJSON
import Testing

/// The public JSON parsing suite: `y_` must be accepted, `n_` refused, `i_` is ours to decide.
@Suite(.enabled(if: Suites.available, "../shared/suites is not here"))
struct ParsingSuiteTests {
    /// The `i_` cases that we accept: numbers of any size are JSON; what they fit is the reading type's affair. All
    /// others (halves of surrogate pairs, invalid UTF-8, byte order marks, UTF-16, 500 levels) are refused.
    static let acceptedByChoice = [
        "i_number_double_huge_neg_exp.json", "i_number_huge_exp.json", "i_number_neg_int_huge_exp.json",
        "i_number_pos_double_huge_exp.json", "i_number_real_neg_overflow.json", "i_number_real_pos_overflow.json",
        "i_number_real_underflow.json", "i_number_too_big_neg_int.json", "i_number_too_big_pos_int.json",
        "i_number_very_big_negative_int.json",
    ]

    @Test func acceptsAndRefuses() throws {
        let cases = try Suites.parsingCases()
        #expect(cases.count == 318)
        for (name, bytes) in cases {
            let isAccepted = (try? JSONValue(jsonBytes: bytes)) != nil
            let expected = name.hasPrefix("y_") || Self.acceptedByChoice.contains(name)
            #expect(isAccepted == expected, "\(name)")
        }
    }

    @Test func writesBackWhatItAccepts() throws {
        for (name, bytes) in try Suites.parsingCases() {
            guard let value = try? JSONValue(jsonBytes: bytes) else { continue }
            let again = try JSONValue(jsonBytes: value.jsonBytes())
            #expect(again == value, "\(name)")
            #expect(again.hashValue == value.hashValue, "\(name)")
            #expect(try again.jsonBytes() == value.jsonBytes(), "\(name)")
        }
    }

    @Test func refusalsSayWhere() throws {
        for (name, bytes) in try Suites.parsingCases() {
            do {
                _ = try JSONValue(jsonBytes: bytes)
            } catch {
                let offset = try #require(error.byteOffset, "\(name)")
                #expect((0...bytes.count).contains(offset), "\(name)")
                #expect(error.line != nil && error.column != nil, "\(name)")
            }
        }
    }
}
