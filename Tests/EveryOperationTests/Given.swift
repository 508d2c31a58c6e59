import ApusYAML
import Foundation
import OpenRouter

/// What the document shows of one operation: its examples, and from them what must go out and come back.
struct Given: Sendable {
    let id: String
    let method: String
    let path: String
    /// Name, place and example of each parameter that has one.
    let parameters: [(name: String, place: String, example: YAMLNode)]
    /// The example of the JSON body.
    let json: YAMLNode?
    /// The example of a form.
    let form: YAMLNode?
    /// Whether the operation asks for no credential, other than the API as a whole.
    let isOpen: Bool
    /// The responses with their statuses.
    let responses: [(status: String, response: YAMLNode)]

    init(
        id: String, method: String, path: String, operation: YAMLNode, shared: [YAMLNode], document: YAMLNode
    ) throws {
        (self.id, self.method, self.path) = (id, method, path)
        parameters = try (shared + (operation.mapping?["parameters"]?.sequence ?? [])).compactMap { parameter in
            let parameter = try parameter.resolved(in: document)
            let schema = try parameter.mapping?["schema"]?.resolved(in: document)
            guard let example = parameter.mapping?["example"] ?? schema?.mapping?["example"] else { return nil }
            return (
                try parameter.at("name").scalar.orMissing("a name").text,
                try parameter.at("in").scalar.orMissing("a place").text, example
            )
        }
        let content = operation.mapping?["requestBody"]?.mapping?["content"]?.mapping
        func example(_ type: String) throws -> YAMLNode? {
            guard let media = content?[type] else { return nil }
            if let example = media.mapping?["example"] { return example }
            if let first = media.mapping?["examples"]?.mapping?.pairs.first { return first.value.mapping?["value"] }
            return try media.mapping?["schema"]?.resolved(in: document).mapping?["example"]
        }
        json = try example("application/json")
        form = try example("multipart/form-data")
        isOpen = operation.mapping?["security"]?.sequence?.isEmpty ?? false
        responses = try operation.at("responses").mapping.orMissing("responses").pairs.map {
            ($0.key, try $0.value.resolved(in: document))
        }
    }

    // What requests are made of

    func needed<Value: JSONCodable>(_ name: String) throws -> Value {
        try optional(name).orMissing("an example of \(name) in \(id)")
    }

    func optional<Value: JSONCodable>(_ name: String) throws -> Value? {
        try parameters.first { $0.name == name }.map { try Value(jsonBytes: $0.example.json.jsonBytes()) }
    }

    func body<Value: JSONCodable>() throws -> Value {
        try Value(jsonBytes: json.orMissing("an example of the body of \(id)").json.jsonBytes())
    }

    /// A file whose bytes are those of the example.
    func file() throws -> FilePart { .bytes(Self.fileBytes, fileName: "example.txt") }

    static let fileBytes = Array("Grüße\r\n--no boundary".utf8)

    // What must go out

    /// Path and query as RFC 3986 and the form's rules have them, in the document's order.
    var target: String {
        let filled = parameters.filter { $0.place == "path" }.reduce(path) { path, parameter in
            path.replacing("{\(parameter.name)}", with: Self.encoded(parameter.example, isForm: false))
        }
        let query = parameters.filter { $0.place == "query" }.map {
            Self.encoded(.init(.scalar(.init(text: $0.name, kind: .string)), range: $0.example.range), isForm: true)
                + "=" + Self.encoded($0.example, isForm: true)
        }
        return filled + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }

    /// Header fields and their values.
    var headers: [(name: String, value: String)] {
        parameters.filter { $0.place == "header" }.map { ($0.name, $0.example.scalar?.text ?? "") }
    }

    private static func encoded(_ node: YAMLNode, isForm: Bool) -> String {
        (node.scalar?.text ?? "").utf8.reduce(into: "") { text, byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                text.append(Character(Unicode.Scalar(byte)))
            case UInt8(ascii: " ") where isForm: text += "+"
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                text += "%" + (digits.count < 2 ? "0" : "") + digits
            }
        }
    }

    // What must come back

    /// The documented errors with each of their examples: status, the schema's name, the example.
    func errors() throws -> [(status: Int, schema: String, example: JSONValue)] {
        let document = try Document.shared.orMissing("a text").node
        return try responses.flatMap { status, response -> [(status: Int, schema: String, example: JSONValue)] in
            guard let code = Int(status), code >= 400 else { return [] }
            let media = try response.at("content", "application/json")
            let schema = try media.at("schema")
            let name = try schema.at("$ref").scalar.orMissing("a reference").text.split(separator: "/").last
            let named = media.mapping?["examples"]?.mapping?.pairs.compactMap { $0.value.mapping?["value"] }
            let examples = media.mapping?["example"].map { [$0] } ?? named
            let shown = try examples ?? [schema.resolved(in: document).at("example")]
            return shown.map { (code, String(name ?? ""), $0.json) }
        }
    }
}
