import ApusJSON
import Testing

/// What is written for which value.
@Suite struct WriterTests {
    @Test(
        arguments: [
            (0, "0"), (-0.0, "-0"), (25, "25"), (-25, "-25"), (0.0015, "0.0015"), (1.5, "1.5"), (-12.25, "-12.25"),
            (0.1 + 0.2, "0.30000000000000004"), (1e15, "1000000000000000"), (0x1p53, "9007199254740992.0"),
            (1e16, "1e+16"),
            (1e-7, "1e-07"), (1e-5, "0.00001"), (.leastNonzeroMagnitude, "5e-324"),
            (1.7976931348623157e308, "1.7976931348623157e+308"),
            (99_999_999.5, "99999999.5"), (123_456_789.125, "123456789.125"), (0.0012345, "0.0012345"),
        ] as [(Double, String)])
    func double(value: Double, expected: String) throws {
        let text = try value.jsonText()
        #expect(try Double(jsonText: text) == value)
        #expect(JSONNumber(text) == JSONNumber(expected))
    }

    @Test func doublesReadBackAndAreShort() throws {
        var generator = Xorshift(seed: 42)
        for _ in 0..<20_000 {
            let fraction = Double(generator.next() % 100_000_000) / 1e7
            let anything = Double(bitPattern: generator.next())
            for value in [fraction, fraction + 1e6, -fraction / 64, anything] where value.isFinite {
                let text = try value.jsonText()
                #expect(try Double(jsonText: text).bitPattern == value.bitPattern, "\(value)")
                #expect(
                    text.filter(\.isNumber).utf8.count <= value.description.filter(\.isNumber).utf8.count, "\(value)")
            }
        }
    }

    @Test func integers() throws {
        var power: UInt64 = 1
        for _ in 0..<20 {
            for value in [power - 1, power, power + 1] {
                #expect(try value.jsonText() == "\(value)")
                #expect(try (-Int64(value >> 1)).jsonText() == "\(-Int64(value >> 1))")
            }
            power = power &* 10
        }
        #expect(try Int64.min.jsonText() == "-9223372036854775808")
        #expect(try UInt64.max.jsonText() == "18446744073709551615")
        #expect(try Float(0.1).jsonText() == "0.1")
        #expect(try Float(16_777_216).jsonText() == "16777216")
    }

    @Test(arguments: [
        ("", "\"\""), ("abc", "\"abc\""), ("a\"b\\c", "\"a\\\"b\\\\c\""), ("\n\r\t\u{8}\u{C}", "\"\\n\\r\\t\\b\\f\""),
        ("\0\u{1F}", "\"\\u0000\\u001f\""), ("\u{7F}é\u{2028}😀/", "\"\u{7F}é\u{2028}😀/\""),
        ("01234567\"01234567", "\"01234567\\\"01234567\""), ("0123456\n", "\"0123456\\n\""),
    ])
    func string(value: String, expected: String) throws {
        #expect(try value.jsonText() == expected)
    }

    @Test func everyByteAtEveryPlace() throws {
        for byte in 0..<UInt8(0x80) {
            for place in 0..<20 {
                var bytes = [UInt8](repeating: 0x61, count: 20)
                bytes[place] = byte
                let value = String(decoding: bytes, as: UTF8.self)
                #expect(try String(jsonText: value.jsonText()) == value, "byte \(byte) at \(place)")
            }
        }
    }

    @Test func containers() throws {
        #expect(try [1, 2].jsonText() == "[1,2]")
        #expect(try [[Int]]([[], [1]]).jsonText() == "[[],[1]]")
        #expect(try ["b": 1, "a": nil, "é": 2].jsonText() == "{\"a\":null,\"b\":1,\"é\":2}")
        #expect(try [String: Int]().jsonText() == "{}")
        #expect(try [true, nil].jsonText() == "[true,null]")
    }

    @Test func problems() {
        func problem(_ value: some JSONCodable) -> JSONError? {
            do {
                _ = try value.jsonBytes()
                return nil
            } catch {
                return error
            }
        }
        #expect(problem(Double.nan)?.kind == .notANumber)
        #expect(problem([1, .infinity, .nan])?.description == "[1]: an infinite number cannot be written as JSON")
        #expect(problem(["secret": [1.0], "x": [-.infinity]])?.path == [.member(1), .index(0)])
        #expect(problem(Failing())?.description == "a.b[0]: no such day")
        #expect(problem(Float.nan)?.kind == .notANumber)
    }

    @Test func aTypeThatWritesNothingCountsAsNull() throws {
        #expect(try Silent().jsonText() == "null")
        #expect(try [Silent(), Silent()].jsonText() == "[null,null]")
    }

    private struct Silent: OnlyWritten {
        func write(to writer: inout JSONWriter) {}
    }

    private struct Failing: OnlyWritten {
        struct Inner: OnlyWritten {
            func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.required("b", [Day()])
                writer.endObject()
            }
        }
        struct Day: OnlyWritten {
            func write(to writer: inout JSONWriter) { writer.fail("no such day") }
        }
        func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.required("a", Inner())
            writer.required("c", Double.nan)
            writer.endObject()
        }
    }
}
