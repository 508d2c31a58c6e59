/// Names that fight back, and a document that has each of them in every place where a name can stand.
enum HostileNames {
    /// Swift's keywords, those that are keywords only in some places, and attributes.
    static let keywords = """
        Any Self Type Protocol actor any as associatedtype associativity async await borrowing break case catch class
        consume consuming continue convenience copy default defer deinit didSet discard distributed do dynamic each else
        enum extension fallthrough false fileprivate final for func get guard if import in indirect infix init inout
        internal is isolated lazy left let macro mutating nil none nonisolated nonmutating open operator optional override
        package postfix precedence precedencegroup prefix private protocol public repeat required rethrows return right
        self sending set some static struct subscript super switch throw throws true try typealias unowned unsafe var
        weak where while willSet yield _ #if #available #selector @available @MainActor __FILE__ __owned
        """

    /// Types and modules that generated code itself refers to, or that live in what it imports.
    static let types = """
        AnyObject APIClient APIDescription APIError APIResponse ApusDefaultTransport ApusJSON ApusRuntime ApusTesting Array
        Base64Data Body Bool Bundle CalendarDate CallOptions Character Client ClosedEnum Codable Credential Credentials
        Data Date Decimal Decodable Decoder Dictionary Double Duration Element Encodable Encoder Equatable Error Float
        Foundation FoundationDate FoundationEssentials Golden GoldenClient GoldenError GoldenExamples Hashable HTTPRequest
        HTTPResponse HTTPTypes Indirect Input Int Int32 Int64 Item JSONCodable JSONError JSONKey JSONLimits JSONMembers
        JSONModel JSONObject JSONReader JSONRecord JSONTuple JSONUnion JSONValue JSONWriter Model Models Never NoContent
        OpenEnum Operation OperationDescription OperationRequest Operations Optional Output Payload Presence
        RawRepresentable RawValue Request RequestBody RequestBuilder Response ResponseStream Result Sendable Server
        ServerSentEvent Set String StaticString Swift Task Transport UInt8 URL UUID Unit Value Void Webhook Webhooks
        Answer Headers Query Variant
        """

    /// Members and arguments that generated code has itself, or gets from what it conforms to.
    static let members = """
        additionalItems additionalProperties allCases array base64 baseURL body client codingPath configuration core
        curl custom customMirror data decodeOutput description details encode error errors from group hash hashValue hasher
        head httpRequest id into item items json jsonBytes key knownValues label limits members message metadata newValue
        object oldValue operation options output path payload query rawValue request response security send server
        status storage success to transport unknown unknownFields value values visit webhook write writer
        """

    /// Nothing that an identifier could be made of as it is.
    static let others = [
        "", " ", "-", "--", "_", "__", "$", "$0", "1", "-1", "+1", "1.5", "24h", "007", "a b", "a-b", "a_b", "aB", "AB",
        "ab",
        "A B", "a.b", "a/b", "é", "e\u{301}", "É", "日本語", "😀", "👩‍👩‍👧", "٣", "`", "\"", "\\", "\\(x)", "'", "//", "/*",
        "*/", "\n",
        "\r\n", "\t", "\u{0}", "\u{7F}", "\u{85}", "\u{2028}", "\u{202E}", "\u{FEFF}", "../../etc/passwd", "{{x}}",
        "<x>", "&",
        "null", "NaN", "a\"; let x = \"", "`}`", "#\"", "\"\"\"", "userID", "user_id", "userId", "UserID", "user-ids",
        String(repeating: "long_", count: 54) + "ab", String(repeating: "long_", count: 54) + "ac",
    ]

    static let all: [String] = {
        let words = [keywords, types, members].flatMap { $0.split { $0 == " " || $0 == "\n" }.map(String.init) }
        // As bytes: strings that differ only in how Unicode composes them are equal.
        var seen: Set<[UInt8]> = []
        return (words + others).filter { seen.insert(Array($0.utf8)).inserted }
    }()

    /// Every name as schema, property, enumeration value, branch, tuple item, parameter in each place, tag, operation,
    /// webhook, security scheme and tag value. JSON, which holds any text.
    static var document: String {
        let names = all.filter { !$0.isEmpty }
        let tags = all.enumerated().map {
            "{\"title\": \(quoted($1)), \"required\": [\"t\"], \"properties\": {\"t\": {\"const\": \"\($0)\"}}}"
        }
        return """
            {"openapi": "3.1.0", "info": {"title": "Golden", "version": "1"}, "servers": [{"url": "https://a.example"}],
            "paths": {\((operations + parameters).joined(separator: ",\n"))},
            "webhooks": {\(map(names) { _, name in "{\"post\": {\"requestBody\": {\"content\": {\"application/json\": {\"schema\": \(reference(name))}}}}}" })},
            "components": {"securitySchemes": {\(map(names) { _, _ in "{\"type\": \"http\", \"scheme\": \"bearer\"}" })},
            "schemas": {\(map(all, schema)),
            "All properties": {"type": "object", "properties": {\(map(all) { $0 % 2 == 0 ? reference($1) : "{\"type\": \"string\", \"format\": \"date-time\"}" })}},
            "All required": {"type": "object", "required": [\(list(all))], "properties": {\(map(all) { index, _ in #"{"type": ["object", "null"], "properties": {"n\#(index)": {"type": "integer"}}}"# })}},
            "All values": {"type": "string", "enum": [\(list(all))]},
            "All named values": {"type": "integer", "enum": [\(all.indices.map(String.init).joined(separator: ", "))], "x-enum-varnames": [\(list(all))]},
            "All branches": {"oneOf": [\(tags.joined(separator: ",\n"))]},
            "All items": {"type": "array", "prefixItems": [\(all.map { "{\"type\": \"string\", \"title\": \(quoted($0))}" }.joined(separator: ",\n"))]}
            }}}
            """
    }

