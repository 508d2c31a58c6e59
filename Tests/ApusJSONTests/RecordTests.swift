import ApusJSON
import Testing

/// Records that name their members once, as generated ones do.
@Suite struct RecordTests {
    struct All: JSONRecord {
        var text: String
        var flag: Bool
        var count: Int
        var ratio: Double
        var list: [Int]
        var map: [String: Int]
        var status: Status
        @Indirect var attempt: Attempt
        var note: String?
        var limit: Int?
        var patch: Presence<Int>
        @Indirect var last: Attempt?
        @Indirect var next: Presence<Attempt>
        var rest: [String: Bool]
        var unknownFields: JSONObject

        mutating func visit(_ members: inout JSONMembers) {
            members.begin(&self.unknownFields)
            members.stringConstant("type", "all")
            members.constant("version", 2)
            members.string("text", &self.text)
            members.boolean("flag", &self.flag)
            members.integer("count", &self.count)
            members.double("ratio", &self.ratio)
            members.array("list", &self.list)
            members.required("map", &self.map)
            members.required("status", &self.status)
            members.indirectRequired("attempt", &self._attempt)
            members.optionalString("note", &self.note)
            members.nullableInteger("limit", &self.limit)
            members.presence("patch", &self.patch)
            members.indirectOptional("last", &self._last)
            members.indirectPresence("next", &self._next)
            members.omitted("secret")
            members.additional(&self.rest)
            members.end(&self.unknownFields)
        }
    }

    static let whole = [
        #""type":"all""#, #""text":"t""#, #""flag":true"#, #""count":2"#, #""ratio":0.5"#, #""list":[1]"#,
        #""map":{"a":1}"#,
        #""status":"ok""#, #""attempt":{"status":200,"latency":null}"#, #""note":"n""#, #""limit":3"#, #""patch":null"#,
        #""last":{"status":1,"latency":2}"#, #""next":null"#, #""x":false"#, #""y":1"#,
    ]
    static var text: String { "{\(whole.joined(separator: ","))}" }

    @Test func readsEveryKind() throws {
        let all = try All(jsonText: Self.text)
        #expect((all.text, all.flag, all.count, all.ratio) == ("t", true, 2, 0.5))
        #expect((all.list, all.map) == ([1], ["a": 1]))
        #expect(all.status == .ok)
        #expect(all.attempt == Attempt(status: 200))
        #expect((all.note, all.limit) == ("n", 3))
        #expect(all.patch == .null)
        #expect(all.rest == ["x": false])
        #expect((all.last, all.next) == (Attempt(status: 1, latency: 2), .null))
        #expect(all.unknownFields == ["y": 1])
    }

    @Test func writesEveryKind() throws {
        let all = try All(jsonText: Self.text)
        let written = Self.text.replacing(#""text""#, with: #""version":2,"text""#)
        #expect(String(decoding: try all.jsonBytes(), as: UTF8.self) == written)
        #expect(all == (try All(jsonText: written)))
    }

    @Test func omittedMembersAreNotKept() throws {
        let members = Self.whole + [#""secret":"s""#]
        let all = try All(jsonText: "{\(members.joined(separator: ","))}")
        #expect(all.unknownFields == ["y": 1])
    }

    /// Scalars and lists that may be null or missing: what is read, and what is written.
    @Test(
        arguments: [
            (
                #"{"a":"x","b":true,"c":1,"d":0.5,"e":[1],"f":"y","g":false,"h":2,"i":1.5,"j":[2],"k":{"status":1,"latency":null}}"#,
                nil
            ),
            (#"{}"#, #"{"a":null,"b":null,"c":null,"d":null,"e":null,"k":null}"#),
            (#"{"a":null,"f":null}"#, #"{"a":null,"b":null,"c":null,"d":null,"e":null,"f":null,"k":null}"#),
        ] as [(String, String?)])
    func whatMayBeMissing(text: String, written: String?) throws {
        let value = try Missing(jsonText: text)
        #expect(String(decoding: try value.jsonBytes(), as: UTF8.self) == written ?? text)
    }

    struct Missing: JSONRecord {
        var unknownFields: JSONObject
        var a: String?
        var b: Bool?
        var c: Int?
        var d: Double?
        var e: [Int]?
        var f: String?
        var g: Bool?
        var h: Int?
        var i: Double?
        var j: [Int]?
        @Indirect var k: Attempt?

        mutating func visit(_ members: inout JSONMembers) {
            members.begin(&self.unknownFields)
            members.nullableString("a", &self.a)
            members.nullableBoolean("b", &self.b)
            members.nullableInteger("c", &self.c)
            members.nullableDouble("d", &self.d)
            members.nullableArray("e", &self.e)
            members.optionalString("f", &self.f)
            members.optionalBoolean("g", &self.g)
            members.optionalInteger("h", &self.h)
            members.optionalDouble("i", &self.i)
            members.optionalArray("j", &self.j)
            members.indirectNullable("k", &self._k)
            members.end(&self.unknownFields)
        }
    }

    /// A value that tells whether it was released.
    struct Held: JSONCodable {
        final class Token: Sendable {}
        final class Seen: @unchecked Sendable {
            weak var first: Token?
            var count = 0
        }
        @TaskLocal static var seen = Seen()

        let token: Token

        init(json: borrowing JSONReader) throws(JSONError) {
            _ = try json.integer() as Int
            token = Token()
            Self.seen.first = Self.seen.first ?? token
            Self.seen.count += 1
        }

        func write(to writer: inout JSONWriter) { writer.writeNull() }
    }

    struct Holder: JSONRecord {
        var unknownFields: JSONObject
        var a: Held
        var b: [Held]
        var c: Held?
        @Indirect var d: Held

        mutating func visit(_ members: inout JSONMembers) {
            members.begin(&self.unknownFields)
            members.required("a", &self.a)
            members.array("b", &self.b)
            members.optional("c", &self.c)
            members.indirectRequired("d", &self._d)
            members.end(&self.unknownFields)
        }
    }

    /// A text, how many values are read before it fails, and where it fails.
    @Test(
        arguments: [
            (#"{"a":"","b":[],"d":1}"#, 0, "a"), (#"{"a":1,"b":[2,""],"d":1}"#, 2, "b[1]"),
            (#"{"a":1,"b":[2],"c":"","d":1}"#, 2, "c"), (#"{"a":1,"b":[2],"c":3}"#, 3, "d"),
            (#"{"a":1,"b":[2],"c":3,"d":4,"d":5}"#, 4, ""), (#"{"a":1,"b":[2],"c":3,"d":4}"#, 4, nil),
        ] as [(String, Int, String?)])
    func whatWasReadIsReleased(text: String, count: Int, path: String?) {
        let seen = Held.Seen()
        Held.$seen.withValue(seen) {
            #expect(failure(Holder.self, text)?.pathDescription == path)
        }
        #expect(seen.count == count)
        #expect(seen.first == nil)
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
