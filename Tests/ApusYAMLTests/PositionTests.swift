import ApusDiagnostics
import Testing

@testable import ApusYAML

/// Lines and columns agree with `SourceFile`, whatever breaks the lines.
@Suite struct PositionTests {
    @Test func everyNodeKnowsItsPlace() throws {
        let root = try #require(read("a: one\nb:\n  - 'x'\n  - {c: é, d: z}\n").value)
        #expect(place(root) == "1:1-4:17")
        #expect(place(root["a"]) == "1:4-1:7")
        #expect(place(root["b"]) == "3:3-4:17")
        #expect(place(root["b"]?.sequence?[0]) == "3:5-3:8")
        let flow = try #require(root["b"]?.sequence?[1])
        #expect(place(flow) == "4:5-4:17")
        #expect(place(flow["d"]) == "4:15-4:16")
        let key = try #require(flow.mapping?.pair("d")?.keyRange)
        #expect(key.description == "test.yaml:4:12")
        #expect(key.end == SourcePosition(line: 4, column: 13))
    }

    @Test func emptyValuesLieBehindTheirKey() {
        #expect(place(read("a: 1\nbc:\n").value?["bc"]) == "2:4-2:4")
        #expect(place(read("[]").value) == "1:1-1:3")
        #expect(place(read("- \n- {}").value) == "1:1-2:5")
    }

    /// Every way to end a line, wide characters and a byte order mark: the marked text is what the range cuts out.
    @Test func rangesCutTheirTextOutOfTheFile() throws {
        for newline in ["\n", "\r\n", "\r"] {
            for mark in ["", "\u{FEFF}"] {
                for body in [
                    "é: a\n😀k: word # é\nlist:\n  - x\n", "{\"é\": \"a\",\n \"😀k\":\tword, \"list\": [\"x\"\n]}",
                ] {
                    let text = mark + body.split(separator: "\n").joined(separator: newline)
                    let file = SourceFile(path: "t", contents: text)
                    let root = try #require(YAMLReader.read(file).value, "\(text.debugDescription)")
                    let key = cut(root.mapping?.pair("😀k")?.keyRange)
                    let item = cut(root["list"]?.sequence?.first)
                    #expect(cut(root["😀k"]) == "word", "\(text.debugDescription)")
                    #expect(key == "😀k" || key == "\"😀k\"", "\(text.debugDescription)")
                    #expect(item == "x" || item == "\"x\"", "\(text.debugDescription)")
                    #expect(root.range.start.column == (mark.isEmpty ? 1 : 2), "\(text.debugDescription)")
                }
            }
        }
    }

    @Test func jsonPlacesEqualYAMLPlaces() throws {
        let json = "{\"a\": [1, \"é😀\", {\"b\":\tnull}],\n  \"c\" : -1.5e3 , \"d\": {}}"
        let file = SourceFile(path: "t", contents: json)
        let text = try TextCheck.check(file, .init())
        var own = NodeBuilder(file: file, limits: .init())
        try JSONReader.read(text, into: &own)
        var libyaml = NodeBuilder(file: file, limits: .init())
        try LibYAML.read(text, into: &libyaml)
        #expect(own.root != nil)
        #expect(own.root == libyaml.root)
    }

    private func place(_ node: YAMLNode?) -> String? {
        node.map { "\($0.range.start.line):\($0.range.start.column)-\($0.range.end.line):\($0.range.end.column)" }
    }

    private func cut(_ node: YAMLNode?) -> String { cut(node?.range) }

    private func cut(_ range: SourceRange?) -> String {
        guard let range else { return "" }
        let line = range.file.line(range.start.line).unicodeScalars.map { String($0) }
        return line[(range.start.column - 1)..<(range.end.column - 1)].joined()
    }
}

extension YAMLNode {
    /// The value of a mapping's key.
    subscript(key: String) -> YAMLNode? { mapping?[key] }
}
