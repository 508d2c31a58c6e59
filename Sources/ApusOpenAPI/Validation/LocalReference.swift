import ApusDiagnostics

/// What the text of a `$ref` says, by RFC 3986 (URI reference) and RFC 6901, section 6 (pointer in a fragment).
enum LocalReference: Hashable {
    /// `#/components/<kind>/<name>`.
    case component(ReferenceKind, String)
    /// Any other `#/…`.
    case pointer([String])
    /// `#name`.
    case anchor(String)
    /// A bare word, as discriminators use for schemas.
    case name(String)
    /// Another document.
    case external
    /// Not a reference.
    case malformed

    init(_ text: String) {
        guard text.utf8.first == UInt8(ascii: "#") else {
            self = Self.nonFragment(text)
            return
        }
        guard let fragment = Self.percentDecoded(text.utf8.dropFirst()) else { self = .malformed; return }
        guard fragment.utf8.first == UInt8(ascii: "/") else {
            self = fragment.isEmpty ? .malformed : .anchor(fragment)
            return
        }
        guard let tokens = JSONPointer(parsing: fragment)?.tokens else { self = .malformed; return }
        if tokens.count == 3, tokens[0] == "components", let kind = ReferenceKind(rawValue: tokens[1]) {
            self = .component(kind, tokens[2])
        } else {
            self = .pointer(tokens)
        }
    }

    private static func nonFragment(_ text: String) -> LocalReference {
        if text.isEmpty { return .malformed }
        // A component's name may hold dots, but then it looks like a file's, which is more common.
        return text.utf8.contains { "/#:.".utf8.contains($0) } ? .external : .name(text)
    }

    private static func percentDecoded(_ bytes: Substring.UTF8View) -> String? {
        guard bytes.contains(UInt8(ascii: "%")) else { return String(Substring(bytes)) }
        var decoded: [UInt8] = []
        var rest = bytes
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else { decoded.append(byte); continue }
            guard let high = rest.popFirst().flatMap(hexValue), let low = rest.popFirst().flatMap(hexValue) else {
                return nil
            }
            decoded.append(high << 4 | low)
        }
        return String(validating: decoded, as: UTF8.self)
    }

    private static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
