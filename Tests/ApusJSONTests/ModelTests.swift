import ApusJSON
import Foundation
import Testing

/// What `JSONModel` and `OpenEnum` give for nothing: equality, hashing, description, `Codable`.
@Suite struct ModelTests {
    static let text = """
        {"type":"record","id":"a","cost":1.5,"patch":null,"state":"new","attempts":[{"status":200,"latency":null}],\
        "labels":{"x":[1,2]},"extra":{"deep":[true,{"n":18446744073709551615}]}}
        """

    @Test func equalityAndHash() throws {
        let record = try Record(jsonText: Self.text)
        var other = try Record(jsonText: Self.text.replacingOccurrences(of: "1.5", with: "15e-1"))
        #expect(record == other)
        #expect(record.hashValue == other.hashValue)
        other.unknownFields = ["one": 1, "two": [2]]
        var reordered = other
        reordered.unknownFields = ["two": [2.0], "one": 1]
        #expect(other == reordered)
        #expect(Set([other, reordered, record]).count == 2)
        other.attempts?[0].status = 201
        #expect(other != reordered)
    }

    @Test func notANumberNeitherTrapsNorEqualsNull() {
        let nan = Attempt(status: 1, latency: .nan)
        #expect(nan == nan)
        #expect(nan.hashValue == Attempt(status: 1, latency: .nan).hashValue)
        #expect(nan != Attempt(status: 1))
        #expect(nan != Attempt(status: 1, latency: .infinity))
        #expect(nan.description == #"{"status":1,"latency":nan}"#)
        #expect(throws: JSONError.self) { try nan.jsonBytes() }
    }

    @Test func descriptionsAreCompactAndCut() throws {
        #expect(Attempt(status: 200, latency: 0.5).description == #"{"status":200,"latency":0.5}"#)
        let long = try Record(jsonText: #"{"id":""# + String(repeating: "€", count: 2_000) + #""}"#)
        #expect(long.description.hasPrefix(#"{"type":"record","id":"€€€"#))
        #expect(long.description.hasSuffix("€…"))
        #expect((990...1_010).contains(long.description.utf8.count))
    }

    @Test func openEnums() throws {
        #expect(try Status(jsonText: #""ok""#) == .ok)
        #expect(try Status(jsonText: #""later""#).rawValue == "later")
        #expect(try [Status.ok, Status(rawValue: "x")].jsonText() == #"["ok","x"]"#)
        #expect(failure(Status.self, "1")?.message == "expected a string, found a number")
        #expect(try Level(jsonText: "1") == .low)
        #expect(Status.ok.description == "ok")
        #expect(Set([Status.ok, Status(rawValue: "ok"), Status(rawValue: "x")]).count == 2)
        switch Status(rawValue: "ok") {
        case .ok: break
        default: Issue.record("not ok")
        }
    }

    @Test func codableThroughFoundation() throws {
        let record = try Record(jsonText: Self.text)
        let data = try JSONEncoder().encode(record)
        #expect(try JSONValue(jsonBytes: [UInt8](data)) == JSONValue(jsonText: Self.text))
        #expect(try JSONDecoder().decode(Record.self, from: data) == record)
        #expect(try JSONDecoder().decode(Record.self, from: Data(Self.text.utf8)) == record)
        let mixed = Mixed(
            state: .ok, level: .low, tree: try Tree(jsonText: #"{"children":[{}]}"#), value: [1, nil, "x"])
        #expect(try JSONDecoder().decode(Mixed.self, from: JSONEncoder().encode(mixed)) == mixed)
    }

    private struct Mixed: Codable, Equatable {
        var state: Status
        var level: Level
        var tree: Tree
        var value: JSONValue
    }

    @Test func codableThroughAPropertyList() throws {
        let attempt = [Attempt(status: 200, latency: 0.5)]
        let data = try PropertyListEncoder().encode(attempt)
        #expect(try PropertyListDecoder().decode([Attempt].self, from: data) == attempt)
    }

    @Test func codableErrors() {
        do {
            _ = try JSONDecoder().decode([Attempt].self, from: Data(#"[{"status":"x"}]"#.utf8))
            Issue.record("no error")
        } catch DecodingError.dataCorrupted(let context) {
            #expect(context.codingPath.first?.intValue == 0)
            #expect(context.debugDescription.hasPrefix("status: expected an integer, found a string"))
            #expect(context.underlyingError is JSONError)
        } catch {
            Issue.record(error)
        }
        #expect(throws: EncodingError.self) { try JSONEncoder().encode(JSONValue.number(JSONNumber("1E400")!)) }
        #expect(throws: JSONError.self) { try JSONEncoder().encode(Attempt(status: 1, latency: .nan)) }
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(JSONObject.self, from: Data("[]".utf8)) }
    }

    @Test func valuesAndModelsConvert() throws {
        let value = try JSONValue(encoding: Attempt(status: 3))
        #expect(value == ["status": 3, "latency": nil])
        #expect(try value.decode(Attempt.self) == Attempt(status: 3))
        #expect(throws: JSONError.self) { try value.decode(Record.self) }
    }

    /// An input of what the API sent: members that only the API sends stay behind, unknown ones come along.
    @Test func copying() throws {
        struct Input: JSONFormDefaults, JSONModel {
            var status: Int
            var unknownFields: JSONObject

            init(json: borrowing JSONReader) throws(JSONError) {
                var object = try json.object()
                status = try object.required("status")
                object.discard("latency")
                object.discard("missing")
                unknownFields = try object.unknownFields()
            }

            func write(to writer: inout JSONWriter) {
                writer.beginObject(unknownFields)
                writer.required("status", status)
                writer.endObject()
            }
        }
        let attempt = try Attempt(jsonBytes: Array(#"{"latency":1.5,"extra":[1],"status":7}"#.utf8))
        let input = try Input(copying: attempt)
        #expect(input.status == 7)
        #expect(input.description == #"{"status":7,"extra":[1]}"#)
        #expect(throws: JSONError.self) { try Input(copying: input.unknownFields) }
    }
}
