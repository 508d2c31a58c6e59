public import ApusJSON
public import ApusRuntime

/// The arguments of a request, by label, as JSON.
public struct Arguments: Sendable {
    private let values: JSONObject

    init(_ json: [UInt8]) throws(JSONError) { values = try JSONObject(jsonBytes: json) }

    /// The argument, which must be there.
    public func required<T: JSONDecodable>(_ label: String) throws(JSONError) -> T {
        guard let value = values[label] else { throw JSONError(.missingKey, "there is no argument `\(label)`") }
        return try value.decode()
    }

    /// The argument, or nil.
    public func optional<T: JSONDecodable>(_ label: String) throws(JSONError) -> T? {
        guard let value = values[label] else { return nil }
        return try value.decode()
    }

    /// Bytes, which come as Base64.
    public func bytes(_ label: String) throws(JSONError) -> RequestBody {
        let data: Base64Data = try required(label)
        return .bytes(data.bytes)
    }

    /// Bytes, or nil.
    public func optionalBytes(_ label: String) throws(JSONError) -> RequestBody? {
        values[label] == nil ? nil : try bytes(label)
    }
}
