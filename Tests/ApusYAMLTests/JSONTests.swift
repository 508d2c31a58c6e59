import ApusDiagnostics
import Foundation
import Testing

@testable import ApusYAML

/// JSON has a reader of its own, strict by itself; what fails there may still be YAML.
@Suite struct JSONTests {
    @Test func surrogatePairsAreOneCharacter() {
        let rows: [(json: String, text: String)] = [
            (#"{"k": "\ud83d\ude00"}"#, "😀"), (#"{"k": "a\uD83D\uDE00b\u00e9"}"#, "a😀bé"),
            (#"{"k": "\uDBFF\uDFFF"}"#, "\u{10FFFF}"),
            (#"{"k": "\"\\\/\b\f\n\r\t"}"#, "\"\\/\u{8}\u{C}\n\r\t"), (#"{"k": "\u0000"}"#, "\0"), (#"{"k": ""}"#, ""),
            ("{\"k\": \"\u{7F}\u{80}\u{FFFF}\"}", "\u{7F}\u{80}\u{FFFF}"),
        ]
        for row in rows {
            let scalar = read(row.json).value?.mapping?["k"]?.scalar
            #expect(scalar == YAMLScalar(text: row.text, kind: .string), "\(row.json)")
        }
    }

    @Test func numbersStayText() {
        let rows: [(json: String, kind: YAMLScalar.Kind)] = [
            ("0", .integer), ("-0", .integer), ("18446744073709551616", .integer), ("1.0", .float), ("1e400", .float),
            ("-1.5E+3", .float), ("3.14159265358979323846264338327950288", .float),
        ]
        for row in rows {
            let scalar = read("[\(row.json)]").value?.sequence?.first?.scalar
            #expect(scalar == YAMLScalar(text: row.json, kind: row.kind), "\(row.json)")
        }
    }

    @Test func tabsMayIndent() {
        #expect(read("{\n\t\"a\":\t[\n\t\t1\n\t]\n}\n").value?.mapping?["a"]?.sequence?.count == 1)
    }

    @Test func flowStyleFallsBackToYAML() {
        for text in [
            "{a: b}", "[a, b,]", "{\"a\": 'b'} # end", "{\"a\": tru}", "[1\n# c\n, 2]", "{\"a\"}", "[+1]", "[.5]",
        ] {
            #expect(read(text).diagnostics == [], "\(text)")
            #expect(read(text).value != nil, "\(text)")
        }
    }

    @Test func mistakesAreShownAtTheirPlace() {
        let rows: [(text: String, place: String, message: String)] = [
            ("{\"a\": 1 \"b\": 2}", "1:9", "`,` or `}` was expected, but here is `\"`"),
            ("{\"a\" 1}", "1:6", "`:` was expected, but here is `1`"),
            ("{\"a\": [1, 2}", "1:12", "`,` or `]` was expected, but here is `}`"),
            ("[1]]", "1:4", "the end of the text was expected, but here is `]`"),
            ("{\n\t\"é\": b c: d\n}", "2:7", "a value was expected, but here is `b`"),
            ("[1, 2", "1:6", "`,` or `]` was expected, but here is the end of the text"),
            ("[1,\n", "2:1", "a value was expected, but here is the end of the text"),
            ("{\"a\": \"b}", "1:7", "the quote that opens here is never closed"),
            ("[\"a\nb", "1:4", "`U+000A` stands inside a string"), ("[\"\\x\"] x", "1:3", "this is no escape of JSON"),
            ("[\"\\u12\"]", "1:3", "the escape lacks hexadecimal digits"),
            ("[1.] x", "1:4", "a digit was expected, but here is `]`"),
        ]
        for row in rows {
            let error = YAMLReader.read(SourceFile(path: "test.json", contents: row.text)).diagnostics.first
            #expect(error?.code == "json-syntax", "\(row.text)")
            #expect(error?.message == row.message, "\(row.text)")
            #expect(error?.location?.description == "test.json:\(row.place)", "\(row.text)")
        }
    }

    @Test func flowStyleMistakesAreToldByTheReaderThatGotFurther() {
        expectError("{a: 1, b: \"x}", "yaml-syntax", "1:11")
        expectError("{\"a\" 1}", "json-syntax", "1:6")
        expectError("{\"a\": 1}\n---\n{}\n", "yaml-multiple-documents", "2:1")
        expectError("{a: 1, a: 2}", "yaml-duplicate-key", "1:8")
    }

    /// nst/JSONTestSuite. What only our rules refuse is no syntax error: duplicate keys, halves of surrogate pairs.
    @Test(.enabled(if: Suites.available, "../shared/suites is not here"))
    func everyFileOfJSONTestSuiteEndsAsExpected() throws {
        let folder = Suites.folder.appendingPathComponent("json-test-suite/test_parsing")
        let names = try Suites.entries(folder)
        #expect(names.count == 318)
        for name in names {
            let bytes = try Suites.bytes(folder.appendingPathComponent(name))
            let outcome = strictOutcome(bytes)
            // Scalars alone are no API document, and are left to libyaml.
            guard outcome != .noCandidate else { continue }
            if name.hasPrefix("y_") { #expect(outcome == .accepted, "\(name)") }
            if name.hasPrefix("n_") { #expect(outcome == .refused, "\(name)") }
            let result = read(bytes)
            #expect(result.value != nil || result.hasErrors, "\(name)")
        }
    }

    private enum Outcome { case accepted, refused, noCandidate }

    private func strictOutcome(_ bytes: [UInt8]) -> Outcome {
        let file = SourceFile(path: "t", bytes: bytes)
        guard let text = try? TextCheck.check(file, .init()) else { return .refused }
        guard JSONReader.isCandidate(text) else { return .noCandidate }
        var builder = NodeBuilder(file: file, limits: .init())
        return (try? JSONReader.read(text, into: &builder)) == nil ? .refused : .accepted
    }

    @Test func everyTruncationGivesAnError() {
        let text = Array(#"{"a\ud83d\ude00é": [1, -2.5e3, true, null, "x\n"], "b": {"c": {}}}"#.utf8)
        #expect(read(text).diagnostics == [])
        for length in 0..<text.count { #expect(read(Array(text.prefix(length))).hasErrors, "\(length)") }
    }
}
