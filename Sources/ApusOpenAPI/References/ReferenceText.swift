import ApusDiagnostics

/// What the text of a `$ref` says, by RFC 3986 (URI reference) and RFC 6901, section 6 (pointer in a fragment).
struct ReferenceText: Hashable {
    /// Which document is meant.
    enum Document: Hashable {
        /// The one that holds the reference.
        case same
        /// A file, its path as written, percent-decoded.
        case file(String)
        /// Something with a scheme or a host, without its fragment.
        case remote(String)
    }

    /// Which part of it.
    enum Fragment: Hashable {
        case whole
        case pointer([String])
        case anchor(String)
    }

    let document: Document
    let fragment: Fragment

    /// - Returns: `nil` for what is no reference.
    init?(_ text: String) {
        let hash = text.utf8.firstIndex(of: UInt8(ascii: "#"))
        let path = text.utf8[..<(hash ?? text.utf8.endIndex)]
        guard !text.isEmpty, let document = Self.document(path) else { return nil }
        self.document = document
        guard let hash else { fragment = .whole; return }
        guard let words = Self.percentDecoded(text.utf8[text.utf8.index(after: hash)...]) else { return nil }
        if words.isEmpty {
            fragment = .whole
        } else if words.utf8.first == UInt8(ascii: "/") {
            guard let tokens = JSONPointer(parsing: words)?.tokens else { return nil }
            fragment = .pointer(tokens)
        } else {
            fragment = .anchor(words)
        }
    }

    private static func document(_ path: Substring.UTF8View) -> Document? {
        if path.isEmpty { return .same }
        if URIText.isAbsolute(String(Substring(path))) { return .remote(String(Substring(path))) }
        guard let decoded = percentDecoded(path), !decoded.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
            return nil
        }
        return .file(decoded)
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
