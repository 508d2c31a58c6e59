import ApusIR
import Testing

@testable import ApusSwift

@Suite struct TextTests {
    @Test(arguments: [
        ("plain", #""plain""#), (#"a"; evil(); let b=""#, #""a\"; evil(); let b=\"""#),
        (#"\(evil())"#, #""\\(evil())""#),
        ("a\nb\r\t", #""a\nb\r\t""#), ("\u{0}", #""\u{0}""#), ("\u{202E}x", #""\u{202E}x""#),
        ("é😀", #""\u{E9}\u{1F600}""#),
        ("\"\u{301}", #""\"\u{301}""#), ("\u{600}\"", #""\u{600}\"""#), ("\\", #""\\""#), ("\u{2028}", #""\u{2028}""#),
    ])
    func stringLiterals(given: String, want: String) { #expect(SwiftLiteral.string(given) == want) }

    @Test(arguments: [
        ("a\nb", ["a", "b"]), (#"{"a": ""}"#, [#"{"a": "\"}"#]), (#"""""#, [#""\"\""#]), ("\\(x)", ["\\\\(x)"]),
        ("", [""]), ("a\n\nb\n\n", ["a\\n", "b\\n\\n"]), ("\na", ["", "a"]),
    ])
    func multilineLiterals(given: String, want: [String]) { #expect(SwiftLiteral.multilineString(given) == want) }

    @Test(arguments: ["\n", "\r", "\r\n", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}"])
    func everyLineBreakSplitsAComment(lineBreak: String) {
        #expect(DocumentationText.paragraph("a\(lineBreak)extension X {}") == ["a", "extension X {}"])
    }

    @Test(arguments: [
        ("\u{202E}x", ["<U+202E>x"]), ("a\u{0}b", ["a<U+0000>b"]), ("*/ evil() /*", ["*/ evil() /*"]), ("é 日", ["é 日"]),
        ("  \n\n a \n\n", [" a"]), ("\u{1B}[31m", ["<U+001B>[31m"]),
    ])
    func commentsShowWhatDoesNotPrint(given: String, want: [String]) {
        #expect(DocumentationText.paragraph(given) == want)
    }

    @Test func longLinesAreWrappedAtSpaces() {
        let lines = DocumentationText.paragraph(String(repeating: "word ", count: 60))
        #expect(lines.count == 3)
        #expect(lines.allSatisfy { $0.count <= DocumentationText.width })
    }

    @Test func summaryAndDescriptionAreParted() {
        #expect(DocumentationText.lines(Documentation(summary: "A", description: "B")) == ["A", "", "B"])
        #expect(DocumentationText.lines(Documentation(summary: "A", description: "A")) == ["A"])
        #expect(DocumentationText.lines(Documentation()).isEmpty)
    }

    @Test func examplesAreJSON() {
        let literal = Literal.object([.init("a\"", .array([.number("1.50"), .null])), .init("b", .object([]))])
        #expect(JSONText.pretty(literal) == "{\n  \"a\\\"\": [\n    1.50,\n    null\n  ],\n  \"b\": {}\n}")
        #expect(JSONText.compact(literal) == #"{"a\"":[1.50,null],"b":{}}"#)
    }
}
