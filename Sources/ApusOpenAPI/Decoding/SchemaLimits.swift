import ApusDiagnostics
import ApusYAML

/// The keywords that limit values. No type is made of them and nothing is computed with them, so that a limit that makes
/// no sense is dropped with a warning instead of making the document unusable.
enum SchemaLimits {
    static func isLimit(_ key: SchemaKey) -> Bool {
        counts.contains(key) || numbers.contains(key) || others.contains(key)
    }

    private static let counts: Set<SchemaKey> = [
        .minLength, .maxLength, .minItems, .maxItems, .minProperties, .maxProperties, .minContains, .maxContains,
    ]
    private static let numbers: Set<SchemaKey> = [
        .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum, .multipleOf,
    ]
    private static let others: Set<SchemaKey> = [.pattern, .uniqueItems, .dependentRequired]

    /// Whether the member is a limit with a value that can be kept; tells about one that cannot.
    static func check(_ key: SchemaKey, _ member: Member) -> Bool {
        if counts.contains(key) { return checkCount(member) }
        if numbers.contains(key) { return checkNumber(key, member) }
        switch key {
        case .pattern: return member.string() != nil
        case .uniqueItems: return member.boolean() != nil
        case .dependentRequired: return member.node.mapping != nil || member.wrongType("a mapping") ?? false
        default: return false
        }
    }

    private static func checkCount(_ member: Member) -> Bool {
        guard let scalar = member.node.scalar, let text = numberText(scalar) else {
            return member.wrongType("a whole number") ?? false
        }
        return text.hasPrefix("-") ? drop(member, "must not be negative") : checkSize(text, member)
    }

    private static func checkNumber(_ key: SchemaKey, _ member: Member) -> Bool {
        let isExclusive = key == .exclusiveMinimum || key == .exclusiveMaximum
        if isExclusive, case .boolean = member.node.scalar?.kind {
            guard member.context.version != .v30 else { return true }
            let plain = key == .exclusiveMinimum ? "minimum" : "maximum"
            member.warn(
                "boolean-limit", "a boolean `\(key.rawValue)` belongs to OpenAPI 3.0; it is read as there",
                hint: "In 3.1 write the limit itself, and leave `\(plain)` out.")
            return true
        }
        guard let scalar = member.node.scalar, let text = numberText(scalar) else {
            return member.wrongType("a number") ?? false
        }
        if key == .multipleOf, !text.utf8.contains(where: { $0 > UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) {
            return drop(member, "must be above 0")
        }
        return checkSize(text, member)
    }

    /// The digits of a number, quoted or not.
    private static func numberText(_ scalar: YAMLScalar) -> String? {
        switch scalar.kind {
        case .integer: scalar.text
        case .float: scalar.text
        case .string: Double(scalar.text).map { _ in scalar.text }
        default: nil
        }
    }

    private static func checkSize(_ text: String, _ member: Member) -> Bool {
        let value = Double(text) ?? 0
        if !value.isFinite { return drop(member, "must be a finite number") }
        if value.magnitude >= 9_223_372_036_854_775_808, Int64(text) == nil {
            member.warn(
                "limit-overflow", "`\(member.key)` is beyond 64 bits: `\(text)` limits nothing that fits an integer",
                category: .limitation)
        }
        return true
    }

    private static func drop(_ member: Member, _ reason: String) -> Bool {
        member.warn("bad-limit", "`\(member.key)` \(reason), and is ignored")
        return false
    }
}
