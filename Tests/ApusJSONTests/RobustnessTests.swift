import ApusJSON
import Testing

/// Damaged and hostile texts: a value or an error, never a crash.
@Suite struct RobustnessTests {
    static let samples = [
        ModelTests.text,
        #"{"id":"\ud83d\ude00 é世😀\n","note":"\\\"","cost":-12.50E-3,"labels":{"\u0061":[0,-1,1e2]},"x":[[],{},null]}"#,
        #"[true,false,null,0.1,"0123456789012345",{"a":{"b":[{"c":"d"}]}}]"#,
    ]

    /// Reads the bytes every way there is; what is accepted must be written back to equal JSON.
    private func exercise(_ bytes: [UInt8]) throws {
        _ = failure(Record.self, bytes)
        _ = failure(Shape.self, bytes)
        _ = failure([String: Tree].self, bytes)
        guard let value = try? JSONValue(jsonBytes: bytes) else { return }
        #expect(try JSONValue(jsonBytes: value.jsonBytes()) == value)
        if let record = try? Record(jsonBytes: bytes) { #expect(try Record(jsonBytes: record.jsonBytes()) == record) }
    }

    @Test(arguments: samples)
    func truncatedAtEveryByte(sample: String) throws {
        let bytes = Array(sample.utf8)
        for length in 0..<bytes.count {
            let error = try #require(failure(JSONValue.self, Array(bytes[..<length])), "\(length) bytes")
            // Cut within a literal, the text is wrong before it ends; within a character, it is no UTF-8.
            #expect([.unexpectedEnd, .invalidUTF8, .syntax].contains(error.kind), "\(length) bytes")
            _ = failure(Record.self, Array(bytes[..<length]))
        }
    }

    @Test(arguments: samples)
    func everyByteChanged(sample: String) throws {
        let original = Array(sample.utf8)
        let replacements =
            Array("\"\\{}[]:,0-.eE+tfnu/ \n\0\u{1F}".utf8) + [0x7F, 0x80, 0xBF, 0xC3, 0xE2, 0xED, 0xF0, 0xFF]
        for index in original.indices {
            for replacement in replacements {
                var bytes = original
                bytes[index] = replacement
                try exercise(bytes)
            }
            var shorter = original
            shorter.remove(at: index)
            try exercise(shorter)
        }
    }

    @Test func manyChangesAtOnce() throws {
        var generator = Xorshift(seed: 2_024)
        for sample in Self.samples {
            for _ in 0..<1_000 {
                var bytes = Array(sample.utf8)
                for _ in 0..<(1 + generator.next() % 4) {
                    let index = Int(generator.next() % UInt64(bytes.count))
                    bytes[index] = UInt8(truncatingIfNeeded: generator.next())
                }
                try exercise(bytes)
            }
        }
    }

    @Test func errorsNeverShowTheText() throws {
        let samples = [
            #"{"id":"a","cost":"SECRET"}"#, #"{"SECRET":1,"SECRET":1,"id":"a"}"#, #"{"id":SECRET}"#, "SECRET",
        ]
        for sample in samples {
            let error = try #require(failure(Record.self, sample), "\(sample)")
            #expect(!"\(error)".contains("S"), "\(sample)")
        }
    }

    @Test func largeObjectsTakeLinearTime() throws {
        let members = (0..<20_000).map { "\"key\($0)\":\($0)" }.joined(separator: ",")
        let text = #"{"name":"n","# + members + "}"
        #expect(try Scores(jsonText: text).additional.count == 20_000)
        #expect(try JSONObject(jsonText: text)["key19999"] == 19_999)
        #expect(try JSONValue(jsonText: text) == JSONValue(jsonText: text))
    }
}
