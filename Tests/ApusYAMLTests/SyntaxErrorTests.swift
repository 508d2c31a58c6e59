import ApusDiagnostics
import Testing

@testable import ApusYAML

/// Frequent mistakes: the message names them, the place is that of the mistake, the hint is a way out.
@Suite struct SyntaxErrorTests {
    static let rows: [(text: String, place: String, message: String)] = [
        ("a:\n\tb: 1\n", "2:1", "a tab cannot indent a line"),
        ("a: @handle\n", "1:4", "`@` cannot begin a value"),
        ("a: `code`\n", "1:4", "a backtick cannot begin a value"),
        ("a: %d\n", "1:4", "`%` cannot begin a value"),
        ("a: 1\n b: 2\n", "2:3", "a key with `:` cannot stand here"),
        ("a: note: this\n", "1:8", "a key with `:` cannot stand here"),
        (
            "a:\n  b: 1\n c: 2\n", "3:2",
            "the line belongs to no mapping: its indentation fits none of those that are open"
        ),
        ("a:\n  - 1\n  b: 2\n", "3:3", "an item with `- ` was expected here"),
        ("a: - 1\n", "1:4", "an item with `- ` cannot stand here"),
        ("a: 1\nb 2\nc: 3\n", "2:1", "`b` looks like a key, but no `:` follows it"),
        ("a:1\nb: 2\n", "2:2", "a key with `:` cannot stand here"),
        ("a: 1\nb:2\n", "2:1", "`b:2` looks like a key, but no space follows its `:`"),
        ("a: \"open\nb: 1\n", "1:4", "the quote that opens here is never closed"),
        ("a: 'it's'\n", "1:8", "the line belongs to no mapping: its indentation fits none of those that are open"),
        ("a: [1, 2\nb: 3\n", "2:2", "`,` or `]` was expected here"),
        ("a: {b: 1\nc: 3\n", "2:2", "`,` or `}` was expected here"),
        ("a: \"\\d+\"\n", "1:5", "`\\d` is no escape of YAML"),
        ("a: \"\\u12\"\n", "1:5", "the escape lacks hexadecimal digits"),
        ("a: *\n", "1:4", "`*` begins an alias, but no name that can be read follows"),
        ("a: **bold**\n", "1:4", "`*` begins an alias, but no name that can be read follows"),
        ("a: &\n", "1:4", "`&` begins an anchor, but no name that can be read follows"),
        ("a: | text\n", "1:6", "the line of `|` or `>` holds more than its sign"),
        ("a: 'x\n---\n", "2:1", "the quoted text is cut by a document marker"),
        ("%YAML 9.9\n---\na\n", "1:1", "the `%YAML` directive names no known version"),
        ("]", "1:1", "a value was expected here"),
    ]

    @Test func frequentMistakesAreNamed() {
        for row in Self.rows {
            expectError(row.text, "yaml-syntax", row.place)
            #expect(read(row.text).diagnostics.first?.message == row.message, "\(row.text.debugDescription)")
            #expect(read(row.text).value == nil, "\(row.text.debugDescription)")
        }
    }

    @Test func openingsAreShownInNotes() {
        let rows = [
            ("a: [1, 2\nb: 3\n", "test.yaml:1:4"), ("a:\n  b: 1\n c: 2\n", "test.yaml:1:1"),
            ("a:\n  - 1\n  b: 2\n", "test.yaml:2:3"),
        ]
        for (text, place) in rows {
            #expect(
                read(text).diagnostics.first?.notes.first?.location?.description == place, "\(text.debugDescription)")
        }
    }

    @Test func pointersNameTheNodeBeingRead() {
        let rows = [
            ("a:\n  b/c:\n    - 1\n    - @x\n", "/a/b~1c/1"), ("{\"a\": [1, {\"b\": @}]}", "/a/1/b"),
            ("a: {b: !x 1}", "/a/b"), ("a: [1, *b]", "/a/1"), ("a: {<<: 1}", "/a"), ("a: 1\nb: \"", "/b"),
        ]
        for (text, pointer) in rows {
            let file = SourceFile(path: text.hasPrefix("{") ? "test.json" : "test.yaml", contents: text)
            #expect(YAMLReader.read(file).diagnostics.first?.pointer?.description == pointer, "\(text)")
        }
        #expect(read("@x").diagnostics.first?.pointer == nil)
    }

    /// Every text of this folder's tables, cut anywhere and with any byte spoilt, ends in nodes or errors.
    @Test func brokenTextsNeverTrap() {
        let whole = """
            \u{FEFF}%YAML 1.2
            ---
            a: &a {x: [1, -2.5], "é\\u00e9\\n": 'it''s'}
            b: {<<: *a, y: !!str 3}
            c: |+
              text \u{2028} 😀
            ? d
            : >-
              folded
                more
            ...
            """
        #expect(read(whole).diagnostics == [])
        for text in Self.rows.map(\.text) + [whole] {
            let bytes = Array(text.utf8)
            for index in bytes.indices {
                expectNodesOrErrors(Array(bytes.prefix(index)))
                for byte in [
                    0, 0x09, 0x0A, 0x0D, 0x20, 0x22, 0x25, 0x2A, 0x2D, 0x3A, 0x5B, 0x7B, 0x7D, 0x85, 0xC2, 0xFF,
                ] as [UInt8] {
                    var spoilt = bytes
                    spoilt[index] = byte
                    expectNodesOrErrors(spoilt)
                }
            }
        }
    }

    private func expectNodesOrErrors(_ bytes: [UInt8]) {
        let result = read(bytes)
        guard result.value == nil, !result.hasErrors else { return }
        Issue.record("neither nodes nor errors: \(bytes)")
    }
}
