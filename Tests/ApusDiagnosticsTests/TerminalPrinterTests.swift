import ApusDiagnostics
import Testing

/// A range from the ends' lines and columns.
func place(_ file: SourceFile, _ start: (Int, Int), _ end: (Int, Int)) -> SourceRange {
    SourceRange(
        file: file, start: SourcePosition(line: start.0, column: start.1),
        end: SourcePosition(line: end.0, column: end.1))
}

@Suite("The terminal printer")
struct TerminalPrinterTests {
    /// The two lines below the heading, for a range on one line.
    private func excerpt(_ line: String, _ start: Int, _ end: Int) -> [String] {
        let file = SourceFile(path: "f", contents: line)
        let text = TerminalPrinter().print([.error("c", "m", at: place(file, (1, start), (1, end)))])
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().dropLast().map(String.init)
    }

    @Test("a diagnostic with all its parts, and one with none")
    func everything() {
        let file = SourceFile(path: "spec/openapi.yaml", contents: "openapi: 3.1.0\ninfo:\n\tnmae: Example\n")
        let full = Diagnostic.error(
            "unknown-key", "`nmae` is not a key of an info object", at: place(file, (3, 2), (3, 6)),
            pointer: JSONPointer(["info", "a/b"]), hint: "Did you mean `name`?",
            notes: [.init("the object begins here", at: place(file, (2, 1), (2, 5))), .init("without a place")])
        let bare = Diagnostic.warning("bare", "no place at all", pointer: JSONPointer())
        #expect(
            TerminalPrinter().print([full, bare]) == """
                spec/openapi.yaml:3:2: error: `nmae` is not a key of an info object [unknown-key]
                \tnmae: Example
                \t^~~~
                 at: /info/a~1b
                hint: Did you mean `name`?
                spec/openapi.yaml:2:1: note: the object begins here
                info:
                ^~~~
                note: without a place

                warning: no place at all [bare]

                """)
        #expect(TerminalPrinter().print([]) == "")
    }

    @Test("colours are asked for")
    func colours() {
        let file = SourceFile(path: "f", contents: "  ab")
        let diagnostic = Diagnostic.warning("c", "m", at: place(file, (1, 3), (1, 5)), hint: "h")
        #expect(
            TerminalPrinter(colors: true).print([diagnostic])
                == "\u{1B}[1mf:1:3:\u{1B}[0m \u{1B}[1;33mwarning:\u{1B}[0m m [c]\n  ab\n  \u{1B}[1;32m^~\u{1B}[0m\n"
                + "\u{1B}[1mhint:\u{1B}[0m h\n")
    }

    @Test(
        "carets stand below the range",
        arguments: [
            // line, start, end, source, carets
            ("abc", 2, 2, "abc", " ^"),  // a point
            ("abc", 1, 4, "abc", "^~~"),
            ("abc", 4, 4, "abc", "   ^"),  // behind the end
            ("abc", 9, 12, "abc", "   ^"),  // a column that the line does not have
            ("abc", 0, -1, "abc", "^"),
            ("abc", 3, 2, "abc", "  ^"),  // an end before its start
            ("a\tb\tc", 5, 6, "a\tb\tc", " \t \t^"),
            ("äöü x", 5, 6, "äöü x", "    ^"),
            ("日本 x", 4, 5, "日本 x", "     ^"),  // wide scalars
            ("日本", 2, 3, "日本", "  ^~"),
            ("e\u{301}x", 3, 4, "e\u{301}x", " ^"),  // a mark takes no column
            ("a\u{1B}[31mb", 3, 4, "a<U+001B>[31mb", "         ^"),
            ("a\u{202E}b", 2, 3, "a<U+202E>b", " ^~~~~~~~"),
        ] as [(String, Int, Int, String, String)])
    func carets(line: String, start: Int, end: Int, source: String, carets: String) {
        #expect(excerpt(line, start, end) == [source, carets])
    }

    @Test("an empty line, and a line that is not there, have no excerpt")
    func noLine() {
        #expect(excerpt("", 1, 1) == [])
        let file = SourceFile(path: "f", contents: "a\n")
        for line in [2, 3, 0, -1] {
            let text = TerminalPrinter().print([.error("c", "m", at: place(file, (line, 1), (line, 2)))])
            #expect(text == "f:\(line):1: error: m [c]\n")
        }
    }

    @Test("a range over several lines is marked to the end of its first")
    func severalLines() {
        let file = SourceFile(path: "f", contents: "a: [b,\n c]\n")
        let text = TerminalPrinter().print([.error("c", "m", at: place(file, (1, 4), (2, 4)))])
        #expect(text == "f:1:4: error: m [c]\na: [b,\n   ^~~\n")
    }

    @Test("a long line is cut to a window around the range")
    func window() {
        let x = { String(repeating: "x", count: $0) }
        let space = String(repeating: " ", count: 60)
        #expect(excerpt(x(158) + "ab", 159, 161) == [x(158) + "ab", String(repeating: " ", count: 158) + "^~"])
        #expect(excerpt("ab" + x(200), 1, 3) == ["ab" + x(158) + "…", "^~"])
        #expect(excerpt(x(200) + "ab", 201, 203) == ["…" + x(60) + "ab", " " + space + "^~"])
        #expect(
            excerpt(x(200) + "ab" + x(200), 201, 203) == ["…" + x(60) + "ab" + x(98) + "…", " " + space + "^~"])
        let all = String(repeating: "~", count: 159)
        #expect(excerpt(x(300), 1, 301) == [x(160) + "…", "^" + all])
    }

    @Test("a line of megabytes, marks without end and bytes that are not UTF-8 do no harm")
    func hostileLines() {
        let long = excerpt(String(repeating: "é", count: 2_000_000), 1_000_000, 1_000_001)
        #expect(long.map(\.unicodeScalars.count) == [162, 62])
        let marks = excerpt("a" + String(repeating: "\u{301}", count: 100_000) + "b", 1, 2)
        #expect(marks.count == 2 && marks.allSatisfy { $0.unicodeScalars.count < 2_000 })
        let file = SourceFile(path: "f", bytes: [0x61, 0xFF, 0xFE, 0x62])
        let text = TerminalPrinter().print([.error("c", "m", at: place(file, (1, 4), (1, 5)))])
        #expect(text == "f:1:4: error: m [c]\na\u{FFFD}\u{FFFD}b\n   ^\n")
    }

    @Test("nothing of any text reaches the terminal as a command")
    func escapes() {
        let evil = "\u{1B}[2J\u{202E}\n\r\u{7}\u{9B}\u{2028}\u{FEFF}\u{E0041}\t"
        let file = SourceFile(path: evil, contents: evil)
        let diagnostic = Diagnostic.error(
            evil, evil, at: place(file, (1, 1), (1, 2)), pointer: JSONPointer([evil]), hint: evil,
            notes: [.init(evil, at: place(file, (1, 1), (1, 2)))])
        let text = TerminalPrinter().print([diagnostic])
        let raw = text.unicodeScalars.filter { $0 != "\n" && $0.properties.generalCategory == .control }
        #expect(raw.isEmpty)
        #expect(text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .format })
        let shown =
            "<U+001B>[2J<U+202E><U+000A><U+000D><U+0007><U+009B><U+2028><U+FEFF><U+E0041><U+0009>"
        #expect(text.hasPrefix("\(shown):1:1: error: \(shown) [\(shown)]\n"))
        #expect(text.contains("\n at: /\(shown)\nhint: \(shown)\n\(shown):1:1: note: \(shown)\n"))
    }

    @Test("a text of more than 2,000 scalars is cut")
    func longTexts() {
        let text = { String(repeating: "é", count: $0) }
        #expect(TerminalPrinter().print([.error("c", text(2_000))]) == "error: \(text(2_000)) [c]\n")
        #expect(TerminalPrinter().print([.error("c", text(2_001))]) == "error: \(text(2_000))… [c]\n")
    }

    @Test(
        "the summary counts each severity",
        arguments: [
            ([], "no errors"),
            ([.error], "1 error"),
            ([.warning, .error, .error], "2 errors, 1 warning"),
            ([.note, .note, .warning], "1 warning, 2 notes"),
        ] as [([Diagnostic.Severity], String)])
    func summary(severities: [Diagnostic.Severity], text: String) {
        #expect(TerminalPrinter.summary(severities.map { Diagnostic($0, code: "c", "m") }) == text)
    }
}
