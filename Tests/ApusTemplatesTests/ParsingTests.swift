import ApusDiagnostics
import ApusTemplates
import Testing

@Suite("Parsing templates")
struct ParsingTests {
    @Test(
        "a mistake in a template is an error at its place",
        arguments: [
            // template, errors
            ("a {{name", ["1:3 unclosed-template-tag the tag is not closed by `}}` on its line"]),
            ("{{name\n}}", ["1:1 unclosed-template-tag the tag is not closed by `}}` on its line"]),
            ("{{{name}} ü", ["1:1 unclosed-template-tag the tag is not closed by `}}}` on its line"]),
            ("é {{! never\nclosed", ["1:3 unclosed-template-tag the tag is not closed by `}}`"]),
            ("{{", ["1:1 unclosed-template-tag the tag is not closed by `}}` on its line"]),
            ("{{}}", ["1:1 bad-template-tag the tag names nothing"]),
            ("{{# }}", ["1:1 bad-template-tag the tag names nothing"]),
            ("x\r\n  {{ #x }}", ["2:3 bad-template-tag `#x` is not a name"]),
            ("{{a b}}", ["1:1 bad-template-tag `a b` is not a name"]),
            ("{{#-last}}", ["1:1 bad-template-tag `-last` is not a name"]),
            ("{{a..b}}", ["1:1 bad-template-tag `a..b` is not a name"]),
            ("{{.a}}", ["1:1 bad-template-tag `.a` is not a name"]),
            ("{{1st}}", ["1:1 bad-template-tag `1st` is not a name"]),
            ("{{größe}}", ["1:1 bad-template-tag `größe` is not a name"]),
            ("{{>}}", ["1:1 bad-template-tag the partial tag names nothing"]),
            ("{{> a b}}", ["1:1 bad-template-tag `a b` is not a partial's name"]),
            ("{{> doc}}", ["1:1 unknown-template no template is called `doc`"]),
            ("{{=<% %>=}}", ["1:1 unsupported-template-tag set-delimiter tags are not supported"]),
            ("{{<base}}", ["1:1 unsupported-template-tag parent templates are not supported"]),
            ("{{$title}}", ["1:1 unsupported-template-tag blocks are not supported"]),
            ("{{>*name}}", ["1:1 unsupported-template-tag dynamic names are not supported"]),
            ("a\n {{#x}}", ["2:2 unclosed-template-section the section `x` is not closed"]),
            ("{{/x}}", ["1:1 mismatched-template-section `{{/x}}` closes a section but none is open"]),
            (
                "{{#a}}{{/b}}{{/a}}",
                ["1:7 mismatched-template-section `{{/b}}` stands where the section `a` should be closed"]
            ),
            (
                // The outer section's end closes the inner one too: one error, not two.
                "{{#a}}{{^b}}{{/a}}",
                ["1:13 mismatched-template-section `{{/a}}` stands where the section `b` should be closed"]
            ),
            (
                "{{a b}}{{c d}}",
                ["1:1 bad-template-tag `a b` is not a name", "1:8 bad-template-tag `c d` is not a name"]
            ),
        ] as [(String, [String])])
    func mistakes(template: String, errors: [String]) {
        #expect(Checked.parsing([("main", template)]).diagnostics.map(\.brief) == errors)
    }

    @Test("a mismatched end points to the beginning, and every error offers a way out")
    func notes() throws {
        let text = "{{#outer}}\n  {{/inner}}\n{{/outer}}"
        let diagnostic = try #require(Checked.parsing([("main", text)]).diagnostics.first)
        #expect(diagnostic.location?.description == "main.mustache:2:3")
        #expect(diagnostic.notes.map(\.message) == ["`outer` begins here"])
        #expect(diagnostic.notes.first?.location?.description == "main.mustache:1:1")
        #expect(diagnostic.hint == "Sections end in the reverse order of their beginnings: `{{/outer}}` first.")
    }

    @Test("an unknown partial's error names near templates, or all")
    func unknownPartials() {
        let near = Checked.parsing([("main", "{{> partials/dok}}"), ("partials/doc", "")])
        #expect(near.diagnostics.map(\.hint) == ["Did you mean `partials/doc`?"])
        let far = Checked.parsing([("main", "{{> something}}"), ("partials/doc", "")])
        #expect(far.diagnostics.map(\.hint) == ["The templates are `main`, `partials/doc`."])
    }

    @Test("two templates of one name are an error; the library's names are sorted")
    func names() {
        let library = Checked.parsing([("b", ""), ("partials/a", ""), ("B", ""), ("b", "x")])
        #expect(library.value.names == ["B", "b", "partials/a"])
        #expect(library.diagnostics.map(\.brief) == ["1:1 duplicate-template two templates are called `b`"])
    }

    @Test(
        "a template's name is its file's path without the ending",
        arguments: [
            ("Model.swift.mustache", "Model.swift"),
            ("partials/doc.mustache", "partials/doc"),
            (".mustache", nil),
            ("Model.swift", nil),
            ("Model.mustache.swift", nil),
        ] as [(String, String?)])
    func fileNames(path: String, name: String?) {
        #expect(TemplateSource.name(ofFileAt: path) == name)
    }

    @Test("bytes that are not UTF-8 are an error where they stand")
    func encoding() {
        let file = SourceFile(path: "main.mustache", bytes: Array("ab\né".utf8) + [0xFF])
        let library = TemplateLibrary.parse([.init(name: "main", file: file)])
        #expect(library.diagnostics.map(\.brief) == ["2:2 template-not-utf8 the template is not valid UTF-8"])
    }

    @Test("sections nest 64 deep, and 65 are refused")
    func nesting() {
        func nested(_ count: Int) -> String {
            String(repeating: "{{#x}}", count: count) + String(repeating: "{{/x}}", count: count)
        }
        #expect(Checked.parsing([("main", nested(64))]).diagnostics == [])
        let refused = Checked.parsing([("main", nested(100_000))])
        #expect(refused.diagnostics.map(\.code) == ["template-sections-too-deep"])
        #expect(refused.diagnostics.first?.location?.start.column == 64 * 6 + 1)
    }

    @Test("a template full of mistakes is given up on after a hundred")
    func manyMistakes() {
        #expect(
            Checked.parsing([("main", "{{#x}}" + String(repeating: "{{}}", count: 50_000))]).diagnostics.count == 100)
    }

    @Test("every beginning of a template with every kind of tag is read without a crash")
    func truncations() {
        let text = "{{a}}{{{b.c}}}{{&d}}\r\n  {{#e}}\n{{^f}}{{.}}{{/f}}{{/e}}{{! g }}\n {{> main}}{{=x x=}}{{$h}}{{/h}}"
        for count in 0...text.utf8.count {
            let bytes = Array(text.utf8.prefix(count))
            let source = TemplateSource(name: "main", file: SourceFile(path: "main.mustache", bytes: bytes))
            #expect(TemplateLibrary.parse([source]).value.names == ["main"])
        }
    }
}
