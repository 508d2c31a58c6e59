/// The syntax of HTTP's names: RFC 9110.
public enum HTTPSyntax {
    /// Section 5.6.2, token.
    public static func isToken(_ text: String) -> Bool { !text.isEmpty && text.utf8.allSatisfy(isTokenByte) }

    /// Fields that decide where a message ends or who receives it: sections 7.2, 7.6.1 and 8.6; RFC 9112, section 6.
    static func isFraming(_ name: String) -> Bool {
        let framing = [
            "connection", "content-length", "host", "keep-alive", "proxy-connection", "te", "trailer",
            "transfer-encoding", "upgrade",
        ]
        return framing.contains(name.lowercased())
    }

    /// Section 8.3.1, media type; also the ranges `*/*` and `type/*` of section 12.5.1.
    static func isMediaType(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
        guard let type = parts.first else { return false }
        let names = trimmed(type).split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard names.count == 2, names.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isTokenByte) }) else { return false }
        return parts.dropFirst().allSatisfy(isParameter)
    }

    private static func isParameter(_ text: Substring.UTF8View) -> Bool {
        let text = trimmed(text)
        // Section 5.6.6 allows a semicolon with nothing behind it.
        guard !text.isEmpty else { return true }
        guard let equals = text.firstIndex(of: UInt8(ascii: "=")) else { return false }
        let name = text[..<equals]
        let value = text[text.index(after: equals)...]
        guard !name.isEmpty, name.allSatisfy(isTokenByte), !value.isEmpty else { return false }
        return value.allSatisfy(isTokenByte) || isQuoted(value)
    }

    private static func isQuoted(_ text: Substring.UTF8View) -> Bool {
        let quote = UInt8(ascii: "\"")
        guard text.count >= 2, text.first == quote, text.last == quote else { return false }
        return text.dropFirst().dropLast().allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != quote }
    }

    private static func trimmed(_ text: Substring.UTF8View) -> Substring.UTF8View {
        func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        var text = text.drop(while: isSpace)
        while let last = text.last, isSpace(last) { text.removeLast() }
        return text
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}
