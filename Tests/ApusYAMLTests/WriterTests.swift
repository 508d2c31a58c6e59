import ApusDiagnostics
import Testing

@testable import ApusYAML

/// What is written is read back as it was.
@Suite struct WriterTests {
    /// A document, and the text that its tree gives.
    static let rows: [(given: String, want: String)] = [
        ("{a: 1, b: [x, 2.50, true, ~], c: {}, d: []}", "a: 1\nb: [x, 2.50, true, null]\nc: {}\nd: []\n"),
        ("a:\n  - b: 1\n    c: {d: e}\n  - [f]\n  -\n", "a:\n  - b: 1\n    c:\n      d: e\n  - [f]\n  - null\n"),
        ("[[], {}, [[1]]]", "- []\n- {}\n-\n  - [1]\n"),
        ("200: a\n'300': b\n", "'200': a\n'300': b\n"), ("/a/{b}: {get: {}}", "'/a/{b}':\n  get: {}\n"),
        ("'true': 'no'\n1: '1.0'", "'true': 'no'\n'1': '1.0'\n"), ("'yes'", "'yes'\n"), ("''", "''\n"),
        ("a: b:c\nd: 'e: f'\ng: 'h #i'\nj: 'k:'", "a: b:c\nd: 'e: f'\ng: 'h #i'\nj: 'k:'\n"),
        ("a: \"it's\"", "a: 'it''s'\n"), ("a: \"b\\nc\\t\\\"\\\\ \\u0000\"", "a: \"b\\nc\\t\\\"\\\\ \\x00\"\n"),
        ("a: \"\\u0085\\u2028\\uFEFF\\U0001F600 é\"", "a: \"\\x85\\u2028\\uFEFF\\U0001F600 é\"\n"),
        ("a: ' b '", "a: ' b '\n"), ("a: $ref\nb: -x\nc: '- x'", "a: $ref\nb: '-x'\nc: '- x'\n"),
    ]

    @Test func treesAreWritten() throws {
        for row in Self.rows {
            let tree = try #require(read(row.given).value, "\(row.given)")
            let text = YAMLWriter.write(tree)
            #expect(text == row.want, "\(row.given)")
            #expect(try #require(read(text).value).hasSameValue(as: tree), "\(text)")
        }
    }

    /// Every kind of scalar as text and as what it looks like.
    @Test func scalarsStayWhatTheyAre() throws {
        for row in ScalarTests.plain {
            let tree = YAMLNode(
                .mapping(
                    YAMLMapping(
                        ["plain", row.text].map { key in
                            .init(
                                key: key, keyRange: Self.nowhere,
                                value: YAMLNode(
                                    .sequence([Self.scalar(row.text, .string), Self.scalar(row.text, row.kind)]),
                                    range: Self.nowhere))
                        })), range: Self.nowhere)
            let again = try #require(read(YAMLWriter.write(tree)).value, "\(row.text)")
            #expect(again.hasSameValue(as: tree), "\(YAMLWriter.write(tree))")
        }
    }

    /// Any text, character by character and all together.
    @Test func textsStayWhatTheyAre() throws {
        let scalars =
            (0...0x2FFF).compactMap(Unicode.Scalar.init)
            + [0xD7FF, 0xE000, 0xFEFF, 0xFFFD, 0xFFFE, 0x1F600, 0x10FFFF].compactMap(Unicode.Scalar.init)
        let texts =
            scalars.flatMap { ["\($0)", "a\($0)", "\($0)a", "a\($0) b"] } + [String(String.UnicodeScalarView(scalars))]
        let tree = YAMLNode(.sequence(texts.map { Self.scalar($0, .string) }), range: Self.nowhere)
        let again = try #require(read(YAMLWriter.write(tree)).value?.sequence)
        #expect(again.count == texts.count)
        for (item, text) in zip(again, texts) where item.scalar?.text.hasSameBytes(as: text) != true {
            Issue.record("\(text.debugDescription) became \(item.scalar?.text.debugDescription ?? "nothing")")
        }
    }

    private static let nowhere = SourceRange(
        file: SourceFile(path: "", contents: ""), start: .init(line: 1, column: 1), end: .init(line: 1, column: 1))

    private static func scalar(_ text: String, _ kind: YAMLScalar.Kind) -> YAMLNode {
        YAMLNode(.scalar(YAMLScalar(text: text, kind: kind)), range: nowhere)
    }
}

extension YAMLNode {
    /// Whether the other tree says the same, wherever it was written. All ways to write null are one, and all of a boolean.
    func hasSameValue(as other: YAMLNode) -> Bool {
        switch (content, other.content) {
        case (.scalar(let one), .scalar(let other)):
            guard one.kind == other.kind else { return false }
            switch one.kind {
            case .null, .boolean: return true
            default: return one.text.hasSameBytes(as: other.text)
            }
        case (.sequence(let one), .sequence(let other)):
            return one.count == other.count && zip(one, other).allSatisfy { $0.hasSameValue(as: $1) }
        case (.mapping(let one), .mapping(let other)):
            return one.pairs.count == other.pairs.count
                && zip(one.pairs, other.pairs).allSatisfy {
                    $0.key.hasSameBytes(as: $1.key) && $0.value.hasSameValue(as: $1.value)
                }
        default: return false
        }
    }
}
