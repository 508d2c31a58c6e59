/// What every generated type is. What that takes comes from `JSONRecordDefaults`, `OpenEnumDefaults` or `JSONFormDefaults`,
/// because conformances synthesised for a thousand types cost minutes of building.
///
/// - Two values are equal when their JSON is: numbers by value, members in whatever order. (A value with NaN in it
///   equals those that write the same bytes.)
/// - `Codable` works with any coder by way of `JSONValue`, within what that coder can carry: see `JSONValue`'s
///   `Codable` conformance.
/// - `description` is compact JSON, cut at about 1,000 characters.
///
/// A name for several protocols, not one that inherits them: each type's table of a protocol that inherits from the
/// standard library's is made at run time, by code that every type would have to bring along.
public typealias JSONModel = JSONCodable & Codable & Hashable & Sendable & CustomStringConvertible

/// What generated unions conform to.
public typealias JSONUnion = JSONFormDefaults & JSONModel

/// What generated tuples conform to.
public typealias JSONTuple = JSONFormDefaults & JSONModel

/// What a `JSONModel` gets for nothing that reads and writes itself, as unions, tuples and types written by hand do.
public protocol JSONFormDefaults: JSONCodable {}

extension JSONFormDefaults {
    /// Whether both have the same JSON form; see `JSONModel`.
    public static func == (left: Self, right: Self) -> Bool { JSONForm(left) == JSONForm(right) }

    /// Hashes the JSON form; see `JSONModel`.
    public func hash(into hasher: inout Hasher) { JSONForm(self).hash(into: &hasher) }

    /// The hash of the JSON form; see `JSONModel`. Given here, because the compiler would make one for each type.
    public var hashValue: Int { JSONForm(self).hashValue }

    /// Compact JSON, cut at about 1,000 characters.
    public var description: String { JSONForm(self).shortText }

    /// Reads from any decoder; see `JSONValue.init(from:)` for what other coders lose.
    public init(from decoder: any Decoder) throws { self = try JSONValue.decode(from: decoder) }

    /// Writes to any encoder; see `JSONValue.encode(to:)`.
    public func encode(to encoder: any Encoder) throws { try JSONValue(encoding: self).encode(to: encoder) }
}

extension JSONFormDefaults where Self: Hashable {
    /// The hash of the JSON form for a set or a dictionary. Given here for the same reason.
    public func _rawHashValue(seed: Int) -> Int { JSONForm(self)._rawHashValue(seed: seed) }
}

extension JSONFormDefaults {
    /// Makes a value of the members of another, by way of JSON: what the API takes from what it sent, as in
    /// `PetInput(copying: pet)`. Members that only the API sends are left behind.
    ///
    /// - Throws: `JSONError` when the other value lacks a member that this type must have.
    public init(copying other: some JSONCodable) throws(JSONError) {
        self = try JSONValue(encoding: other).decode(Self.self)
    }
}

extension JSONValue {
    /// The JSON form of a value.
    ///
    /// - Throws: `JSONError` when it has none; see `JSONCodable.jsonBytes()`.
    public init(encoding value: some JSONCodable) throws(JSONError) {
        try self.init(jsonBytes: value.jsonBytes(), limits: .ownText)
    }

    /// Reads a value of another type from this one.
    ///
    /// - Throws: `JSONError` whose place refers to the compact text of this value.
    public func decode<T: JSONCodable>(_ type: T.Type = T.self) throws(JSONError) -> T {
        try T(jsonBytes: jsonBytes(), limits: .ownText)
    }

    /// What any decoder holds, by way of JSON.
    static func decode<T: JSONCodable>(from decoder: any Decoder) throws -> T {
        let value = try JSONValue(from: decoder)
        do {
            return try value.decode()
        } catch {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: error.description, underlyingError: error))
        }
    }
}
