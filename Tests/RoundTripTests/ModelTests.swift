import Foundation
import OpenRouter
import OpenRouterExamples
import Testing

/// What servers do that their documents do not say.
@Suite struct ModelTests {
    static let example = OpenRouterExamples.getGeneration.responses[0].body

    /// The example with some members of `data` replaced, or removed where the new value is `nil`.
    static func generation(_ changes: [(String, JSONValue?)]) throws -> [UInt8] {
        var root = try object(JSONValue(jsonBytes: Array(example.utf8)))
        var data = try object(#require(root["data"]))
        for (key, value) in changes { data[key] = value }
        root["data"] = .object(data)
        return try JSONValue.object(root).jsonBytes()
    }

    static func object(_ value: JSONValue) throws -> JSONObject {
        guard case .object(let object) = value else { throw NotAnObject() }
        return object
    }

    struct NotAnObject: Error {}

    @Test func unknownEnumerationValuesAreKept() throws {
        let bytes = try Self.generation([("data_region", "mars"), ("api_type", "decisions")])
        let value = try GenerationResponse(jsonBytes: bytes)
        #expect(value.data.dataRegion.rawValue == "mars")
        #expect(value.data.apiType?.rawValue == "decisions")
        switch value.data.dataRegion {
        case .global, .europe, .us: Issue.record("mars is none of these")
        default: break
        }
        #expect(try JSONValue(jsonBytes: value.jsonBytes()) == JSONValue(jsonBytes: bytes))
    }

    @Test func unknownMembersAreKept() throws {
        let bytes = try Self.generation([("new_field", ["a": [1, 2.50]]), ("another", nil), ("zero", .null)])
        let value = try GenerationResponse(jsonBytes: bytes)
        #expect(value.data.unknownFields["new_field"] == ["a": [1, 2.5]])
        #expect(try JSONValue(jsonBytes: value.jsonBytes()) == JSONValue(jsonBytes: bytes))
    }

    @Test(arguments: ["workspace_id", "finish_reason", "app_id", "provider_responses", "api_type"])
    func absentRequiredNullablesAreNil(key: String) throws {
        let value = try GenerationResponse(jsonBytes: Self.generation([(key, nil)]))
        let encoded = try Self.object(Self.object(JSONValue(jsonBytes: value.jsonBytes()))["data"] ?? .null)
        #expect(encoded[key] == .null)
    }

    /// Absent, null and set stay what they were, though the property is a plain optional.
    @Test(arguments: [nil, JSONValue.null, "req-1"] as [JSONValue?])
    func optionalNullables(given: JSONValue?) throws {
        let bytes = try Self.generation([("request_id", given)])
        let value = try GenerationResponse(jsonBytes: bytes)
        #expect(value.data.requestID == (given == "req-1" ? "req-1" : nil))
        #expect(try JSONValue(jsonBytes: value.jsonBytes()) == JSONValue(jsonBytes: bytes))
    }

    @Test func aSetPropertyWinsOverTheNullThatCame() throws {
        var value = try GenerationResponse(jsonBytes: Self.generation([("request_id", .null)]))
        value.data.requestID = "mine"
        let data = try Self.object(Self.object(JSONValue(jsonBytes: value.jsonBytes()))["data"] ?? .null)
        #expect(data.filter { $0.key == "request_id" }.map(\.value) == ["mine"])
    }

    /// What must not be taken for something else, with the path of the complaint.
    @Test(
        arguments: [
            ("id", nil, "data.id"), ("id", .null, "data.id"), ("id", 7, "data.id"), ("app_id", "25", "data.app_id"),
            ("app_id", 1.5, "data.app_id"), ("app_id", true, "data.app_id"), ("is_byok", 1, "data.is_byok"),
            ("is_byok", "yes", "data.is_byok"), ("total_cost", "1.5", "data.total_cost"),
            ("data_region", .null, "data.data_region"), ("data_region", 3, "data.data_region"),
            ("provider_responses", [["status": 200], ["status": "ok"]], "data.provider_responses[1].status"),
        ] as [(String, JSONValue?, String)])
    func wrongTypes(key: String, value: JSONValue?, path: String) throws {
        let bytes = try Self.generation([(key, value)])
        let error = try #require(throws: JSONError.self) { try GenerationResponse(jsonBytes: bytes) }
        #expect(error.description.contains(path + ":"), "\(error)")
    }

    /// JSON Schema has 25.0 as an integer; nothing is lost.
    @Test func integralNumbersAreIntegers() throws {
        let bytes = Self.example.replacing("\"app_id\": 12345", with: "\"app_id\": 12.345e3")
        #expect(try GenerationResponse(jsonBytes: Array(bytes.utf8)).data.appID == 12345)
    }

    @Test func inputsAreToldApart() throws {
        func input(_ json: String) throws -> GenerationContentData.Input {
            try GenerationContentData.Input(jsonBytes: Array(json.utf8))
        }
        guard case .prompt(let prompt) = try input(#"{"prompt": "p"}"#) else { throw UnexpectedCase() }
        #expect(prompt.prompt == "p")
        guard case .messages(let messages) = try input(#"{"messages": [{"role": "user"}]}"#) else {
            throw UnexpectedCase()
        }
        #expect(messages.messages == [["role": "user"]])
        let both = #"{"prompt":"p","messages":[]}"#
        #expect(try JSONValue(jsonBytes: input(both).jsonBytes()) == JSONValue(jsonBytes: Array(both.utf8)))
        guard case .unknown(let unknown) = try input(#"{"audio": 1}"#) else { throw UnexpectedCase() }
        #expect(unknown == ["audio": 1])
    }

    struct UnexpectedCase: Error {}

    @Test func foundationsCodersWorkToo() throws {
        let value = try GenerationResponse(jsonBytes: Array(Self.example.utf8))
        let data = try JSONEncoder().encode(value)
        #expect(try JSONDecoder().decode(GenerationResponse.self, from: data) == value)
    }
}
