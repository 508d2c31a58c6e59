import OpenRouter
@testable import OpenRouterKit
import Testing

/// Types in, schemas out.
@Suite struct SchemaTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let derived: Result<JSONSchema, SchemaError>
        let want: JSONValue

        init<Value: Decodable>(_ type: Value.Type, strict: Bool = false, _ want: JSONValue) {
            testDescription = "\(type), strict: \(strict)"
            derived = Result { () throws(SchemaError) in try JSONSchema(of: type, strict: strict) }
            self.want = want
        }
    }

    static func object(
        _ properties: JSONValue, _ required: [JSONValue], _ more: JSONObject = [:]
    ) -> JSONValue {
        var object: JSONObject = [
            "type": "object", "properties": properties, "required": .array(required), "additionalProperties": false,
        ]
        for (key, value) in more { object[key] = value }
        return .object(object)
    }

    static let string: JSONValue = ["type": "string"]
    static let integer: JSONValue = ["type": "integer"]
    static let null: JSONValue = ["type": "null"]
    static let unit: JSONValue = ["type": "string", "enum": ["celsius", "fahrenheit"]]
    static let flat = object(
        ["name": string, "age": integer, "weight": ["type": "number"], "is_member": ["type": "boolean"]],
        ["name", "age", "is_member"])
    static let strictFlat = object(
        [
            "name": string, "age": integer, "weight": ["anyOf": [["type": "number"], null]],
            "is_member": ["type": "boolean"],
        ], ["name", "age", "weight", "is_member"])

    static func tree(_ reference: JSONValue) -> JSONValue {
        object(
            ["value": integer, "children": ["type": "array", "items": ["$ref": reference]]], ["value", "children"])
    }

    static let rows = [
        Row(Nothing.self, object([:], [])), Row(Flat.self, flat), Row(Flat.self, strict: true, strictFlat),
        Row(
            Deep.self,
            object(
                [
                    "flat": flat,
                    "rows": [
                        "type": "array",
                        "items": ["type": "array", "items": ["anyOf": [["type": "integer"], ["type": "null"]]]],
                    ], "size": ["type": "integer", "minimum": 0],
                ], ["rows", "size"])),
        Row(
            Loose.self,
            object(
                [
                    "tags": ["type": "array", "items": string, "uniqueItems": true],
                    "counts": ["type": "object", "additionalProperties": integer], "anything": [:],
                ], ["tags", "counts"])),
        Row(
            Enumerations.self,
            object(
                [
                    "unit": unit, "levels": ["type": "array", "items": ["type": "integer", "enum": [1, 2]]],
                    "other": unit,
                ], ["unit", "levels"])),
        Row(
            Formats.self,
            object(
                [
                    "at": ["type": "string", "format": "date-time"], "id": ["type": "string", "format": "uuid"],
                    "link": ["type": "string", "format": "uri"],
                    "bytes": ["type": "string", "contentEncoding": "base64"], "price": ["type": "number"],
                    "share": ["type": "number"],
                ], ["at", "id", "link", "bytes", "price", "share"])),
        Row(Tree.self, tree("#")),
        Row(
            Forest.self,
            object(
                ["first": ["$ref": "#/$defs/Tree"], "others": ["type": "array", "items": ["$ref": "#/$defs/Tree"]]],
                ["first", "others"], ["$defs": ["Tree": tree("#/$defs/Tree")]])),
        Row(Chain.self, object(["next": ["$ref": "#"]], [])),
        Row(Chain.self, strict: true, object(["next": ["anyOf": [["$ref": "#"], null]]], ["next"])),
        Row(
            Described.self, strict: true,
            object(
                [
                    "city": ["type": "string", "description": "In English."],
                    "unit": ["anyOf": [unit, null], "description": "Of the temperature."],
                ], ["city", "unit"], ["description": "A place."])),
        Row(Contact.self, object(["address": ["type": "string", "format": "email"]], ["address"])),
        Row(
            ByHand.self,
            object(
                ["outer": object(["inner": integer], ["inner"]), "maybe": string, "other": string], ["outer", "other"])),
        Row(Dog.self, object(["name": string, "legs": integer], ["name", "legs"])),
        Row([Int].self, ["type": "array", "items": integer]),
    ]

    @Test(arguments: rows) func isDerived(row: Row) throws {
        let got = try JSONValue.object(row.derived.get().members)
        #expect(got == row.want, "\(got)\n\(row.want)")
    }

    struct ErrorRow: Sendable, CustomTestStringConvertible {
        let derived: Result<JSONSchema, SchemaError>
        let path: [String]
        let words: String
        var testDescription: String { path.joined(separator: ".") }

        init<Value: Decodable>(_ type: Value.Type, strict: Bool = false, _ path: [String], _ words: String) {
            derived = Result { () throws(SchemaError) in try JSONSchema(of: type, strict: strict) }
            self.path = path
            self.words = words
        }
    }

    static let errors = [
        ErrorRow(HasOpen.self, ["HasOpen", "open"], "its values cannot be listed; make it `CaseIterable`"),
        ErrorRow(Swallowing.self, ["Swallowing", "open"], "its values cannot be listed"),
        ErrorRow(HasPayload.self, ["HasPayload", "items", "[]"], "reads members whose names its code does not fix"),
        ErrorRow(Positions.self, ["Positions"], "it reads an array by itself"),
        ErrorRow(Endless.self, ["Endless", "inner"], "it holds itself"),
        ErrorRow(Misnamed.self, ["Misnamed"], "has `town`, which the type does not read; it reads: city"),
        ErrorRow(BadKeys.self, ["BadKeys", "counts"], "`Unit` cannot be the name of a member"),
        ErrorRow(Loose.self, strict: true, ["Loose", "counts"], "ask with `strict: false`"),
        ErrorRow(ChatResult.self, ["ChatResult"], "give it a schema with `SchemaDescribing`"),
    ]

    @Test(arguments: errors) func isRefused(row: ErrorRow) throws {
        let error = try #require(throws: SchemaError.self) { _ = try row.derived.get() }
        #expect(error.path == row.path)
        #expect(error.message.contains(row.words), "\(error)")
    }

    @Test func theErrorNamesThePlace() {
        let error = SchemaError(path: ["A", "items", "[]", "price"], message: "no")
        #expect(error.description == "no JSON Schema for `A.items[].price`: no")
    }

    @Test func toolsAndAnswersAreObjects() {
        #expect(throws: SchemaError.self) { _ = try ChatTool("f", arguments: [Int].self) }
        #expect(throws: SchemaError.self) { _ = try StructuredOutput([Int].self) }
    }
}
