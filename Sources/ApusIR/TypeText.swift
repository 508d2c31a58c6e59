/// Types as short text, for identities and dumps.
extension TypeReference: CustomStringConvertible {
    /// `schemas/User`, `[string]`, `{string: any}`, with `?` for null.
    public var description: String {
        switch self {
        case .named(let id): id.rawValue
        case .primitive(let primitive): primitive.rawValue
        case .array(let element): "[\(element)]"
        case .map(let value): "{\(value)}"
        case .nullable(let type): "\(type)?"
        }
    }
}

extension Literal: CustomStringConvertible {
    /// The literal as JSON on one line, with every scalar beyond printable ASCII escaped.
    public var description: String {
        switch self {
        case .null: "null"
        case .boolean(let value): "\(value)"
        case .number(let text): text
        case .string(let text): Self.quoted(text)
        case .array(let items): "[\(items.map(\.description).joined(separator: ", "))]"
        case .object(let members):
            "{\(members.map { "\(Self.quoted($0.key)): \($0.value)" }.joined(separator: ", "))}"
        }
    }

    static func quoted(_ text: String) -> String {
        // Nearly all text is what it is as a literal.
        let isPlain = text.utf8.allSatisfy { 0x20..<0x7F ~= $0 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
        if isPlain { return "\"" + text + "\"" }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case _ where scalar.value >= 0x20 && scalar.value < 0x7F: quoted.unicodeScalars.append(scalar)
            default: quoted += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            }
        }
        return quoted + "\""
    }
}