    /// An operation for each name, by which it, its tag and what it takes and gives is called.
    private static var operations: [String] {
        all.enumerated().map { index, name in
            """
            "/o/\(index)": {"post": {"operationId": \(quoted(name)), "tags": [\(quoted(name))],
            "requestBody": {"required": true, "content": {"application/json": {"schema": \(reference(name))}}},
            "responses": {"200": {"description": "d", "content": {"application/json": {"schema": \(reference(name))}}},
            "4\(index < 10 ? "0" : "")\(index % 90 + (index < 10 ? 0 : 10))": {"description": "d", "content": {"application/json": {"schema": \(reference(name))}}}}}}
            """
        }
    }

    /// All names as parameters; a part of them in each place, so that there are not too many for one function.
    private static var parameters: [String] {
        ["query", "header", "cookie", "path"].flatMap { place in
            stride(from: 0, to: all.count, by: 40).map { start in
                let names = all[start..<min(start + 40, all.count)].filter {
                    // What cannot stand in a header or between the braces of a path is refused with words.
                    place == "query" || !$0.isEmpty && $0.utf8.allSatisfy { letter($0) }
                }
                let path = place == "path" ? names.map { "/{\($0)}" }.joined() : ""
                let items = names.map {
                    "{\"name\": \(quoted($0)), \"in\": \"\(place)\", \"required\": true, \"schema\": {\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"string\"}}}}"
                }
                return """
                    "/p/\(place)/\(start)\(path)": {"post": {"operationId": "\(place)\(start)", "parameters": [\(items.joined(separator: ",\n"))],
                    "requestBody": {"content": {"application/json": {"schema": \(reference("All properties"))}}},
                    "responses": {"200": {"description": "d", "content": {"application/json": {"schema": {"type": "array", "items": {"anyOf": [\(reference("All values")), \(reference("All named values")), \(reference("All branches")), \(reference("All items")), \(reference("All required"))]}}}}}}}}
                    """
            }
        }
    }

    private static func letter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }

    /// A schema of each kind by turns.
    private static func schema(_ index: Int, _ name: String) -> String {
        switch index % 8 {
        case 0: #"{"type": "string", "enum": ["a", "b"]}"#
        case 1: #"{"oneOf": [{"type": "string"}, {"type": "array", "items": \#(reference(name))}]}"#
        case 2: #"{"type": "array", "items": {"type": "object", "properties": {"a": {"type": "string"}}}}"#
        case 3: #"{"type": "object", "additionalProperties": {"type": "string", "format": "uuid"}}"#
        default:
            """
            {"type": "object", "required": ["next"], "properties": {"next": {"type": "object", "properties": {"again": \(reference(name))}},
            "date": {"type": "string", "format": "\(["date-time", "uri", "byte", "uuid", "date"][index % 5])"}, "id": {"type": "string", "readOnly": true}}}
            """
        }
    }

    private static func reference(_ name: String) -> String {
        // RFC 6901, then what a fragment escapes.
        var text = ""
        for byte in name.replacing("~", with: "~0").replacing("/", with: "~1").utf8 {
            let digits = String(byte, radix: 16, uppercase: true)
            text += letter(byte) ? String(UnicodeScalar(byte)) : "%" + (digits.count < 2 ? "0" : "") + digits
        }
        return
            "{\"$ref\": \"#/components/schemas/\(text.replacing("%7E0", with: "~0").replacing("%7E1", with: "~1"))\"}"
    }

    private static func map(_ names: [String], _ value: (Int, String) -> String) -> String {
        names.enumerated().map { "\(quoted($1)): \(value($0, $1))" }.joined(separator: ",\n")
    }

    private static func list(_ names: [String]) -> String { names.map(quoted).joined(separator: ", ") }

    private static func quoted(_ text: String) -> String {
        var json = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": json += "\\\(scalar)"
            case "\u{0}"..."\u{1F}", "\u{7F}", "\u{85}", "\u{2028}", "\u{FEFF}":
                let code = String(scalar.value, radix: 16)
                json += "\\u" + String(repeating: "0", count: 4 - code.count) + code
            default: json.unicodeScalars.append(scalar)
            }
        }
        return json + "\""
    }
}
