import ApusJSON
import Testing

/// What the parser says about text that is not JSON.
@Suite struct SyntaxErrorTests {
    @Test(arguments: [
        ("", "the text is empty, expected a JSON value, at byte 0 (line 1, column 1)"),
        (" \n ", "expected a value, found the end of the text, at byte 3 (line 2, column 2)"),
        ("{\"a\":1,}", "expected a member name in quotes, found `}`, at byte 7 (line 1, column 8)"),
        ("[1,]", "expected a value, found `]`, at byte 3 (line 1, column 4)"),
        ("[1 2]", "expected `,` or `]` in an array, found a digit, at byte 3 (line 1, column 4)"),
        ("{\"a\":1 \"b\"}", "expected `,` or `}` in an object, found `\"`, at byte 7 (line 1, column 8)"),
        ("{\"a\" 1}", "expected `:` after a member name, found a digit, at byte 5 (line 1, column 6)"),
        ("{a:1}", "expected a member name in quotes, found a letter, at byte 1 (line 1, column 2)"),
        ("1 2", "expected nothing after the value, found a digit, at byte 2 (line 1, column 3)"),
        ("nullx", "expected nothing after the value, found a letter, at byte 4 (line 1, column 5)"),
        ("NaN", "expected a value, found a letter, at byte 0 (line 1, column 1)"),
        ("<html>", "expected a value, found `<`, at byte 0 (line 1, column 1)"),
        ("01", "a number cannot begin with 0 and another digit, found a digit, at byte 1 (line 1, column 2)"),
        ("-", "expected a digit after `-`, found the end of the text, at byte 1 (line 1, column 2)"),
        ("1.", "expected a digit after the decimal point, found the end of the text, at byte 2 (line 1, column 3)"),
        ("1e+", "expected a digit in the exponent, found the end of the text, at byte 3 (line 1, column 4)"),
        ("\"abc", "the text ends inside a string, at byte 4 (line 1, column 5)"),
        ("\"\\u12", "the text ends inside a string, at byte 5 (line 1, column 6)"),
        ("\"a\nb\"", "a string cannot hold a control character unescaped, at byte 2 (line 1, column 3)"),
        ("\"\\x\"", "a backslash that begins no escape of JSON, at byte 1 (line 1, column 2)"),
        ("\"\\u12g4\"", "a `\\u` escape needs four hexadecimal digits, at byte 1 (line 1, column 2)"),
        ("\"é\\ud800\"", "a `\\u` escape of half a surrogate pair, at byte 3 (line 1, column 3)"),
        ("\"\\udc00\"", "a `\\u` escape of half a surrogate pair, at byte 1 (line 1, column 2)"),
        ("\"\\ud800\\u0041\"", "a `\\u` escape of half a surrogate pair, at byte 1 (line 1, column 2)"),
        ("{}}", "expected nothing after the value, found `}`, at byte 2 (line 1, column 3)"),
        ("[}", "expected a value, found `}`, at byte 1 (line 1, column 2)"),
        (
            "\u{FEFF}{}",
            "the text begins with a byte order mark, which JSON does not allow (RFC 8259, section 8.1), at byte 0 "
                + "(line 1, column 1)"
        ),
        ("[1,\r\n2,\n\r3x]", "expected `,` or `]` in an array, found a letter, at byte 10 (line 4, column 2)"),
    ])
    func message(text: String, expected: String) {
        #expect(throws: JSONError.self) { try JSONValue(jsonText: text) }
        do {
            _ = try JSONValue(jsonText: text)
        } catch {
            #expect(error.description == expected)
            #expect(error.path.isEmpty)
        }
    }

    @Test(
        arguments: [
            ([0x22, 0x80, 0x22], 1),
            ([0x22, 0x61, 0xC0, 0x80, 0x22], 2),
            ([0x22, 0xE0, 0x80, 0x80, 0x22], 1),
            ([0x22, 0xED, 0xA0, 0x80, 0x22], 1),
            ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], 1),
            ([0x22, 0xF8, 0x22], 1),
            ([0x22, 0xE2, 0x82, 0x22], 1),
            ([0x22, 0xF0, 0x9F, 0x98], 1),
        ] as [([UInt8], Int)])
    func invalidUTF8(bytes: [UInt8], offset: Int) {
        let error = failure(JSONValue.self, bytes)
        #expect(error?.kind == .invalidUTF8)
        #expect(error?.byteOffset == offset)
    }

    @Test func kinds() {
        #expect(failure(JSONValue.self, "[1")?.kind == .unexpectedEnd)
        #expect(failure(JSONValue.self, "[1,")?.kind == .unexpectedEnd)
        #expect(failure(JSONValue.self, "[1}")?.kind == .syntax)
    }

    @Test func limits() {
        let shallow = JSONLimits(maximumDepth: 2, maximumBytes: 8)
        #expect((try? JSONValue(jsonText: "[[1]]", limits: shallow)) != nil)
        #expect(failure(JSONValue.self, "[{\"\":[", shallow)?.kind == .depthExceeded)
        #expect(failure(JSONValue.self, "[{\"\":[", shallow)?.byteOffset == 5)
        #expect((try? JSONValue(jsonText: "[[1   ]]", limits: shallow)) != nil)
        #expect(failure(JSONValue.self, "[[1    ]]", shallow)?.kind == .tooLarge)
        #expect(failure(JSONValue.self, "[]", JSONLimits(maximumDepth: 0))?.kind == .depthExceeded)
        #expect((try? JSONValue(jsonText: "1", limits: JSONLimits(maximumDepth: 0))) == 1)
    }
}

/// The error of reading text as a type; nil when it is accepted.
func failure<T: JSONCodable>(_ type: T.Type, _ text: String, _ limits: JSONLimits = .init()) -> JSONError? {
    failure(type, Array(text.utf8), limits)
}

/// The error of reading bytes as a type; nil when they are accepted.
func failure<T: JSONCodable>(_ type: T.Type, _ bytes: [UInt8], _ limits: JSONLimits = .init()) -> JSONError? {
    do {
        _ = try T(jsonBytes: bytes, limits: limits)
        return nil
    } catch {
        return error
    }
}
