import ApusDiagnostics
import ApusIR
import ApusOpenAPI
import ApusYAML

/// `default`: kept where it is a value of its type.
extension Builder {
    func defaultValue(_ notes: Annotations, of type: TypeReference, at place: Place) -> Literal? {
        guard let node = notes.defaultValue, let literal = Literals.literal(node) else { return nil }
        if fits(literal, type) { return literal }
        warn(
            "bad-default", "the default `\(literal.shortText)` is not a value of its type and is left out",
            at: Place(range: node.range, path: place.path.appending("default")), category: .document)
        return nil
    }

    /// Whether a literal can be a value of a type. Types without an inner look are trusted.
    private func fits(_ literal: Literal, _ type: TypeReference) -> Bool {
        switch (type, literal) {
        case (.nullable, .null): true
        case (.nullable(let inner), _): fits(literal, inner)
        case (.array, .array), (.map, .object): true
        case (.array, _), (.map, _): false
        case (.named, .null): false
        case (.named, _): true
        case (.primitive(let primitive), _): fits(literal, primitive)
        }
    }

    private func fits(_ literal: Literal, _ primitive: Primitive) -> Bool {
        switch (primitive, literal) {
        case (.any, _): true
        case (.string, .string), (.boolean, .boolean): true
        case (.date, .string), (.dateTime, .string), (.uuid, .string), (.uri, .string): true
        case (.base64, .string), (.binary, .string): true
        case (.double, .number), (.float, .number), (.decimal, .number): true
        case (.integer, .number(let text)), (.int64, .number(let text)): Int64(text) != nil
        case (.int32, .number(let text)): Int32(text) != nil
        default: false
        }
    }
}

extension Literal {
    /// The literal for a message.
    var shortText: String {
        switch self {
        case .null: "null"
        case .boolean(let value): "\(value)"
        case .number(let text): text
        case .string(let text): String(decoding: text.utf8.prefix(60), as: UTF8.self)
        case .array: "[…]"
        case .object: "{…}"
        }
    }
}
