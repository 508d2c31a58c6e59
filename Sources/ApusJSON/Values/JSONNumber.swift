/// A JSON number with its exact text, so that 31-digit decimals, 2^64 − 1 or `1E400` survive. Two numbers are equal
/// when their values are: `1 == 1.0 == 10e-1`, `-0 == 0`. (Exponents of more than 17 digits are compared as written.)
public struct JSONNumber: Sendable {
    /// The number as JSON writes it.
    public let text: String

    /// Text whose grammar the parser, or an integer's own description, vouches for.
    init(checked text: String) { self.text = text }

    /// A number from its text; nil when the text is no number of RFC 8259, section 6.
    public init?(_ text: String) {
        guard let value = try? JSONValue(jsonText: text), case .number(let number) = value,
            number.text.utf8.count == text.utf8.count
        else { return nil }
        self = number
    }

    /// A whole number.
    public init(_ value: some BinaryInteger) { text = String(value) }

    /// The shortest text that reads as the same double; nil for NaN and the infinities.
    public init?(_ value: Double) {
        guard value.isFinite else { return nil }
        var writer = JSONWriter()
        writer.write(value)
        text = String(decoding: writer.writtenBytes, as: UTF8.self)
    }
}

extension JSONNumber {
    /// The value as an `Int`; nil when it has a fraction or is too large.
    public var int: Int? { integer() }
    /// The value as an `Int64`; nil when it has a fraction or is too large.
    public var int64: Int64? { integer() }
    /// The value as a `UInt64`; nil when it is negative, has a fraction or is too large.
    public var uint64: UInt64? { integer() }

    /// The value as an integer of any width; nil when it has a fraction or does not fit.
    public func integer<T: FixedWidthInteger>(as type: T.Type = T.self) -> T? {
        var copy = text
        return copy.withUTF8 { NumberParsing.integer($0) }
    }

    /// The nearest double; nil when the number is beyond the largest one. What is too small to tell from zero is zero.
    public var double: Double? {
        var copy = text
        return copy.withUTF8 { NumberParsing.double($0) }
    }

    /// Whether the value is whole: `25`, `25.0`, `1e3`.
    public var isInteger: Bool { DecimalParts(text.utf8).isInteger }
}

extension JSONNumber: Hashable {
    /// Whether the values are equal, however they are written.
    public static func == (left: JSONNumber, right: JSONNumber) -> Bool {
        left.text == right.text || DecimalParts(left.text.utf8) == DecimalParts(right.text.utf8)
    }

    /// Hashes the value, not the text.
    public func hash(into hasher: inout Hasher) { hasher.combine(DecimalParts(text.utf8)) }
}

extension JSONNumber: CustomStringConvertible {
    /// The text.
    public var description: String { text }
}

extension JSONNumber: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
    /// The literal as a number.
    public init(integerLiteral value: Int) { self.init(value) }

    /// The literal as a number; it must be finite.
    public init(floatLiteral value: Double) {
        guard let number = JSONNumber(value) else { preconditionFailure("a JSON number cannot be infinite") }
        self = number
    }
}
