public import ApusJSON
public import ApusRuntime

/// The arguments of a request, or the parts of a form, by label, as JSON.
public struct Arguments: Sendable {
    private let values: JSONObject

    init(_ json: [UInt8]) throws(JSONError) { values = try JSONObject(jsonBytes: json) }

    private init(values: JSONObject) { self.values = values }

    /// The argument, which must be there.
    public func required<T: JSONCodable>(_ label: String) throws(JSONError) -> T {
        guard let value = values[label] else { throw JSONError(.missingKey, "there is no argument `\(label)`") }
        return try value.decode()
    }

    /// The argument, or nil.
    public func optional<T: JSONCodable>(_ label: String) throws(JSONError) -> T? {
        guard let value = values[label] else { return nil }
        return try value.decode()
    }

    /// What is read from the arguments, or nil where there is no argument of the label.
    public func given<T>(_ label: String, _ read: (Arguments) throws -> T) rethrows -> T? {
        values[label] == nil ? nil : try read(self)
    }

    /// What is read from an argument that has labels of its own.
    public func form<T>(_ label: String, _ read: (Arguments) throws -> T) throws -> T {
        try read(Arguments(values: required(label)))
    }
}

/// What has no JSON of its own: bytes come as Base64.
extension Arguments {
    /// Bytes.
    public func bytes(_ label: String) throws(JSONError) -> RequestBody {
        let data: Base64Data = try required(label)
        return .bytes(data.bytes)
    }

    /// A file. Its header fields are in an argument of their own.
    public func file(_ label: String) throws(JSONError) -> FilePart {
        try FilePart(bytes(label), headers: headers(label))
    }

    /// Files, all with the same header fields.
    public func files(_ label: String) throws(JSONError) -> [FilePart] {
        let (all, headers): ([Base64Data], _) = try (required(label), headers(label))
        return all.map { FilePart(.bytes($0.bytes), headers: headers) }
    }

    /// Files by their names.
    public func filesByName(_ label: String) throws(JSONError) -> [String: FilePart] {
        let all: [String: Base64Data] = try required(label)
        return all.mapValues { .bytes($0.bytes) }
    }

    private func headers(_ label: String) throws(JSONError) -> [String: String] {
        try optional(label + " headers") ?? [:]
    }

    /// A body, which comes as its bytes and its media type.
    public func media(_ label: String) throws -> MediaContent {
        try form(label) { MediaContent(try $0.bytes("bytes"), contentType: try $0.required("contentType")) }
    }

    /// A document, as text.
    public func xml(_ label: String) throws(JSONError) -> XMLText { XMLText(try required(label)) }

    /// Values one after the other.
    public func stream<T: JSONCodable>(_ label: String) throws(JSONError) -> RequestStream<T> {
        RequestStream(try required(label))
    }

    /// Text fields, by their names.
    public func parts(_ label: String) throws(JSONError) -> [MultipartPart] {
        let fields: JSONObject = try required(label)
        return try fields.map { name, value throws(JSONError) in .text(name, try value.decode()) }
    }
}
