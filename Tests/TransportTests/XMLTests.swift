import ApusJSON
import ApusRuntime
import ApusTesting
import Foundation
import HTTPTypes
import Testing

/// XML as text, and as values by a coder that the caller brings.
@Suite struct XMLTests {
    struct Note: Codable, Equatable { var text: String }

    /// A coder of flat elements, as an app would wrap a library of its choice.
    struct FlatXML: XMLCoding {
        struct Malformed: Error {}

        func encode<T: Encodable>(_ value: T) throws -> String {
            let members = try JSONDecoder().decode([String: String].self, from: JSONEncoder().encode(value))
            return "<v>" + members.map { "<\($0)>\($1)</\($0)>" }.joined() + "</v>"
        }

        func decode<T: Decodable>(_ type: T.Type, from text: String) throws -> T {
            guard let match = text.firstMatch(of: /<v><(\w+)>(.*)<\/\w+><\/v>/) else { throw Malformed() }
            let members = [String(match.1): String(match.2)]
            return try JSONDecoder().decode(type, from: JSONEncoder().encode(members))
        }
    }

    /// As generated for a body and an answer in XML.
    struct SendNote: OperationRequest {
        typealias Output = XMLText
        static let operation = OperationDescription(
            id: "send", method: "PUT", path: "/send", accept: ["application/xml"], success: [.exact(200)])
        var body: XMLText

        func encode(into request: inout RequestBuilder) { request.xml(body, contentType: "application/xml") }

        static func decodeOutput(
            from body: [UInt8], head: HTTPResponse, limits: JSONLimits
        ) throws(JSONError) -> XMLText {
            XMLText(String(decoding: body, as: UTF8.self))
        }
    }

    @Test(arguments: TransportKind.allCases)
    func valuesTravelBothWays(kind: TransportKind) async throws {
        try await Wire.run(kind) { server, client in
            server.respond(to: "send") { request in
                .response(
                    status: 200, headers: ["Content-Type": "application/xml"],
                    body: request.bodyText.replacing("Grüße", with: "Danke"))
            }
            let body = try XMLText(Note(text: "Grüße"), with: FlatXML())
            let answer = try await client.send(SendNote(body: body)).value
            #expect(server.requests.first?.bodyText == "<v><text>Grüße</text></v>")
            #expect(server.requests.first?.header("Content-Type") == "application/xml")
            #expect(server.requests.first?.header("Accept")?.hasPrefix("application/xml") == true)
            #expect(answer.text == "<v><text>Danke</text></v>")
            #expect(try answer.decode(Note.self, with: FlatXML()) == Note(text: "Danke"))
            #expect(throws: FlatXML.Malformed.self) { try XMLText("<x/>").decode(Note.self, with: FlatXML()) }
        }
    }
}
