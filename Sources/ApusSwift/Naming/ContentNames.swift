import ApusIR

/// What the contents of a body are called: by how they are written, and by their media types where several are written
/// alike.
enum ContentNames {
    /// The words for each content.
    static func wishes(_ contents: [Payload]) -> [String] {
        let counts = Dictionary(contents.map { (kind($0.coding), 1) }, uniquingKeysWith: +)
        return contents.map { content in
            counts[kind(content.coding)] == 1 && content.coding != .text && content.coding != .stream
                ? kind(content.coding) : words(content)
        }
    }

    private static func kind(_ coding: Payload.Coding) -> String {
        switch coding {
        case .json, .form, .text, .xml: coding.rawValue
        case .multipart, .parts: "multipart"
        case .binary, .media: "bytes"
        case .stream: "items"
        }
    }

    /// The subtype's words, without those that every such type has.
    private static func words(_ content: Payload) -> String {
        let parts = content.contentType.lowercased().split(separator: ";").map { $0.filter { $0 != " " } }
        let type = parts.first ?? ""
        if let plain = plainNames[type] { return ([plain] + telling(parts)).joined(separator: " ") }
        return ([Payload.subtypeWord(type)] + telling(parts)).joined(separator: " ")
    }

    /// Parameters that tell one media type from another.
    private static func telling(_ parts: [String]) -> [String] {
        parts.dropFirst().filter { !$0.hasPrefix("charset=") && !$0.hasPrefix("boundary=") }
            .map { $0.replacing("=", with: " ") }
    }

    private static let plainNames = [
        "application/json": "json", "text/json": "json", "text/plain": "text", "application/xml": "xml",
        "text/xml": "xml", "application/octet-stream": "bytes", "multipart/form-data": "form data",
        "text/event-stream": "events", "application/jsonl": "json lines", "application/x-jsonl": "json lines",
        "application/jsonlines": "json lines", "application/x-jsonlines": "json lines",
        "application/ndjson": "json lines", "application/x-ndjson": "json lines",
        "application/json-seq": "json sequence",
    ]
}
