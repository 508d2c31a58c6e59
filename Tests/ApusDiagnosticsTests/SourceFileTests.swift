import ApusDiagnostics
import Testing

@Suite("Source files")
struct SourceFileTests {
    @Test(
        "lines end at LF, CRLF and a lone CR",
        arguments: [
            // text, lines
            ("", [""]),
            ("a", ["a"]),
            ("a\n", ["a", ""]),
            ("a\nb", ["a", "b"]),
            ("a\r\nb\r\n", ["a", "b", ""]),
            ("a\rb\r", ["a", "b", ""]),
            ("a\n\r\nb\r\rc", ["a", "", "b", "", "c"]),
            ("a\u{2028}b\u{85}c", ["a\u{2028}b\u{85}c"]),
        ] as [(String, [String])])
    func lines(text: String, lines: [String]) {
        let file = SourceFile(path: "f", contents: text)
        #expect((1...file.lineStarts.count).map(file.line) == lines)
        #expect(file.line(0) == "")
        #expect(file.line(lines.count + 1) == "")
    }

    @Test(
        "positions of byte offsets",
        arguments: [
            // text, offset, line, column
            ("", 0, 1, 1),
            ("ab\ncd", 0, 1, 1),
            ("ab\ncd", 2, 1, 3),  // the line break is of its line
            ("ab\ncd", 3, 2, 1),
            ("ab\ncd", 5, 2, 3),  // the end of a text without a last line break
            ("ab\n", 3, 2, 1),
            ("ab\r\ncd", 3, 1, 4),
            ("ab\r\ncd", 4, 2, 1),
            ("ab\rcd", 3, 2, 1),
            ("é日👍x", 2, 1, 2),  // columns count scalars
            ("é日👍x", 5, 1, 3),
            ("é日👍x", 9, 1, 4),
            ("e\u{301}x", 3, 1, 3),
            ("ab", -1, 1, 1),
            ("ab", 99, 1, 3),
        ] as [(String, Int, Int, Int)])
    func positions(text: String, offset: Int, line: Int, column: Int) {
        let file = SourceFile(path: "f", contents: text)
        #expect(file.position(atOffset: offset) == SourcePosition(line: line, column: column))
    }

    @Test("bytes that are not UTF-8 are shown as replacement characters")
    func invalid() {
        let file = SourceFile(path: "f", bytes: [0xFF, 0x61, 0x0A, 0x62])
        #expect(file.line(1) == "\u{FFFD}a")
        #expect(file.line(2) == "b")
    }

    @Test("files are equal by path and contents")
    func equality() {
        let file = SourceFile(path: "f", contents: "a")
        #expect(file == SourceFile(path: "f", contents: "a"))
        #expect(file != SourceFile(path: "f", contents: "b"))
        #expect(file != SourceFile(path: "g", contents: "a"))
        #expect(Set([file, SourceFile(path: "f", contents: "a")]).count == 1)
    }

    @Test("stages keep the diagnostics of those before")
    func checked() {
        let first = Checked(1, [.warning("a", "m")])
        let second = first.flatMap { Checked("\($0 + 1)", [.error("b", "m")]) }
        #expect(second.value == "2")
        #expect(second.diagnostics.map(\.code) == ["a", "b"])
        #expect(second.hasErrors && !first.hasErrors)
        #expect(first.map { $0 * 2 }.value == 2)
    }
}
