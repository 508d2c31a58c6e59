/// A part of a body of parts (RFC 2046, section 5.1).
public struct ResponsePart: Sendable, Hashable, CustomStringConvertible {
    /// The part's own header fields.
    public var headers: HTTPFields
    /// The part's content.
    public var body: [UInt8]

    /// A part from its header fields and its content.
    public init(headers: HTTPFields = [:], body: [UInt8]) {
        self.headers = headers
        self.body = body
    }

    /// The media type, if it is said.
    public var contentType: String? { headers[.contentType] }
    /// The name of the form's field, if it is said.
    public var name: String? { disposition("name") }
    /// The name of the file, if it is said. It is the server's word: no path to write to.
    public var fileName: String? { disposition("filename") }
    /// The content as text.
    public var text: String { String(decoding: body, as: UTF8.self) }

    /// How long the content is; not what it says.
    public var description: String { "ResponsePart(\(body.count) bytes)" }

    private func disposition(_ parameter: String) -> String? {
        headers[.contentDisposition].flatMap { HeaderParameters.value(parameter, in: $0) }
    }
}

/// The parameters behind a header field's value: `form-data; name="a"`.
enum HeaderParameters {
    /// The parameter of a name, in any letter case, without its quotes.
    static func value(_ name: String, in text: String) -> String? {
        for item in items(text).dropFirst() {
            guard let equals = item.firstIndex(of: UInt8(ascii: "=")) else { continue }
            let key = String(decoding: item[..<equals].filter { $0 > 0x20 }, as: UTF8.self)
            if key.lowercased() == name { return unquoted(item[item.index(after: equals)...]) }
        }
        return nil
    }

    /// What stands between semicolons that are not quoted.
    private static func items(_ text: String) -> [[UInt8]] {
        var items: [[UInt8]] = [[]]
        var isQuoted = false
        var isEscaped = false
        for byte in text.utf8 {
            if byte == UInt8(ascii: ";"), !isQuoted { items.append([]); continue }
            if byte == UInt8(ascii: "\""), !isEscaped { isQuoted.toggle() }
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
            items[items.count - 1].append(byte)
        }
        return items
    }

    private static func unquoted(_ value: ArraySlice<UInt8>) -> String {
        var value = value
        while let last = value.last, last <= 0x20 { value = value.dropLast() }
        while let first = value.first, first <= 0x20 { value = value.dropFirst() }
        guard value.count >= 2, value.first == UInt8(ascii: "\""), value.last == UInt8(ascii: "\"") else {
            return String(decoding: value, as: UTF8.self)
        }
        var text: [UInt8] = []
        var isEscaped = false
        for byte in value.dropFirst().dropLast() {
            if byte == UInt8(ascii: "\\"), !isEscaped { isEscaped = true; continue }
            text.append(byte)
            isEscaped = false
        }
        return String(decoding: text, as: UTF8.self)
    }
}
