/// A set of values of which the API says that it does not grow (`x-speakeasy-unknown-values: disallow`): another value is
/// refused where one is read. A value that the caller makes is the caller's own business.
public typealias ClosedEnum = ClosedEnumDefaults & JSONModel

/// What a `ClosedEnum` gets for nothing.
public protocol ClosedEnumDefaults: OpenEnumDefaults {}

extension ClosedEnumDefaults {
    /// Reads the raw value, which must be a known one.
    public init(json: borrowing JSONReader) throws(JSONError) {
        let value = Self(rawValue: try RawValue(json: json))
        guard Self.knownValues.contains(where: { $0.rawValue == value.rawValue }) else {
            throw json.invalidValue("expected one of the documented values")
        }
        self = value
    }
}
