import Testing

@testable import ApusRuntime

/// Faulty servers, rows 36 to 38: events cut anywhere, odd bytes, odd fields; by WHATWG HTML, 9.2.6.
@Suite("Events: fields and bytes") struct EventFieldTests {
    static func text(_ pieces: [[UInt8]]) -> [String] {
        EventStreamTests.events(pieces).map { event, _ in
            "\(event.event ?? "-")|\(event.data)|\(event.id ?? "-")|\(event.retry.map(String.init) ?? "-")"
        }
    }

    @Test("Cut at every pair of bytes, the events are the same")
    func pairs() {
        let stream =
            "\u{FEFF}data: 1\r\ndata: é\r\n\r\n:c\rdata: 2\r\rid: 3\ndata\n\nevent: x\r\ndata:  😀\n\r\nretry: 7\rdata:a\r\n\n"
        let bytes = Array(stream.utf8)
        let want = ["-|1\né|-|-", "-|2|-|-", "-||3|-", "x| 😀|-|-", "-|a|-|7"]
        for first in 0...bytes.count {
            for second in first...bytes.count {
                let pieces = [bytes[..<first], bytes[first..<second], bytes[second...]].map(Array.init)
                let got = Self.text(pieces)
                if got != want { #expect(got == want, "cut at \(first) and \(second)") }
            }
        }
        #expect(Self.text(bytes.map { [$0] }) == want)
    }

    static let rows: [(String, [String])] = [
        ("data\n\n", ["-||-|-"]), ("data:\n\n", ["-||-|-"]), ("data:  x\n\n", ["-| x|-|-"]), (":c\n\n", []),
        ("data:a\ndata:b\n\n", ["-|a\nb|-|-"]), ("data\ndata\n\n", ["-|\n|-|-"]), ("Data: x\n\n", []),
        ("data : x\n\n", []), (" data: x\n\n", []), ("foo: x\ndata: 1\n\n", ["-|1|-|-"]),
        ("event\ndata: 1\n\n", ["-|1|-|-"]), ("event: a\nevent: b\ndata: 1\n\n", ["b|1|-|-"]), ("event: a\n\n", []),
        ("id: 1\0\ndata: 1\n\n", ["-|1|-|-"]), ("id\ndata: 1\n\n", ["-|1||-"]), ("id: 1\n\ndata: 1\n\n", ["-|1|-|-"]),
        ("retry: -1\ndata: 1\n\n", ["-|1|-|-"]), ("retry: 1e3\ndata: 1\n\n", ["-|1|-|-"]),
        ("retry: 99999999999999999999\ndata: 1\n\n", ["-|1|-|-"]), ("retry: 1.5\ndata: 1\n\n", ["-|1|-|-"]),
        ("retry:\ndata: 1\n\n", ["-|1|-|-"]), ("retry: ٣\ndata: 1\n\n", ["-|1|-|-"]),
        ("retry: 0010\ndata: 1\n\n", ["-|1|-|10"]),
        ("\u{FEFF}\u{FEFF}data: 1\n\n", []), ("data: 1\n\n\u{FEFF}data: 2\n\n", ["-|1|-|-"]),
        ("data: a\u{2028}b\u{2029}c\u{85}d\u{0B}e\u{0C}f\n\n", ["-|a\u{2028}b\u{2029}c\u{85}d\u{0B}e\u{0C}f|-|-"]),
        ("data: a\0b\n\n", ["-|a\0b|-|-"]), ("data: 1\n", []), ("data: 1", []),
    ]

    @Test("Fields: given, want", arguments: rows.indices) func fields(_ index: Int) {
        let (stream, want) = Self.rows[index]
        #expect(Self.text([Array(stream.utf8)]) == want, "\(stream.debugDescription)")
    }

    @Test("Bytes that are not UTF-8 become U+FFFD, a character cut in two stays whole") func bytes() {
        let bytes = Array("data: a".utf8) + [0xff, 0xc3] + Array("\n\n".utf8)
        #expect(Self.text([bytes]) == ["-|a\u{FFFD}\u{FFFD}|-|-"])
        let smile = Array("data: 😀\n\n".utf8)
        for cut in 6...10 { #expect(Self.text([Array(smile[..<cut]), Array(smile[cut...])]) == ["-|😀|-|-"]) }
    }
}
