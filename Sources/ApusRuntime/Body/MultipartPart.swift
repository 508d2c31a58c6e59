/// A part of a multipart body.
public struct MultipartPart: Sendable {
    /// The part's name, for `multipart/form-data`.
    public var name: String?
    /// The name of its file, if it is one.
    public var fileName: String?
    /// Its media type; `nil` for none, which means plain text.
    public var contentType: String?
    /// Further header fields.
    public var headers: [String: String]
    /// Its contents.
    public var content: RequestBody

    /// A part from its contents.
    public init(
        name: String? = nil, fileName: String? = nil, contentType: String? = nil, headers: [String: String] = [:],
        _ content: RequestBody
    ) {
        self.name = name
        self.fileName = fileName
        self.contentType = contentType
        self.headers = headers
        self.content = content
    }

    /// A text field.
    public static func text(_ name: String, _ text: String) -> MultipartPart { MultipartPart(name: name, .text(text)) }

    /// A file.
    public static func file(_ name: String, _ file: FilePart) -> MultipartPart {
        MultipartPart(
            name: name, fileName: file.fileName, contentType: file.contentType(among: nil), headers: file.headers,
            file.content)
    }

    /// The part's header: RFC 7578, section 4.2, and RFC 2046, section 5.1.
    func header(inForm: Bool) throws(RequestProblem) -> String {
        var text = ""
        if let name {
            text += "Content-Disposition: form-data; name=\"\(Self.quoted(name))\""
        } else if fileName != nil || inForm {
            text += "Content-Disposition: \(inForm ? "form-data; name=\"\"" : "attachment")"
        }
        if let fileName { text += "; filename=\"\(Self.quoted(fileName))\"" }
        if !text.isEmpty { text += "\r\n" }
        if let contentType {
            try HeaderRules.check(contentType, of: "the content type of a part")
            text += "Content-Type: \(contentType)\r\n"
        }
        for (name, value) in headers.sorted(by: { $0.key < $1.key }) {
            guard let field = HTTPField.Name(name), field != .contentType, field != .contentDisposition else {
                throw RequestProblem(.header, "a part cannot have the header field it is given: a wrong or a set name")
            }
            try HeaderRules.check(value, of: "the header field `\(name)` of a part")
            text += "\(name): \(value)\r\n"
        }
        return text + "\r\n"
    }

    /// The text between quotes: what could end the quotes or the line is percent-encoded, as browsers do it (WHATWG
    /// HTML, multipart form data), and so are all other control characters and the backslash, which some servers read
    /// as an escape.
    static func quoted(_ text: String) -> String {
        var out: [UInt8] = []
        for byte in text.utf8 {
            if byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                let digits = Array("0123456789ABCDEF".utf8)
                out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            } else {
                out.append(byte)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}
