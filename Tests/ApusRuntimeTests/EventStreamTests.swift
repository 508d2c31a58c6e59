import Testing

@testable import ApusRuntime

@Suite("Cutting streams")
struct EventStreamTests {
    /// The events of a text that comes in pieces, with the ID that counts after each.
    static func events(_ pieces: [[UInt8]]) -> [(event: ServerSentEvent, lastID: String)] {
        var parser = EventStreamParser()
        var events: [(ServerSentEvent, String)] = []
        for piece in pieces {
            parser.feed(piece)
            while let event = parser.next() { events.append((event, parser.lastEventID)) }
        }
        return events
    }

    @Test("Every case of the Web Platform Tests, whole and split at every byte", .enabled(if: Suites.available))
    func conformance() throws {
        guard case .object(let file) = try Suites.json("sse/wpt-eventsource.json"),
            case .array(let cases)? = file["cases"]
        else { throw Unreadable() }
        #expect(cases.count == 27)
        for item in cases {
            guard case .object(let row) = item, case .string(let input)? = row["input"],
                case .array(let wanted)? = row["events"]
            else { throw Unreadable() }
            // A content type that is refused; that is tested with the client.
            if row["connectionFails"] != nil { continue }
            let bytes = Array(input.utf8)
            let want = wanted.map {
                Self.text($0, "type") + "|" + Self.text($0, "data") + "|" + Self.text($0, "lastEventId")
            }
            for split in 0...bytes.count {
                let got = Self.events([Array(bytes[..<split]), Array(bytes[split...])])
                    .map { "\($0.event.event ?? "message")|\($0.event.data)|\($0.lastID)" }
                #expect(got == want, "\(row["name"]?.description ?? ""), split at \(split)")
            }
            if case .number(let retry)? = row["retry"] {
                #expect(Self.events([bytes]).last { $0.event.retry != nil }?.event.retry == retry.int)
            }
        }
    }

    private struct Unreadable: Error {}

    private static func text(_ value: JSONValue, _ key: String) -> String {
        if case .object(let object) = value, case .string(let text)? = object[key] { text } else { "" }
    }

    static let records: [(text: String, separator: UInt8, want: [String])] = [
        ("1\n2\n", 0x0A, ["1", "2"]), ("1\r\n\r\n{\"a\": 2}", 0x0A, ["1", "{\"a\": 2}"]), ("", 0x0A, []),
        ("\u{FEFF}1\n \n2", 0x0A, ["1", "2"]), ("\u{1E}{}\n\u{1E}[1]\n", 0x1E, ["{}", "[1]"]),
        ("\u{1E}\u{1E}{\n}\n\u{1E}\"a\"", 0x1E, ["{\n}", "\"a\""]), ("\u{1E}12\n\u{1E}34", 0x1E, ["12", "cut"]),
        ("\u{1E}tru", 0x1E, ["cut"]), ("\u{1E}true\n", 0x1E, ["true"]),
    ]

    @Test("Lines and sequences, split at every byte", arguments: records)
    func recordsAreCut(_ row: (text: String, separator: UInt8, want: [String])) {
        let bytes = Array(row.text.utf8)
        for split in 0...bytes.count {
            var parser = RecordParser(separator: row.separator)
            var got: [String] = []
            for piece in [bytes[..<split], bytes[split...]] {
                parser.feed(Array(piece))
                while let text = parser.next() { got.append(String(decoding: text, as: UTF8.self)) }
            }
            if let (text, isCut) = parser.last() { got.append(isCut ? "cut" : String(decoding: text, as: UTF8.self)) }
            #expect(got == row.want, "split at \(split)")
        }
    }
}
