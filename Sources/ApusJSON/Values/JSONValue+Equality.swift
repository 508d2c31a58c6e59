extension JSONValue: Hashable {
    /// Whether both are the same JSON: numbers by value, strings by bytes, objects in whatever order. Iterative, so
    /// that depth costs no stack.
    public static func == (left: JSONValue, right: JSONValue) -> Bool {
        var pairs = [(left, right)]
        while let (left, right) = pairs.popLast() {
            guard areEqualAtTop(left, right, &pairs) else { return false }
        }
        return true
    }

    /// Compares two values but for their contents, which it leaves to be compared.
    private static func areEqualAtTop(
        _ left: JSONValue, _ right: JSONValue, _ pairs: inout [(JSONValue, JSONValue)]
    ) -> Bool {
        switch (left, right) {
        case (.null, .null): return true
        case (.bool(let left), .bool(let right)): return left == right
        case (.number(let left), .number(let right)): return left == right
        case (.string(let left), .string(let right)): return JSONString.areIdentical(left, right)
        case (.array(let left), .array(let right)):
            pairs += zip(left, right)
            return left.count == right.count
        case (.object(let left), .object(let right)): return pair(left, right, &pairs)
        default: return false
        }
    }

    private static func pair(
        _ left: JSONObject, _ right: JSONObject, _ pairs: inout [(JSONValue, JSONValue)]
    ) -> Bool {
        guard left.count == right.count else { return false }
        for (key, value) in left {
            guard let other = right[key] else { return false }
            pairs.append((value, other))
        }
        return true
    }

    /// Hashes so that equal values hash equally. What lies deeper than 16 levels does not count, which bounds the stack.
    public func hash(into hasher: inout Hasher) { hash(into: &hasher, levels: 16) }

    private func hash(into hasher: inout Hasher, levels: Int) {
        switch self {
        case .null: hasher.combine(0)
        case .bool(let value): hasher.combine(value)
        case .number(let value): hasher.combine(value)
        case .string(let value): hasher.combine(JSONString(value))
        case .array(let elements):
            hasher.combine(elements.count)
            guard levels > 0 else { return }
            for element in elements { element.hash(into: &hasher, levels: levels - 1) }
        case .object(let members):
            hasher.combine(members.count)
            hasher.combine(levels > 0 ? members.reduce(0) { $0 ^ JSONValue.hash(of: $1, levels: levels - 1) } : 0)
        }
    }

    /// A hash of its own for each member, so that adding them up does not depend on their order.
    private static func hash(of member: JSONObject.Element, levels: Int) -> Int {
        var hasher = Hasher()
        hasher.combine(JSONString(member.key))
        member.value.hash(into: &hasher, levels: levels)
        return hasher.finalize()
    }
}
