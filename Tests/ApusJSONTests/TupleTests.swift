import ApusJSON
import Testing

/// Lists whose items differ by position, written as generated code writes them.
@Suite struct TupleTests {
    struct Entry: JSONFormDefaults, JSONModel {
        var name: String
        var count: Int?
        var isOn: Bool?
        var rest: [JSONValue]

        init(json: borrowing JSONReader) throws(JSONError) {
            var array = try json.array()
            name = try array.required()
            count = try array.optional()
            isOn = try array.optional()
            rest = try array.rest()
        }

        func write(to writer: inout JSONWriter) {
            var array = writer.array()
            array.required(name, to: &writer)
            array.optional(count, to: &writer)
            array.optional(isOn, to: &writer)
            array.rest(rest, to: &writer)
            writer.endArray()
        }
    }

    @Test(arguments: [
        (#"["a"]"#, #"["a"]"#), (#"["a",1]"#, #"["a",1]"#), (#"["a",null,true]"#, #"["a",null,true]"#),
        (#"["a",1,null]"#, #"["a",1]"#), (#"["a",null,null,{"b":2}]"#, #"["a",null,null,{"b":2}]"#),
    ])
    func survives(text: String, expected: String) throws {
        #expect(try Entry(jsonText: text).jsonText() == expected)
    }

    @Test(arguments: [
        ("[]", "[0]: this required item is missing"), ("[1]", "[0]: expected a string"),
        (#"["a","b"]"#, "[1]: expected an integer"), ("{}", "expected an array"),
    ])
    func refusalsSayWhere(text: String, message: String) {
        let error = #expect(throws: JSONError.self) { try Entry(jsonText: text) }
        #expect(error?.description.hasPrefix(message) == true)
    }

    struct Switch: ClosedEnum {
        let rawValue: String
        static var knownValues: [Self] { [Self(rawValue: "on"), Self(rawValue: "off")] }
    }

    @Test func closedEnumerationsRefuseOtherValues() throws {
        #expect(try Switch(jsonText: #""on""#).rawValue == "on")
        let error = #expect(throws: JSONError.self) { try Switch(jsonText: #""secret""#) }
        #expect(error?.kind == .invalidValue)
        #expect(error?.description.contains("secret") == false)
    }

    struct Both: OnlyRead {
        let others: [String: Int]
        let unknown: JSONObject

        init(json: borrowing JSONReader) throws(JSONError) {
            var object = try json.object()
            let _: String? = try object.optional("note")
            others = try object.additionalProperties()
            unknown = try object.unknownFields()
        }
    }

    @Test func membersBesideFieldsAreTypedWhereTheyFit() throws {
        let both = try Both(jsonText: #"{"note":null,"a":1,"b":"text","c":3}"#)
        #expect(both.others == ["a": 1, "c": 3])
        #expect(both.unknown == ["note": nil, "b": "text"])
        #expect(throws: JSONError.self) { try Both(jsonText: #"{"a":1,"a":2}"#) }
    }
}
