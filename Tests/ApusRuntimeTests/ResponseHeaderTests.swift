import Foundation
import Testing

@testable import ApusRuntime

/// Header fields' texts in, values out.
@Suite("Typed header fields")
struct ResponseHeaderTests {
    struct Color: JSONFormDefaults, JSONModel {
        var red: Int
        var name: String?

        init(json: borrowing JSONReader) throws(JSONError) {
            var object = try json.object()
            red = try object.required("R")
            name = try object.optional("name")
        }

        func write(to writer: inout JSONWriter) {}
    }

    static func read<Value: JSONCodable>(_ text: String, _ form: HeaderForm, as: Value.Type) -> String {
        let fields: HTTPFields = [HTTPField.Name("X-A")!: text]
        let value: Value? = fields.value("x-a", as: form)
        if let color = value as? Color { return "\(color.red) \(color.name ?? "-")" }
        return value.map { "\($0)" } ?? "nil"
    }

    static let rows: [(String, HeaderForm, String, String)] = [
        ("12", .text, "Int", "12"), ("12", .text, "String", "12"), ("twelve", .text, "Int", "nil"),
        ("-1.50", .text, "Double", "-1.5"), ("true", .text, "Bool", "true"), ("", .text, "String", ""),
        ("a, b,c", .list, "[String]", #"["a", "b", "c"]"#), ("1,2 , 3", .list, "[Int]", "[1, 2, 3]"),
        (#"W/"a,b", "c""#, .list, "[String]", #"["W/\"a,b\"", "\"c\""]"#), ("1,x", .list, "[Int]", "nil"),
        ("R,100,name,7", .object, "Color", "100 7"),
        ("R=100,name=true", .explodedObject, "Color", "100 true"),
        ("R=x", .explodedObject, "Color", "nil"), (#"{"R": 1}"#, .json, "Color", "1 -"),
        ("{", .json, "Color", "nil"), ("2024-02-29", .text, "Date", "2024-02-29"),
        ("2024-02-29T12:00:00Z", .text, "Time", "1709208000.0"),
        ("Thu, 29 Feb 2024 12:00:00 GMT", .text, "Time", "1709208000.0"),
    ]

    @Test("Values", arguments: rows)
    func values(text: String, form: HeaderForm, type: String, want: String) {
        let got =
            switch type {
            case "Int": Self.read(text, form, as: Int.self)
            case "String": Self.read(text, form, as: String.self)
            case "Double": Self.read(text, form, as: Double.self)
            case "Bool": Self.read(text, form, as: Bool.self)
            case "[String]": Self.read(text, form, as: [String].self)
            case "[Int]": Self.read(text, form, as: [Int].self)
            case "Color": Self.read(text, form, as: Color.self)
            case "Date": Self.read(text, form, as: CalendarDate.self)
            default: Self.time(text)
            }
        #expect(got == want)
    }

    static func time(_ text: String) -> String {
        let fields: HTTPFields = [HTTPField.Name("X-A")!: text]
        let value: Date? = fields.value("X-A")
        return value.map { "\($0.timeIntervalSince1970)" } ?? "nil"
    }

    /// In the style of generated code.
    struct Headers: ResponseHeaders {
        let fields: HTTPFields
        init(fields: HTTPFields) { self.fields = fields }
        var left: Int { get throws(HeaderFailure) { try required("X-Left") } }
        var tags: [String]? { value("X-Tags", as: .list) }
    }

    struct Headed: OperationRequest {
        typealias Output = JSONValue
        typealias Headers = ResponseHeaderTests.Headers
        static let operation = OperationDescription(
            id: "headed", method: "GET", path: "/headed", accept: ["application/json"], success: [.exact(200)])
        func encode(into request: inout RequestBuilder) {}
    }

    @Test("A response's headers are typed, and a wrong one fails no call")
    func response() async throws {
        let response = try await Harness(.json(200, "1", [("X-Left", "7"), ("X-Tags", "a,b")])).send(Headed())
        #expect(try response.headers.left == 7)
        #expect(response.headers.tags == ["a", "b"])
        let wrong = try await Harness(.json(200, "1", [("X-Left", "many")])).send(Headed())
        #expect(wrong.headers["x-left"] == "many" && wrong.headers[.contentType] == "application/json")
        #expect(wrong.headers.tags == nil)
        let failure = #expect(throws: HeaderFailure.self) { try wrong.headers.left }
        #expect(failure.map { "\($0)".contains("X-Left") && !"\($0)".contains("many") } == true)
        let missing = try await Harness(.json(200, "1")).send(Headed())
        let absent = #expect(throws: HeaderFailure.self) { try missing.headers.left }
        #expect(absent?.error == nil)
    }

    @Test("So are an error's")
    func error() async throws {
        let row = ScriptedTransport.Step.json(
            404, #"{"error":{"code":404,"message":"gone"}}"#, [("X-Left", "0"), ("x-request-id", "r")])
        guard case .notFound(let plain)? = await Harness(row).failure() else { throw CancellationError() }
        let error = HeaderedErrorResponse<ErrorBody, Headers>(plain.response)
        #expect(try error.headers.left == 0)
        #expect(error.body?.code == 404 && error.status == 404 && error.requestID == "r")
        let details: any FailureDetails = error
        #expect(details.headers?[HTTPField.Name("X-Left")!] == "0")
        #expect(details.description == plain.description)
    }
}
