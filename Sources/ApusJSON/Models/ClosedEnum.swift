/// A set of values of which the API says that it does not grow (`x-speakeasy-unknown-values: disallow`): another value is
/// refused where one is read. A value that the caller makes is the caller's own business.
public protocol ClosedEnum: OpenEnum {}

extension ClosedEnum {
    /// Reads the raw value, which must be a known one.
    public init(json: borrowing JSONReader) throws(JSONError) {
        let value = Self(rawValue: try RawValue(json: json))
        guard Self.knownValues.contains(value) else {
            throw json.invalidValue("expected one of the documented values")
        }
        self = value
    }
}
