import ApusJSON
import Testing

/// Scalars: what is read from which text, what is refused, what is written.
@Suite struct ScalarTests {
    @Test(arguments: [
        ("0", 0), ("-0", 0), ("25", 25), ("25.0", 25), ("1e3", 1000), ("1E+2", 100), ("1.5e1", 15), ("2500e-2", 25),
        ("-9223372036854775808", Int.min), ("9223372036854775807", Int.max), ("0e999999999999999999999", 0),
        ("0.0000", 0), ("9223372036854775807.000", Int.max), ("100000000000000000000e-20", 1),
        ("-1230000000000000000000e-19", -123),
    ])
    func integer(text: String, expected: Int) throws {
        #expect(try Int(jsonText: text) == expected)
        #expect(JSONNumber(text)?.int == expected)
    }

    @Test(
        arguments: [
            ("1.5", .typeMismatch(expected: .integer, found: .number)),
            ("1e-1", .typeMismatch(expected: .integer, found: .number)),
            ("1e-99999999999999999999", .typeMismatch(expected: .integer, found: .number)),
            ("\"25\"", .typeMismatch(expected: .integer, found: .string)),
            ("true", .typeMismatch(expected: .integer, found: .boolean)),
            ("null", .typeMismatch(expected: .integer, found: .null)),
            ("9223372036854775808", .numberOutOfRange), ("-9223372036854775809", .numberOutOfRange),
            ("1e400", .numberOutOfRange), ("1e99999999999999999999", .numberOutOfRange),
        ] as [(String, JSONError.Kind)])
    func noInteger(text: String, kind: JSONError.Kind) {
        #expect(failure(Int.self, text)?.kind == kind)
        #expect(JSONNumber(text)?.int == nil)
    }

    @Test func integerWidths() throws {
        #expect(try UInt64(jsonText: "18446744073709551615") == .max)
        #expect(failure(UInt64.self, "18446744073709551616")?.kind == .numberOutOfRange)
        #expect(failure(UInt64.self, "-1")?.kind == .numberOutOfRange)
        #expect(try Int8(jsonText: "-128") == -128)
        #expect(failure(Int8.self, "128")?.kind == .numberOutOfRange)
        #expect(try UInt8(jsonText: "2.55e2") == 255)
        #expect(
            failure(UInt8.self, "256")?.description == "the number does not fit UInt8, at byte 0 (line 1, column 1)")
        #expect(try [Int16(jsonText: "7"), Int16(jsonText: "-7")] == [7, -7])
        #expect(try Int32(jsonText: "2147483647") == .max)
        #expect(failure(UInt16.self, "65536")?.kind == .numberOutOfRange)
        #expect(try UInt32(jsonText: "4294967295") == .max)
        #expect(try UInt(jsonText: "1") == 1)
        #expect(try Int64(jsonText: "-1") == -1)
    }

    @Test(arguments: [
        ("0", 0), ("0.0015", 0.0015), ("-12.5e-3", -0.0125), ("1e308", 1e308),
        ("1.7976931348623157e308", 0x1.fffffffffffffp1023),
        ("1e-400", 0), ("5e-324", .leastNonzeroMagnitude), ("9007199254740993", 9_007_199_254_740_992), ("0.1", 0.1),
        ("123456789012345678", 123_456_789_012_345_680), ("0.30000000000000004", 0.1 + 0.2), ("1E2", 100),
        ("1234567890.12345678", 1_234_567_890.123_456_7), ("0.00000000000000001", 1e-17),
    ])
    func double(text: String, expected: Double) throws {
        #expect(try Double(jsonText: text) == expected)
        #expect(JSONNumber(text)?.double == expected)
    }

    @Test func doubleAgreesWithTheStandardLibrary() throws {
        var generator = Xorshift(seed: 7)
        for _ in 0..<20_000 {
            let whole = generator.next() % 1_000_000
            let text = "\(whole).\(generator.next() % 1_000_000_000)"
            #expect(try Double(jsonText: text) == Double(text), "\(text)")
        }
    }

    @Test func doubleLimits() throws {
        #expect(failure(Double.self, "1e309")?.kind == .numberOutOfRange)
        #expect(
            failure(Double.self, "-1E400")?.description
                == "the number does not fit a Double, at byte 0 (line 1, column 1)")
        #expect(try Double(jsonText: "-0").sign == .minus)
        #expect(try Double(jsonText: "-0.0").sign == .minus)
        #expect(failure(Double.self, "\"1\"")?.kind == .typeMismatch(expected: .number, found: .string))
        #expect(try Float(jsonText: "0.1") == 0.1)
        #expect(try Float(jsonText: "1.00000017881393432617187499") == 1.0000001)
        #expect(failure(Float.self, "1e39")?.kind == .numberOutOfRange)
    }

    @Test(arguments: [
        ("\"\"", ""), ("\"abc\"", "abc"), ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\u{8}\u{C}\n\r\t"),
        ("\"\\u0041\\u00e9\\u20AC\"", "Aé€"), ("\"\\ud83d\\ude00\"", "😀"), ("\"\\u0000\"", "\0"),
        ("\"héllo wörld, 世界 😀 and more\"", "héllo wörld, 世界 😀 and more"), ("\"\u{2028}\u{7F}\"", "\u{2028}\u{7F}"),
        ("\"0123456789abcdef\\n0123456789abcdef\"", "0123456789abcdef\n0123456789abcdef"),
    ])
    func string(text: String, expected: String) throws {
        let value = try String(jsonText: text)
        #expect(Array(value.unicodeScalars) == Array(expected.unicodeScalars))
        #expect(try String(jsonText: value.jsonText()) == expected)
    }

    @Test func others() throws {
        #expect(try Bool(jsonText: " true ") == true)
        #expect(try Bool(jsonText: "false") == false)
        #expect(failure(Bool.self, "0")?.kind == .typeMismatch(expected: .boolean, found: .number))
        #expect(failure(String.self, "{}")?.message == "expected a string, found an object")
        #expect(try Int?(jsonText: "null") == nil)
        #expect(try Int?(jsonText: "3") == 3)
        #expect(try [[Int]](jsonText: "[[1,2],[],[3]]") == [[1, 2], [], [3]])
        #expect(try [String: Int?](jsonText: "{\"a\":1,\"b\":null}") == ["a": 1, "b": nil])
        #expect(failure(JSONObject.self, "[]")?.kind == .typeMismatch(expected: .object, found: .array))
        #expect(failure([Int].self, "{}")?.kind == .typeMismatch(expected: .array, found: .object))
    }
}

/// Pseudo-random numbers with a fixed seed (G. Marsaglia, "Xorshift RNGs").
struct Xorshift {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
