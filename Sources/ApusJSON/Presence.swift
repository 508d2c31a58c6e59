/// A member that may be left out, be null, or have a value: for schemas where the three mean different things
/// (JSON Merge Patch, RFC 7396, is the common case).
public enum Presence<Value> {
    /// The object has no such member.
    case absent
    /// The member is there and is `null`.
    case null
    /// The member has a value.
    case value(Value)

    /// The value, or nil when the member is absent or null.
    public var valueOrNil: Value? {
        if case .value(let value) = self { value } else { nil }
    }
}

extension Presence: Sendable where Value: Sendable {}
extension Presence: Equatable where Value: Equatable {}
extension Presence: Hashable where Value: Hashable {}
