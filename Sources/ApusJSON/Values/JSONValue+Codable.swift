extension JSONValue: Codable {
    /// Reads from any decoder by asking it for null, a boolean, an object, an array, a number and a string in turn.
    ///
    /// What the decoder does not carry is lost: Foundation's `JSONDecoder` gives members in no particular order,
    /// numbers beyond `Int64`, `UInt64` and `Double` not at all, and other decimals rounded to a `Double`. To read JSON
    /// text exactly, use `init(jsonBytes:limits:)`.
    public init(from decoder: any Decoder) throws {
        if let container = try? decoder.container(keyedBy: AnyCodingKey.self) {
            self = .object(try JSONValue.members(of: container))
        } else if var container = try? decoder.unkeyedContainer() {
            self = .array(try JSONValue.elements(of: &container))
        } else {
            self = try JSONValue.scalar(of: decoder.singleValueContainer())
        }
    }

    private static func members(of container: KeyedDecodingContainer<AnyCodingKey>) throws -> JSONObject {
        var object = JSONObject()
        for key in container.allKeys { object[key.stringValue] = try container.decode(JSONValue.self, forKey: key) }
        return object
    }

    private static func elements(of container: inout any UnkeyedDecodingContainer) throws -> [JSONValue] {
        var elements: [JSONValue] = []
        while !container.isAtEnd { elements.append(try container.decode(JSONValue.self)) }
        return elements
    }

    private static func scalar(of container: any SingleValueDecodingContainer) throws -> JSONValue {
        if container.decodeNil() { return .null }
        if let value = try? container.decode(Bool.self) { return .bool(value) }
        if let value = try? container.decode(Int64.self) { return .number(JSONNumber(value)) }
        if let value = try? container.decode(UInt64.self) { return .number(JSONNumber(value)) }
        if let value = try? container.decode(Double.self), let number = JSONNumber(value) { return .number(number) }
        return .string(try container.decode(String.self))
    }

    /// Writes to any encoder. Numbers go as `Int64`, else `UInt64`, else `Double`, the most that `Encoder` knows:
    /// longer decimals are rounded. For exact JSON text use `jsonBytes()`.
    ///
    /// - Throws: `EncodingError.invalidValue` for a number beyond the largest double; what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .array(let elements):
            var container = encoder.unkeyedContainer()
            for element in elements { try container.encode(element) }
        case .object(let members):
            var container = encoder.container(keyedBy: AnyCodingKey.self)
            for (key, value) in members { try container.encode(value, forKey: AnyCodingKey(stringValue: key)) }
        default:
            try encodeScalar(to: encoder)
        }
    }

    private func encodeScalar(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .bool(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .number(let value): try JSONValue.encode(value, to: &container)
        default: try container.encodeNil()
        }
    }

    private static func encode(_ number: JSONNumber, to container: inout any SingleValueEncodingContainer) throws {
        if let value = number.int64 { return try container.encode(value) }
        if let value = number.uint64 { return try container.encode(value) }
        guard let value = number.double else {
            throw EncodingError.invalidValue(
                number, .init(codingPath: container.codingPath, debugDescription: "a number beyond the largest Double"))
        }
        try container.encode(value)
    }
}

extension JSONObject: Codable {
    /// Reads an object from any decoder; see `JSONValue.init(from:)`.
    public init(from decoder: any Decoder) throws {
        guard case .object(let object) = try JSONValue(from: decoder) else {
            throw DecodingError.typeMismatch(
                JSONObject.self, .init(codingPath: decoder.codingPath, debugDescription: "expected an object"))
        }
        self = object
    }

    /// Writes to any encoder; see `JSONValue.encode(to:)`.
    public func encode(to encoder: any Encoder) throws { try JSONValue.object(self).encode(to: encoder) }
}

/// Any member name.
private struct AnyCodingKey: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}
