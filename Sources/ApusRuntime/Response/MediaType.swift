/// A media type without its parameters, or a range of them (RFC 9110 sections 8.3.1 and 12.5.1).
struct MediaType: Hashable {
    var type: String
    var subtype: String

    /// Reads `type/subtype`, in any letter case; parameters are ignored. `nil` for anything else, lists included.
    init?(_ text: String?) {
        guard let text else { return nil }
        let parts = text.utf8.prefix { $0 != UInt8(ascii: ";") }
            .split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard parts.count == 2, let type = Self.token(parts[0]), let subtype = Self.token(parts[1]) else { return nil }
        self.type = type
        self.subtype = subtype
    }

    /// Whether the documented type or range (`self`) covers a type: `*/*` everything, `audio/*` its subtypes,
    /// `application/json` also `application/…+json` (RFC 6839).
    func covers(_ other: MediaType) -> Bool {
        if type == "*" { return true }
        guard type == other.type else { return false }
        return subtype == "*" || subtype == other.subtype || (self == Self.json && other.isJSON)
    }

    /// `application/json` or a type in its syntax.
    var isJSON: Bool { self == Self.json || subtype.hasSuffix("+json") }

    /// XML or a type in its syntax.
    var isXML: Bool { subtype == "xml" || subtype.hasSuffix("+xml") }

    private static let json = MediaType("application/json")!

    private static func token(_ text: Substring.UTF8View) -> String? {
        var text = text
        while text.first == 0x20 || text.first == 0x09 { text = text.dropFirst() }
        while text.last == 0x20 || text.last == 0x09 { text = text.dropLast() }
        let isToken = text.allSatisfy { (0x21...0x7E).contains($0) && !"\"(),/:;<=>?@[\\]{}".utf8.contains($0) }
        return isToken && !text.isEmpty ? String(decoding: text, as: UTF8.self).lowercased() : nil
    }
}
