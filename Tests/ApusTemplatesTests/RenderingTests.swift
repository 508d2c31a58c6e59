import ApusDiagnostics
import ApusTemplates
import Testing

/// What the public Mustache cases do not say, or say otherwise.
@Suite("Rendering templates")
struct RenderingTests {
    private static let context: TemplateObject = [
        "name": .text("Model"), "empty": .text(""), "yes": .bool(true), "no": .bool(false), "absent": .none,
        "items": .list([.text("a"), .text("b")]), "nothing": .list([]),
        "inner": .object(["name": .text("Inner"), "deep": .object(["value": .text("1")])]),
        "fields": TemplateValue([
            ["name": .text("x"), "isLast": .bool(false)], ["name": .text("y"), "isLast": .bool(true)],
        ]),
    ]

    @Test(
        "values in every kind of tag",
        arguments: [
            // template, text
            ("{{name}}{{{name}}}{{&name}}", "ModelModelModel"),
            ("{{empty}}|{{{empty}}}", "|"),
            ("{{inner.deep.value}}", "1"),
            ("{{#inner}}{{name}} {{yes}}{{/inner}}", nil),
            ("{{#inner}}{{name}} {{deep.value}}{{/inner}}", "Inner 1"),
            ("{{#inner.deep}}{{value}}{{name}}{{/inner.deep}}", "1Model"),  // the part between is not in reach
            ("{{#name}}[{{.}}]{{/name}}", "[Model]"),
            ("{{#empty}}x{{/empty}}{{^empty}}y{{/empty}}", "y"),
            ("{{#absent}}{{.}}{{/absent}}{{^absent}}y{{/absent}}", "y"),
            ("{{#nothing}}x{{/nothing}}{{^nothing}}y{{/nothing}}", "y"),
            ("{{#no}}{{unknown}}{{/no}}", ""),  // sections that are false are not looked into
            ("{{#fields}}{{name}}{{^isLast}}, {{/isLast}}{{/fields}}", "x, y"),
            ("{{#items}}{{#yes}}{{name}}{{/yes}}{{/items}}", "ModelModel"),
            ("{{#fields}}{{#fields}}{{name}}{{/fields}};{{/fields}}", "xy;xy;"),
            ("{ {{name}} }", "{ Model }"),
            ("{{name}}}", "Model}"),
            ("{{! \n {{#x}} }}.", " }}."),  // a comment ends at the first braces
        ] as [(String, String?)])
    func values(template: String, text: String?) {
        let result = render(template, Self.context)
        if let text {
            #expect(result.text == text)
            #expect(result.diagnostics == [])
        } else {
            #expect(result.diagnostics.count == 1)
        }
    }

    @Test(
        "lines that hold nothing but a tag vanish",
        arguments: [
            // template, text
            ("{{#yes}}\n{{#yes}}\na\n{{/yes}}\n{{/yes}}\n", "a\n"),
            ("{{#yes}} {{/yes}}\n", " \n"),  // two tags on a line stay
            ("{{#yes}}{{^no}}\na\n{{/no}}{{/yes}}\n", "\na\n\n"),
            ("a\r\n\t{{! x }} \t\r\nb", "a\r\nb"),
            ("a\n{{name}}\nb", "a\nModel\nb"),
            ("\u{FEFF}  {{#yes}}\na{{/yes}}", "a"),  // a byte order mark is not text
            ("\u{FEFF}a", "a"),
            ("{{! a\n b }}\n{{! c }}\nd", "d"),
            ("a\r{{#yes}}\nb{{/yes}}", "a\r\nb"),  // a lone CR ends no line
        ] as [(String, String)])
    func standalone(template: String, text: String) {
        let result = render(template, Self.context)
        #expect(result.text == text)
        #expect(result.diagnostics == [])
    }

    @Test(
        "a partial on a line of its own is indented as its tag is",
        arguments: [
            // template, partial p, partial q, text
            ("  {{> p}}\nx", "a\nb\n", "", "  a\n  b\nx"),
            ("  {{> p}}\nx", "a\n\nb\r\n\r\nc\n", "", "  a\n\n  b\r\n\r\n  c\nx"),  // empty lines stay empty
            ("  {{> p}}\n", "{{#items}}\n- {{.}}\n{{/items}}\n", "", "  - a\n  - b\n"),
            ("  {{> p}}\n", "{{#items}}\n{{.}}\n{{/items}}\n", "", "  a\n  b\n"),
            ("  {{> p}}\n", "{{empty}}\na\n", "", "\n  a\n"),
            ("  {{> p}}\n", "{{#no}}a{{/no}}\nb\n", "", "\n  b\n"),
            ("  {{> p}}\n", "a\n  {{> q}}\nb\n", "c\nd\n", "  a\n    c\n    d\n  b\n"),
            ("  {{> p}}\n", "a\n{{> q}}\nb\n", "c\nd\n", "  a\n  c\n  d\n  b\n"),
            ("  {{> p}}\n", "a {{> q}} b\ne\n", "c\nd", "  a c\nd b\n  e\n"),  // within a line nothing is indented
            ("  {{> p}}\n", "{{> q}} b\n", "c\nd\n", "  c\nd\n b\n"),
            ("  {{> p}}\n", "{{> q}}b\n", "\t{{> r}}\n", "  \tr\nb\n"),
            (" {{> p}}x", "a\nb\n", "", " a\nb\nx"),
            ("  {{> p}}\nx", "", "", "x"),
        ] as [(String, String, String, String)])
    func indentation(template: String, p: String, q: String, text: String) {
        let result = render(template, Self.context, partials: [("p", p), ("q", q), ("r", "r\n")])
        #expect(result.text == text)
        #expect(result.diagnostics == [])
    }

    @Test("only `{{name}}` goes through the library's escaper")
    func escaping() {
        let context: TemplateObject = ["x": .text("<&>")]
        let library = Checked.parsing([("main", "{{x}} {{{x}}} {{&x}} {{> p}}"), ("p", "{{x}}")], escaper: .html)
        let result = library.flatMap { $0.render("main", context) }
        #expect(String(decoding: result.value, as: UTF8.self) == "&lt;&amp;&gt; <&> <&> &lt;&amp;&gt;")
        #expect(result.diagnostics == [])
    }

    @Test("a text is written out byte for byte")
    func bytes() {
        let text = "e\u{301} \u{202E}\0 👩‍👩‍👧 {{name}}\r"
        #expect(render("{{x}}", ["x": .text(text)]).text.utf8.elementsEqual(text.utf8))
    }

    @Test("values from optionals and collections")
    func conversions() {
        #expect(TemplateValue("a" as String?) == .text("a"))
        #expect(TemplateValue(nil as String?) == .none)
        #expect(TemplateValue(nil as TemplateObject?) == .none)
        #expect(TemplateValue(["a", "b"]) == .list([.text("a"), .text("b")]))
        #expect(Self.context["name"] == .text("Model"))
        #expect(Self.context["nmae"] == nil)
        #expect(TemplateObject([("b", .none), ("a", .none)]).names == ["b", "a"])
    }
}
