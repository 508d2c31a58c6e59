/// A place of an OpenAPI document that holds text, and a document with a text there.
struct Field: Sendable {
    let name: String
    /// JSON; `«»` is where the text goes, as a string with its quotes, `«/§»` where it goes behind a slash, `«#¶»` where a pointer
    /// names it.
    let template: String

    /// The document with a text in the place.
    func document(_ text: String) -> String {
        let parts = template.split(separator: "«", omittingEmptySubsequences: false)
        return parts.dropFirst().reduce(into: String(parts[0])) { document, part in
            let halves = part.split(separator: "»", maxSplits: 1, omittingEmptySubsequences: false)
            let inner = String(halves[0]).replacing("§", with: text).replacing("¶", with: JSON.pointerToken(text))
            let whole = inner.isEmpty ? text : inner
            document += JSON.quoted(whole) + halves[1]
        }
    }

    /// A document of OpenAPI 3.2 with an operation; each part says what stands there besides.
    init(
        _ name: String, info: String = ##""title": "T", "version": "1""##, root: String = "", path: String = ##""/a""##,
        item: String = "", id: String = ##""operationId": "op","##, operation: String = "",
        responses: String =
            ##""200": {"description": "d", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/S"}}}}"##,
        schema: String = ##""type": "object""##, schemas: String = "", components: String = ""
    ) {
        self.name = name
        template = """
            {"openapi": "3.2.0", "info": {\(info)}, \(root)
            "paths": {\(path): {\(item) "post": {\(id) \(operation) "responses": {\(responses)}}}},
            "components": {\(components) "schemas": {\(schemas) "S": {\(schema)}}}}
            """
    }

    /// A document that is another one altogether.
    init(_ name: String, document: String) {
        self.name = name
        template = document
    }

    /// Every place.
    static let all: [Field] =
        info + roots + servers + tags + paths + operations + parameters + bodies + responses + schemas + unions
        + hierarchies
        + extensions + components + security + webhooks + swagger
}

/// JSON as text.
enum JSON {
    /// A string with its quotes; whatever no YAML reader would take raw is escaped.
    static func quoted(_ text: String) -> String {
        var json = "\""
        for unit in text.utf16 {
            switch unit {
            case 0x20...0x21, 0x23...0x5B, 0x5D...0x7E: json.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
            default:
                let digits = String(unit, radix: 16)
                json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
        }
        return json + "\""
    }

    /// A text as part of a pointer in a fragment: RFC 6901, sections 3 and 6.
    static func pointerToken(_ text: String) -> String {
        let escaped = text.replacing("~", with: "~0").replacing("/", with: "~1")
        return escaped.utf8.reduce(into: "") { token, byte in
            let isPlain = byte == UInt8(ascii: "~") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            let digits = String(byte, radix: 16, uppercase: true)
            token += isPlain ? String(Unicode.Scalar(byte)) : "%" + (digits.count < 2 ? "0" : "") + digits
        }
    }
}
