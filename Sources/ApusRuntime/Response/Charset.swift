/// Reads text in the character encodings that servers still use besides UTF-8.
///
/// JSON is UTF-8, and `application/json` has no `charset` (RFC 8259 sections 8.1 and 11). Servers name one all the same,
/// often only because their framework does. So the bytes go first: what is UTF-8 stays as it is, whatever the header
/// says, and only what cannot be UTF-8 is read as the header says.
enum Charset {
    /// The body in UTF-8; as it came where it is neither JSON nor text, or where the named encoding is unknown.
    static func utf8(_ body: [UInt8], _ head: HTTPResponse) -> [UInt8] {
        // Mostly it is this very type, which need not be taken apart.
        guard let contentType = head.headerFields[.contentType], contentType != "application/json",
            let type = MediaType(contentType), type.isJSON || type.isXML || type.type == "text"
        else { return body }
        let declaration = type.isXML ? XMLDeclaration(body) : nil
        guard let label = label(in: contentType) ?? declaration?.encoding, label != "utf-8" else { return body }
        let text = utf8(body, from: label)
        // What is UTF-8 now must not say that it is something else.
        return text == body ? body : declaration?.removingEncoding(from: text) ?? text
    }

    private static func utf8(_ body: [UInt8], from label: String) -> [UInt8] {
        switch label {
        case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "windows-1252", "cp1252", "x-cp1252":
            return String(validating: body, as: UTF8.self) == nil ? windows1252(body) : body
        case "utf-16", "utf-16le", "utf-16be": return utf16(body) ?? body
        default: return body
        }
    }

    /// The value of the parameter `charset`, in lower case, without quotes.
    private static func label(in contentType: String) -> String? {
        for parameter in contentType.utf8.split(separator: UInt8(ascii: ";")).dropFirst() {
            let parts = parameter.split(separator: UInt8(ascii: "="), maxSplits: 1).map { part in
                String(decoding: part.filter { !" \t\"".utf8.contains($0) }, as: UTF8.self).lowercased()
            }
            if parts.count == 2, parts[0] == "charset" { return parts[1] }
        }
        return nil
    }

    /// ISO-8859-1 is read as its superset windows-1252, as browsers do (WHATWG Encoding, section 4.2): nobody means the
    /// control characters that the two differ in.
    private static func windows1252(_ body: [UInt8]) -> [UInt8] {
        var text = ""
        text.reserveCapacity(body.count + body.count / 8)
        for byte in body {
            let code = (0x80...0x9F).contains(byte) ? upperControls[Int(byte) - 0x80] : UInt16(byte)
            text.unicodeScalars.append(Unicode.Scalar(code)!)
        }
        return Array(text.utf8)
    }

    /// What windows-1252 has at 0x80…0x9F (WHATWG Encoding, index windows-1252).
    private static let upperControls: [UInt16] = [
        0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D,
        0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x009D, 0x017E, 0x0178,
    ]

    /// The byte order is seen from the mark, else from the first character, which in JSON is ASCII: one of its bytes is
    /// zero. `nil` for bytes that are no UTF-16.
    private static func utf16(_ body: [UInt8]) -> [UInt8]? {
        guard body.count >= 2, body.count.isMultiple(of: 2) else { return nil }
        let hasMark = [[0xFE, 0xFF], [0xFF, 0xFE]].contains(Array(body.prefix(2)))
        guard hasMark || body[0] == 0 || body[1] == 0 else { return nil }
        let isBigEndian = body[0] == 0 || body[0] == 0xFE
        let units = stride(from: hasMark ? 2 : 0, to: body.count, by: 2).lazy.map { index in
            let (first, second) = (UInt16(body[index]), UInt16(body[index + 1]))
            return isBigEndian ? first << 8 | second : second << 8 | first
        }
        var text: [UInt8] = []
        let isBroken = transcode(
            units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: true, into: { text.append($0) })
        return isBroken ? nil : text
    }
}

/// What an XML document says of its own encoding (XML 1.0, section 4.3.3).
private struct XMLDeclaration {
    /// The encoding's name in lower case; a byte order mark of UTF-16 says it too.
    let encoding: String?

    init(_ body: [UInt8]) {
        if [[0xFE, 0xFF], [0xFF, 0xFE]].contains(Array(body.prefix(2))) { encoding = "utf-16"; return }
        encoding = Self.range(in: body).map { range in
            String(decoding: body[range].split(separator: UInt8(ascii: "="))[1], as: UTF8.self).lowercased()
                .filter { !" \t\r\n\"'".contains($0) }
        }
    }

    func removingEncoding(from text: [UInt8]) -> [UInt8] {
        guard let range = Self.range(in: text) else { return text }
        var text = text
        text.removeSubrange(range)
        return text
    }

    /// Where ` encoding="…"` stands in `<?xml … ?>`.
    private static func range(in body: [UInt8]) -> Range<Int>? {
        let head = body.prefix(200)
        guard head.starts(with: "<?xml".utf8), let end = head.firstIndex(of: UInt8(ascii: ">")) else { return nil }
        let text = Substring(decoding: head[..<end], as: UTF8.self)
        guard let match = text.firstMatch(of: /\s+encoding\s*=\s*("[A-Za-z0-9._\-]+"|'[A-Za-z0-9._\-]+')/) else {
            return nil
        }
        let start = text.utf8.distance(from: text.startIndex, to: match.range.lowerBound)
        return start..<start + text[match.range].utf8.count
    }
}
