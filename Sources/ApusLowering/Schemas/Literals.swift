import ApusIR
import ApusOpenAPI
import ApusYAML

/// YAML's values as JSON's.
enum Literals {
    /// A node as a literal; `nil` for what JSON cannot hold (`.inf`, `.nan`).
    /// - Parameter types: where it is `string` alone, a scalar without quotes is taken by its text.
    static func literal(_ node: YAMLNode, as types: SchemaTypes = []) -> Literal? {
        switch node.content {
        case .scalar(let scalar): literal(scalar, isText: types == .string)
        case .sequence(let items): .array(items.compactMap { literal($0) })
        case .mapping(let mapping):
            .object(mapping.pairs.compactMap { pair in literal(pair.value).map { .init(pair.key, $0) } })
        }
    }

    private static func literal(_ scalar: YAMLScalar, isText: Bool) -> Literal? {
        switch scalar.kind {
        case .null: .null
        case .string: .string(scalar.text)
        case _ where isText: .string(scalar.text)
        case .boolean(let value): .boolean(value)
        case .integer: integer(scalar.text).map { .number($0) }
        case .float: float(scalar.text).map { .number($0) }
        }
    }

    /// Whether a JSON number has neither fraction nor exponent.
    static func isInteger(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") || $0 == UInt8(ascii: "-") }
    }

    /// YAML's integers may have a plus sign, leading zeros and other bases.
    private static func integer(_ text: String) -> String? {
        if text.utf8.starts(with: "0o".utf8) { return UInt64(text.dropFirst(2), radix: 8).map { "\($0)" } }
        if text.utf8.starts(with: "0x".utf8) { return UInt64(text.dropFirst(2), radix: 16).map { "\($0)" } }
        let (sign, digits) = signed(text)
        return sign + withoutLeadingZeros(digits)
    }

    /// YAML's fractions may lack the digits on one side of the point.
    private static func float(_ text: String) -> String? {
        let (sign, digits) = signed(text)
        let bytes = Array(digits.utf8)
        guard bytes.allSatisfy({ "0123456789.eE+-".utf8.contains($0) }) else { return nil }
        let mantissa = bytes.prefix { $0 | 0x20 != UInt8(ascii: "e") }
        let exponent = String(decoding: bytes[mantissa.count...], as: UTF8.self)
        let parts = mantissa.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let whole = withoutLeadingZeros(String(decoding: parts.first ?? [], as: UTF8.self))
        guard parts.count == 2, !parts[1].isEmpty else { return sign + whole + exponent }
        return sign + whole + "." + String(decoding: parts[1], as: UTF8.self) + exponent
    }

    private static func signed(_ text: String) -> (sign: String, digits: String) {
        switch text.utf8.first {
        case UInt8(ascii: "-"): ("-", String(text.dropFirst()))
        case UInt8(ascii: "+"): ("", String(text.dropFirst()))
        default: ("", text)
        }
    }

    private static func withoutLeadingZeros(_ digits: String) -> String {
        let rest = digits.utf8.drop { $0 == UInt8(ascii: "0") }
        return rest.isEmpty ? "0" : String(Substring(rest))
    }
}
