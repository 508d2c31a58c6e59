import ApusJSON
import Testing

/// `JSONValue`, `JSONObject` and `JSONNumber`: exactness, equality, hashing, editing.
@Suite struct ValueTests {
    @Test(arguments: [
        "9223372036854775807", "18446744073709551615", "-0", "1E400", "1e-400", "0.1234567890123456789012345678901",
        "1234567890123456789012345678901", "[1.0,1.00,-0.0,1e+2]", #"{"b":1,"a":[null,true,false,"x"],"":{}}"#,
        #""\u0000 \" \\ \n é 😀""#, "[[],[[]],{},[{}]]",
    ])
    func survivesByteForByte(text: String) throws {
        #expect(try JSONValue(jsonText: text).jsonText() == text)
        #expect(try JSONValue(jsonText: text).description == text)
    }

    @Test(arguments: [
        ("1", "1.0"), ("1", "10e-1"), ("1", "0.1e1"), ("-0", "0"), ("0e5", "0.000"), ("1E400", "10e399"),
        ("100", "1e2"), ("12.50", "1.25e1"), ("1e99999999999999999999", "1.0e+99999999999999999999"),
        (#""\u0041/""#, #""A\/""#), (#"{"a":1,"b":[2]}"#, #"{"b":[2.0],"a":1}"#), (#"{"a":1,"a":2}"#, #"{"a":2}"#),
        ("[[{}]]", " [ [ { } ] ] "),
    ])
    func equal(left: String, right: String) throws {
        let (left, right) = (try JSONValue(jsonText: left), try JSONValue(jsonText: right))
        #expect(left == right)
        #expect(left.hashValue == right.hashValue)
    }

    @Test(arguments: [
        ("1", "-1"), ("1", "1.0000000000000000000000001"), ("9007199254740993", "9007199254740992"), ("1e400", "1e401"),
        ("1e99999999999999999999", "1e-99999999999999999999"), ("1", #""1""#), ("null", "false"), ("[1,2]", "[2,1]"),
        ("[]", "{}"), ("[1]", "[1,1]"), (#"{"a":1}"#, #"{"a":1,"b":1}"#), (#"{"a":1}"#, #"{"b":1}"#), ("0", "null"),
        ("\"\u{E9}\"", "\"e\u{301}\""), ("{\"\u{E9}\":1}", "{\"e\u{301}\":1}"),
    ])
    func different(left: String, right: String) throws {
        #expect(try JSONValue(jsonText: left) != JSONValue(jsonText: right))
    }

    @Test func numbers() {
        #expect(JSONNumber("1e5")?.int == 100_000)
        for text in ["", " 1", "1 ", "+1", ".5", "1.", "01", "NaN", "\"1\"", "0x10", "1,"] {
            #expect(JSONNumber(text) == nil, "\(text)")
        }
        #expect(JSONNumber(Double("0.1")!)?.text == "0.1")
        #expect(JSONNumber(Double.nan) == nil)
        #expect(JSONNumber(UInt64.max).uint64 == .max)
        #expect(JSONNumber(UInt64.max).int64 == nil)
        #expect(JSONNumber("1E400")?.double == nil)
        #expect(JSONNumber("1E400")?.isInteger == true)
        #expect(JSONNumber("0.5")?.isInteger == false)
        #expect((1.5 as JSONNumber).description == "1.5")
        #expect(Set([1 as JSONNumber, 1.0, JSONNumber("1e0")!]).count == 1)
    }

    @Test func literalsAndAccessors() {
        let value: JSONValue = ["a": [1, 2.5, nil, true], "b": "x", "b": "y"]
        #expect(value.description == #"{"a":[1,2.5,null,true],"b":"y"}"#)
        #expect(value["a"]?[1]?.number?.double == 2.5)
        #expect(value["a"]?[4] == nil)
        #expect(value["a"]?[-1] == nil)
        #expect(value["b"]?.string == "y")
        #expect(value["a"]?[3]?.bool == true)
        #expect(value["c"] == nil)
        #expect(value["b"]?["c"] == nil)
        #expect(value["b"]?[0] == nil)
        #expect(value.object?.keys == ["a", "b"])
        #expect(value["a"]?.array?.map(\.kind) == [.number, .number, .null, .boolean])
    }

    @Test func objectsAreOrderedMaps() {
        for size in [0, 1, 10, 63, 64, 65, 66, 200] {
            var object = JSONObject()
            for index in 0..<size { object["\(index)"] = JSONValue(integerLiteral: index) }
            let copy = object
            #expect(object.count == size)
            #expect(object.isEmpty == (size == 0))
            #expect(object.keys == (0..<size).map { "\($0)" })
            for index in stride(from: 0, to: size, by: 3) { object["\(index)"] = nil }
            for index in 0..<size {
                let value = JSONValue(integerLiteral: index)
                #expect(object["\(index)"] == (index % 3 == 0 ? JSONValue?.none : value), "\(index) of \(size)")
                #expect(copy["\(index)"] == value)
            }
            #expect(object.removeValue(forKey: "none") == nil)
            object["1"] = "new"
            #expect(object["1"] == "new")
            #expect(object.count == max(size - (size + 2) / 3, 0) + (size < 2 ? 1 : 0))
        }
    }

    @Test func objectsTakeTheLastOfOneName() throws {
        let text = #"{"a":1,"b":2,"a":3}"#
        #expect(try JSONValue(jsonText: text).jsonText() == #"{"a":3,"b":2}"#)
        #expect(try JSONObject(jsonText: text).jsonText() == #"{"a":3,"b":2}"#)
    }
}
