#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Values as JSON that a terminal can show.
public enum VisibleJSON {
    /// A value as JSON, keys sorted, with a line break at its end: the same bytes for the same value, on every system.
    ///
    /// JSON allows raw what a terminal obeys, such as U+009B and the bidirectional scalars. These can stand in strings alone,
    /// and are written as escapes (RFC 8259, section 7).
    /// - Parameter value: texts, integers, and collections of them.
    public static func text(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(value) else { preconditionFailure("texts and integers are always JSON") }
        return escapingHidden(String(decoding: data, as: UTF8.self)) + "\n"
    }

    private static func escapingHidden(_ json: String) -> String {
        guard json.unicodeScalars.contains(where: mustBeEscaped) else { return json }
        return json.unicodeScalars.reduce(into: "") { text, scalar in
            guard mustBeEscaped(scalar) else { return text.unicodeScalars.append(scalar) }
            for unit in String(scalar).utf16 {
                let digits = String(unit, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
        }
    }

    /// Line feeds are the layout's; those of strings are escaped already.
    private static func mustBeEscaped(_ scalar: Unicode.Scalar) -> Bool { scalar.isHidden && scalar != "\n" }
}
