/// The code and the message that an error's body holds, as far as common habits tell.
struct ServerMessage: Equatable {
    var code: String?
    var message: String?

    private static let maximumLength = 1000

    /// Looks, in this order, at `error.message` and `error.code`, `error` as text (with `error_description`),
    /// `message`, `detail`, `title` and `error_description`, then at the body as plain text.
    init(body: [UInt8], contentType: String?) {
        guard !body.isEmpty else { return }
        if let json = Self.json(body) {
            read(json)
        } else {
            message = Self.plainText(body, contentType)
        }
    }

    /// The body as JSON. Stray bytes and a byte order mark, which a decoder has to refuse, do not cost the server's words:
    /// the bytes are U+FFFD in them.
    static func json(_ body: [UInt8]) -> JSONValue? {
        if let json = try? JSONValue(jsonBytes: body) { return json }
        let text = String(decoding: body, as: UTF8.self).unicodeScalars
        return try? JSONValue(jsonBytes: Array(String(text.first == "\u{FEFF}" ? text.dropFirst() : text[...]).utf8))
    }

    private mutating func read(_ json: JSONValue) {
        guard case .object(let object) = json else {
            if case .string(let text) = json { message = Self.shortened(text) }
            return
        }
        code = Self.code(object["code"])
        if case .object(let error) = object["error"] {
            code = Self.code(error["code"]) ?? code ?? Self.text(error["type"]) ?? Self.text(error["error_type"])
            message = Self.text(error["message"])
        } else if let text = Self.text(object["error"]) {
            let description = Self.text(object["error_description"]) ?? Self.text(object["message"])
            if description != nil { code = code ?? text }
            message = description ?? text
        }
        let rest = ["message", "detail", "title", "error_description"]
        message = message ?? rest.lazy.compactMap { Self.text(object[$0]) }.first
    }

    private static func text(_ value: JSONValue?) -> String? {
        guard case .string(let text) = value, !text.isEmpty else { return nil }
        return shortened(text)
    }

    /// A code is a text or a number; `404.0` is `404`.
    static func code(_ value: JSONValue?) -> String? {
        if case .number(let number) = value { return number.int.map(String.init) ?? number.description }
        return text(value)
    }

    /// The body, if it is short text and not a page.
    private static func plainText(_ body: [UInt8], _ contentType: String?) -> String? {
        let type = MediaType(contentType)
        let isText = type.map { ($0.type == "text" && $0.subtype != "html") || $0.isJSON } ?? true
        guard isText else { return nil }
        guard body.count <= maximumLength, let text = String(validating: body, as: UTF8.self) else { return nil }
        let isPrintable = text.unicodeScalars.allSatisfy { $0.value >= 0x20 || [0x09, 0x0A, 0x0D].contains($0.value) }
        let trimmed = text.trimmingSpace
        guard isPrintable, !trimmed.isEmpty, !"<{[".unicodeScalars.contains(trimmed.unicodeScalars.first!) else {
            return nil
        }
        return trimmed
    }

    private static func shortened(_ text: String) -> String {
        guard text.unicodeScalars.count > maximumLength else { return text }
        var short = String.UnicodeScalarView()
        short.append(contentsOf: text.unicodeScalars.prefix(maximumLength))
        return String(short) + "…"
    }
}

extension String {
    /// Without ASCII white space at both ends.
    fileprivate var trimmingSpace: String {
        var bytes = utf8[...]
        while let first = bytes.first, first <= 0x20 { bytes = bytes.dropFirst() }
        while let last = bytes.last, last <= 0x20 { bytes = bytes.dropLast() }
        return String(Substring(bytes))
    }
}
