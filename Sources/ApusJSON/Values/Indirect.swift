/// Stores a value outside of the struct that holds it, so that a record can hold another of its own kind.
///
/// Generated code puts it on the properties that would otherwise make a type contain itself.
@propertyWrapper
public enum Indirect<Value> {
    /// The value, elsewhere.
    indirect case stored(Value)

    /// Stores a value.
    public init(wrappedValue: Value) { self = .stored(wrappedValue) }

    /// The value.
    public var wrappedValue: Value {
        get {
            switch self {
            case .stored(let value): value
            }
        }
        set { self = .stored(newValue) }
    }
}

extension Indirect: Sendable where Value: Sendable {}
