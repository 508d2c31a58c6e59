/// A set of known values that may grow: a struct around the raw value with the known ones as static members. Unknown
/// values are kept and written back.
public typealias OpenEnum = OpenEnumDefaults & JSONModel

/// What an `OpenEnum` gets for nothing.
public protocol OpenEnumDefaults: RawRepresentable, JSONCodable
where RawValue: JSONCodable & Hashable & Sendable {
    /// Any value, known or not.
    init(rawValue: RawValue)
    /// The values that the API documents; empty where that is not said.
    static var knownValues: [Self] { get }
}

extension OpenEnumDefaults {
    /// Not said.
    public static var knownValues: [Self] { [] }
}

extension OpenEnumDefaults {
    /// Reads the raw value.
    public init(json: borrowing JSONReader) throws(JSONError) {
        self.init(rawValue: try RawValue(json: json))
        if json.isCompared { countUnknown(json) }
    }

    @inline(never)
    private func countUnknown(_ json: borrowing JSONReader) {
        let known = Self.knownValues
        if !known.isEmpty, !known.contains(where: { $0.rawValue == rawValue }) { json.countMisfit() }
    }

    /// Writes the raw value.
    public func write(to writer: inout JSONWriter) { rawValue.write(to: &writer) }

    /// Whether the raw values are equal.
    public static func == (left: Self, right: Self) -> Bool { left.rawValue == right.rawValue }

    /// Hashes the raw value.
    public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }

    /// The hash of the raw value.
    public var hashValue: Int { rawValue.hashValue }

    /// The raw value as text.
    public var description: String { "\(rawValue)" }

    /// Reads the raw value from any decoder.
    public init(from decoder: any Decoder) throws { self = try JSONValue.decode(from: decoder) }

    /// Writes the raw value to any encoder.
    public func encode(to encoder: any Encoder) throws {
        try JSONValue(encoding: rawValue).encode(to: encoder)
    }
}

extension OpenEnumDefaults where Self: Hashable {
    /// The hash of the raw value for a set or a dictionary. Given here, because the compiler would make one for each type.
    public func _rawHashValue(seed: Int) -> Int { rawValue._rawHashValue(seed: seed) }
}
