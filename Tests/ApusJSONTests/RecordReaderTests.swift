import ApusJSON
import Testing

/// Reading for generated code: what fails is thrown at the end, and is what reading that throws at once would have said.
@Suite struct RecordReaderTests {
    struct All: JSONDecodable {
        let text: String
        let flag: Bool
        let count: Int
        let ratio: Double
        let list: [Int]
        let map: [String: Int]
        let status: Status
        let attempt: Attempt
        let note: String?
        let limit: Int?
        let patch: Presence<Int>
        let rest: [String: Bool]
        let unknown: JSONObject

        init(json: borrowing JSONReader) throws(JSONError) {
            var object = try json.record()
            object.constant("type", "all")
            text = object.string("text")
            flag = object.boolean("flag")
            count = object.integer("count")
            ratio = object.double("ratio")
            list = object.array("list")
            map = object.map("map")
            status = object.enumeration("status")
            attempt = try object.required("attempt")
            note = object.optional("note")
            limit = object.nullable("limit")
            patch = object.presence("patch")
            rest = object.additionalProperties()
            unknown = try object.unknownFields()
        }
    }

    static let whole = [
        #""type":"all""#, #""text":"t""#, #""flag":true"#, #""count":2"#, #""ratio":0.5"#, #""list":[1]"#,
        #""map":{"a":1}"#,
        #""status":"ok""#, #""attempt":{"status":200,"latency":null}"#, #""note":"n""#, #""limit":3"#, #""patch":null"#,
        #""x":false"#, #""y":1"#,
    ]

    @Test func readsEveryKind() throws {
        let all = try All(jsonText: "{\(Self.whole.joined(separator: ","))}")
        #expect((all.text, all.flag, all.count, all.ratio) == ("t", true, 2, 0.5))
        #expect((all.list, all.map) == ([1], ["a": 1]))
        #expect(all.status == .ok)
        #expect(all.attempt == Attempt(status: 200))
        #expect((all.note, all.limit) == ("n", 3))
        #expect(all.patch == .null)
        #expect(all.rest == ["x": false])
        #expect(all.unknown == ["y": 1])
    }

    /// One member replaced, and the place of the error.
    @Test(arguments: [
        ("text", "1", "text"), ("flag", "0", "flag"), ("count", "0.5", "count"), ("ratio", #""""#, "ratio"),
        ("list", "[1,true]", "list[1]"), ("map", #"{"a":""}"#, "map{0}"), ("status", "1", "status"),
        ("attempt", #"{"status":null}"#, "attempt.status"), ("note", "1", "note"), ("limit", "{}", "limit"),
        ("patch", "[]", "patch"),
    ])
    func wrongMember(key: String, value: String, path: String) {
        let members = Self.whole.map { $0.hasPrefix("\"\(key)\"") ? "\"\(key)\":\(value)" : $0 }
        #expect(failure(All.self, "{\(members.joined(separator: ","))}")?.pathDescription == path)
    }

    @Test(arguments: ["text", "flag", "count", "ratio", "list", "map", "status", "attempt"])
    func missingMember(key: String) {
        let members = Self.whole.filter { !$0.hasPrefix("\"\(key)\"") }
        let error = failure(All.self, "{\(members.joined(separator: ","))}")
        #expect(error?.kind == .missingKey)
        #expect(error?.pathDescription == key)
    }

    @Test func theFirstFailureIsThrown() {
        #expect(failure(All.self, #"{"flag":1,"text":2,"attempt":3}"#)?.pathDescription == "text")
        #expect(failure(All.self, #"{"text":"","flag":1,"attempt":3}"#)?.pathDescription == "flag")
        #expect(failure(All.self, "[]")?.kind == .typeMismatch(expected: .object, found: .array))
    }

    @Test func twoMembersOfOneName() {
        let members = Self.whole + [#""y":2"#]
        #expect(failure(All.self, "{\(members.joined(separator: ","))}")?.kind == .duplicateKey)
    }
}
