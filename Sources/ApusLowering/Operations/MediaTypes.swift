import ApusOpenAPI

/// What media types are, by their names. All take a type without parameters, see ``essence(_:)``.
extension Builder {
    /// Type and subtype in small letters, without parameters.
    static func essence(_ contentType: String) -> String {
        let text = contentType.utf8.prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: " ") }
        return String(Substring(text)).lowercased()
    }

    static let formType = "application/x-www-form-urlencoded"

    /// JSON, and types in its syntax.
    static func isJSON(_ type: String) -> Bool {
        type == "application/json" || type == "text/json" || type.hasSuffix("+json")
    }

    /// XML, and types in its syntax.
    static func isXML(_ type: String) -> Bool {
        type == "application/xml" || type == "text/xml" || type.hasSuffix("+xml")
    }

    /// Media types whose body is a sequence of values.
    static func isStream(_ contentType: String) -> Bool {
        let type = essence(contentType)
        return [
            "text/event-stream", "application/jsonl", "application/x-jsonl", "application/jsonlines",
            "application/x-jsonlines", "application/ndjson", "application/x-ndjson", "application/json-seq",
        ].contains(type) || type.hasSuffix("+json-seq")
    }

    /// A range of media types, such as `image/*`.
    static func isRange(_ type: String) -> Bool { type.contains("*") }
}
