import Testing

@testable import ApusRuntime

@Suite("Character encodings of bodies")
struct CharsetTests {
    static let json = "application/json"

    /// Content type, bytes, and the text that they are read as; `nil`: they stay as they came.
    static let rows: [(type: String?, body: [UInt8], want: String?)] = [
        (nil, [0xE9], nil), (json, [0xE9], nil), ("\(json); charset=utf-8", [0xE9], nil),
        // The label counts where the bytes are not UTF-8 …
        ("\(json); charset=iso-8859-1", [0x22, 0xE9, 0x22], "\"é\""),
        ("text/plain; charset=latin1", [0xE9], "é"), ("application/problem+json;charset=ISO_8859-1", [0xFF], "ÿ"),
        ("\(json); a=b; CharSet = \"Windows-1252\"", [0x80, 0x85, 0x92, 0x9F], "€…’Ÿ"),
        ("\(json); charset=cp1252", [0x81, 0x8D, 0x8F, 0x90, 0x9D], "\u{81}\u{8D}\u{8F}\u{90}\u{9D}"),
        // … and not where they are.
        ("\(json); charset=iso-8859-1", Array("é".utf8), nil), ("\(json); charset=iso-8859-1", [], nil),
        ("\(json); charset=us-ascii", [0xE9], nil), ("\(json); charset=koi8-r", [0xE9], nil),
        // UTF-16 by its mark, else by where the zero of the first character stands.
        ("\(json); charset=utf-16", [0xFE, 0xFF, 0x22, 0x1C], "\u{221C}"),
        ("\(json); charset=utf-16", [0xFF, 0xFE, 0x1C, 0x22], "\u{221C}"),
        ("\(json); charset=utf-16", [0, 0x22, 0x20, 0xAC, 0, 0x22], "\"€\""),
        ("\(json); charset=UTF-16LE", [0x22, 0, 0x3D, 0xD8, 0x00, 0xDE], "\"😀"),
        ("\(json); charset=utf-16be", [0, 0x22, 0xD8, 0x3D], nil), ("\(json); charset=utf-16", [0, 0x22, 0], nil),
        ("\(json); charset=utf-16", Array("\"é\"".utf8), nil), ("\(json); charset=utf-16", [0x22], nil),
        // Neither JSON nor text; no parameter.
        ("application/octet-stream; charset=iso-8859-1", [0xE9], nil), ("\(json); charset", [0xE9], nil),
        ("\(json);", [0xE9], nil), ("; charset=iso-8859-1", [0xE9], nil),
    ]

    @Test("given, want", arguments: rows.indices)
    func matrix(index: Int) {
        let row = Self.rows[index]
        var head = HTTPResponse(status: .ok)
        head.headerFields[.contentType] = row.type
        #expect(Charset.utf8(row.body, head) == row.want.map { Array($0.utf8) } ?? row.body, "\(row)")
    }
}
