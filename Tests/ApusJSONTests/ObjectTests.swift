import ApusJSON
import Testing

/// How records are read and written: required, nullable, optional, presence, constants, unknown and additional members.
@Suite struct ObjectTests {
    /// Every text is read and written; the second is what is written.
    @Test(arguments: [
        // In order, nothing missing, nothing unknown.
        (
            #"{"type":"record","id":"a","cost":1.5,"note":"n","patch":3,"state":"ok","attempts":[],"labels":{"x":[1]}}"#,
            #"{"type":"record","id":"a","cost":1.5,"note":"n","patch":3,"state":"ok","attempts":[],"labels":{"x":[1]}}"#
        ),
        // Out of order, with white space.
        (#" { "cost" : 2 , "id" : "a" , "type" : "record" } "#, #"{"type":"record","id":"a","cost":2}"#),
        // A nullable member that is missing comes back as null; null and absent presence stay what they are.
        (#"{"id":"a"}"#, #"{"type":"record","id":"a","cost":null}"#),
        (#"{"id":"a","cost":null,"patch":null}"#, #"{"type":"record","id":"a","cost":null,"patch":null}"#),
        // An optional member that is null comes back.
        (#"{"id":"a","note":null}"#, #"{"type":"record","id":"a","cost":null,"note":null}"#),
        // Unknown members keep their order, at the end.
        (#"{"z":1.50,"id":"a","b":{"c":[]}}"#, #"{"type":"record","id":"a","cost":null,"z":1.50,"b":{"c":[]}}"#),
        // An unknown value of an open enum, and another value of the constant, are kept.
        (#"{"type":"other","id":"a","state":"new"}"#, #"{"type":"other","id":"a","cost":null,"state":"new"}"#),
        (#"{"type":7,"id":"a"}"#, #"{"type":7,"id":"a","cost":null}"#),
        // Names written with escapes are the same names.
        (#"{"\u0069d":"a","no\u0074e":"n"}"#, #"{"type":"record","id":"a","cost":null,"note":"n"}"#),
    ])
    func roundTrip(text: String, expected: String) throws {
        #expect(try Record(jsonText: text).jsonText() == expected)
        #expect(try Record(jsonText: expected).jsonText() == expected)
    }

    @Test(
        arguments: [
            (#"{}"#, "id: this required member is missing, at byte 0 (line 1, column 1)", .missingKey),
            (
                #"{"id":null}"#, "id: expected a string, found null, at byte 6 (line 1, column 7)",
                .typeMismatch(expected: .string, found: .null)
            ),
            (
                #"{"id":"a","attempts":[{"status":1},{"status":"x"}]}"#,
                "attempts[1].status: expected an integer, found a string, at byte 45 (line 1, column 46)",
                .typeMismatch(expected: .integer, found: .string)
            ),
            (
                #"{"id":"a","attempts":[{"latency":1}]}"#,
                "attempts[0].status: this required member is missing, at byte 22 (line 1, column 23)", .missingKey
            ),
            (
                "{\"id\":\"a\",\n \"patch\":1.5}",
                "patch: expected an integer, found a number that is not whole, at byte 20 (line 2, column 10)",
                .typeMismatch(expected: .integer, found: .number)
            ),
            (
                #"{"id":"a","cost":1e999}"#, "cost: the number does not fit a Double, at byte 17 (line 1, column 18)",
                .numberOutOfRange
            ),
            // Names out of maps are not shown, nor are values.
            (
                #"{"id":"a","labels":{"k":[1],"sk-secret":["sk-secret"]}}"#,
                "labels{1}[0]: expected an integer, found a string, at byte 41 (line 1, column 42)",
                .typeMismatch(expected: .integer, found: .string)
            ),
            // One name twice: known, unknown, optional null and value, in a map, with escapes.
            (
                #"{"id":"a","id":"b"}"#, "the object has two members of one name, at byte 10 (line 1, column 11)",
                .duplicateKey
            ),
            (
                #"{"id":"a","x":1,"x":1}"#, "the object has two members of one name, at byte 10 (line 1, column 11)",
                .duplicateKey
            ),
            (
                #"{"note":null,"id":"a","note":"n"}"#,
                "the object has two members of one name, at byte 1 (line 1, column 2)", .duplicateKey
            ),
            (
                #"{"id":"a","labels":{"k":[],"\u006B":[]}}"#,
                "labels: the object has two members of one name, at byte 20 (line 1, column 21)", .duplicateKey
            ),
            (
                #"[]"#, "expected an object, found an array, at byte 0 (line 1, column 1)",
                .typeMismatch(expected: .object, found: .array)
            ),
        ] as [(String, String, JSONError.Kind)])
    func error(text: String, description: String, kind: JSONError.Kind) {
        let error = failure(Record.self, text)
        #expect(error?.description == description)
        #expect(error?.kind == kind)
    }

    @Test func pathsQuoteOddNames() {
        struct Odd: OnlyRead {
            init(json: borrowing JSONReader) throws(JSONError) {
                var object = try json.object()
                let _: [String: Int] = try object.required("a.\"b\"")
            }
        }
        #expect(failure(Odd.self, #"{"a.\"b\"":{"k":true}}"#)?.pathDescription == #"["a.\"b\""]{0}"#)
        #expect(failure(Odd.self, "{}")?.path == [.key("a.\"b\"")])
    }

    @Test func readInto() throws {
        let text = #"{"id":"a","cost":1,"patch":null,"state":"new","attempts":[{"status":200,"latency":0.5}],"x":1}"#
        let record = try Record(jsonText: text)
        #expect(record.id == "a")
        #expect(record.cost == 1)
        #expect(record.note == nil)
        #expect(record.patch == .null)
        #expect(record.patch.valueOrNil == nil)
        #expect(record.state == Status(rawValue: "new"))
        #expect(record.attempts == [Attempt(status: 200, latency: 0.5)])
        #expect(record.unknownFields == ["x": 1])
        #expect(try Record(jsonText: #"{"id":"a"}"#).patch == .absent)
        #expect(try Record(jsonText: #"{"id":"a","patch":4}"#).patch.valueOrNil == 4)
    }

    @Test func knownMembersWinOverUnknownOnes() throws {
        var record = try Record(jsonText: #"{"id":"a","note":null}"#)
        record.note = "n"
        record.unknownFields["id"] = 7
        record.unknownFields["type"] = "mine"
        record.unknownFields["patch"] = 1
        record.patch = .null
        #expect(try record.jsonText() == #"{"type":"mine","id":"a","cost":null,"note":"n","patch":null}"#)
    }

    @Test func additionalMembers() throws {
        let scores = try Scores(jsonText: #"{"b":2,"name":"n","é":1,"a":3}"#)
        #expect(scores.additional == ["a": 3, "b": 2, "é": 1])
        #expect(try scores.jsonText() == #"{"name":"n","a":3,"b":2,"é":1}"#)
        #expect(try Scores(name: "n", additional: ["name": 1, "x": 2]).jsonText() == #"{"name":"n","x":2}"#)
        #expect(failure(Scores.self, #"{"name":"n","x":1,"x":2}"#)?.kind == .duplicateKey)
        #expect(failure(Scores.self, "{\"name\":\"n\",\"\u{E9}\":1,\"e\u{301}\":2}")?.kind == .duplicateKey)
        #expect(failure(Scores.self, #"{"a":1,"name":"n","b":true}"#)?.path == [.member(2)])
    }

    @Test func manyMembers() throws {
        let members = (0..<300).map { (key: "k\($0)", value: JSONValue.number(JSONNumber($0))) }
        var object = JSONObject(members)
        object["name"] = "n"
        let text = try object.jsonText()
        let scores = try Scores(jsonText: text)
        #expect(scores.additional.count == 300)
        #expect(scores.additional["k299"] == 299)
        #expect(failure(Scores.self, text.dropLast() + #","k7":1}"#)?.kind == .duplicateKey)
        object["id"] = "a"
        let record = try Record(jsonText: object.jsonText())
        #expect(record.unknownFields.count == 301)
        #expect(try JSONValue(encoding: record)["k150"] == 150)
        #expect(failure(Record.self, try object.jsonText().dropLast() + #","id":"a"}"#)?.kind == .duplicateKey)
    }

    @Test func manyMembersAskedOutOfOrder() throws {
        struct Backwards: OnlyRead {
            var values: [Int] = []
            init(json: borrowing JSONReader) throws(JSONError) {
                var object = try json.object()
                values.append(try object.required("d"))
                values.append(try object.required("a"))
                values.append(try object.required("c"))
                values.append(try object.required("b"))
                values.append(try object.required("b"))
                #expect(try object.unknownFields().isEmpty)
            }
        }
        #expect(try Backwards(jsonText: #"{"a":1,"b":2,"c":3,"d":4}"#).values == [4, 1, 3, 2, 2])
    }
}

extension ObjectTests {
    private func failure<T: JSONCodable>(_ type: T.Type, _ text: some StringProtocol) -> JSONError? {
        ApusJSONTests.failure(type, String(text))
    }
}
