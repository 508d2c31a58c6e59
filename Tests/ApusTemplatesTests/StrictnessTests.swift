import ApusDiagnostics
import ApusTemplates
import Testing

@Suite("Strictness")
struct StrictnessTests {
    private static let context: TemplateObject = [
        "name": .text("Model"), "yes": .bool(true), "absent": .none, "items": .list([.text("a"), .text("b")]),
        "inner": .object(["name": .text("Inner"), "title": .none]),
    ]

    @Test(
        "a tag that cannot be rendered is an error at its place",
        arguments: [
            // template, error
            ("a\n {{nmae}}", "2:2 unknown-template-name no context offers `nmae` to the template `main`"),
            ("{{#nmae}}x{{/nmae}}", "1:1 unknown-template-name no context offers `nmae` to the template `main`"),
            ("{{^nmae}}x{{/nmae}}", "1:1 unknown-template-name no context offers `nmae` to the template `main`"),
            ("{{inner.nmae}}", "1:1 unknown-template-name `inner` offers no `nmae` to the template `main`"),
            ("{{name.x}}", "1:1 template-value-kind `name` is a text and offers no `x`"),
            ("{{inner.title.x}}", "1:1 template-value-kind `inner.title` is absent and offers no `x`"),
            ("{{#absent.x}}{{/absent.x}}", "1:1 template-value-kind `absent` is absent and offers no `x`"),
            ("{{yes}}", "1:1 template-value-kind `yes` is a boolean and cannot be written out"),
            ("{{items}}", "1:1 template-value-kind `items` is a list and cannot be written out"),
            ("{{inner}}", "1:1 template-value-kind `inner` is an object and cannot be written out"),
            ("{{.}}", "1:1 template-value-kind `.` is an object and cannot be written out"),
            ("{{{absent}}}", "1:1 absent-template-value `absent` is absent here and cannot be written out"),
            ("{{&inner.title}}", "1:1 absent-template-value `inner.title` is absent here and cannot be written out"),
            // Each tag is reported once, however often it is rendered.
            ("{{#items}}{{x}}{{/items}}", "1:11 unknown-template-name no context offers `x` to the template `main`"),
        ] as [(String, String)])
    func errors(template: String, error: String) {
        #expect(render(template, Self.context).diagnostics.map(\.brief) == [error])
    }

    @Test("the error shows which names were in reach, where, and through which partials")
    func explanation() throws {
        let result = render(
            "{{#inner}}\n{{#items}}\n  {{> doc}}\n{{/items}}\n{{/inner}}", Self.context,
            partials: [("doc", "{{titel}}")])
        let diagnostic = try #require(result.diagnostics.first)
        #expect(diagnostic.location?.description == "doc.mustache:1:1")
        #expect(diagnostic.hint == "Did you mean `title`?")
        let notes = diagnostic.notes.map { "\($0.location?.description ?? "-") \($0.message)" }
        #expect(
            notes == [
                "main.mustache:2:1 the section `items` is a text and offers no names",
                "main.mustache:1:1 the section `inner` offers `name`, `title`",
                "- the root context offers `name`, `yes`, `absent`, `items`, `inner`",
                "main.mustache:3:3 the template is included here",
            ])
    }

    @Test("one run reports all tags, and goes on as if they were not there")
    func goingOn() {
        let result = render("{{a}}1{{#b}}2{{/b}}3{{^c}}4{{/c}}5{{name}}", Self.context)
        #expect(result.text == "135Model")
        #expect(result.diagnostics.map(\.location?.start.column) == [1, 7, 21])
    }

    @Test("after fifty errors rendering stops")
    func manyErrors() {
        #expect(render(String(repeating: "{{a}}", count: 60)).diagnostics.count == 50)
    }

    @Test("an unknown template is an error with near names")
    func unknownTemplate() {
        let result = Checked.parsing([("Model.swift", "")]).flatMap { $0.render("Modle.swift", [:]) }
        #expect(result.diagnostics.map(\.brief) == ["unknown-template no template is called `Modle.swift`"])
        #expect(result.diagnostics.map(\.hint) == ["Did you mean `Model.swift`?"])
    }

    @Test("a recursion without end stops at the partial depth, with the way there")
    func depth() throws {
        let result = render("x{{> main}}")
        #expect(result.diagnostics.map(\.code) == ["template-partials-too-deep"])
        #expect(result.text == String(repeating: "x", count: 65))
        var limits = TemplateLimits()
        limits.maximumPartialDepth = 1
        #expect(render("{{> p}}", partials: [("p", "a")], limits: limits).diagnostics == [])
        #expect(
            render("{{> p}}", partials: [("p", "{{> q}}"), ("q", "")], limits: limits).diagnostics.map(\.brief)
                == ["1:1 template-partials-too-deep partials are included in each other more than 1 deep"])
    }

    @Test("the size of the output is bounded")
    func size() {
        var limits = TemplateLimits()
        limits.maximumBytes = 10
        #expect(render("{{#items}}12345{{/items}}", Self.context, limits: limits).diagnostics == [])
        let result = render("{{#items}}12345{{/items}}\n{{name}}{{name}}", Self.context, limits: limits)
        #expect(
            result.diagnostics.map(\.brief) == [
                "2:1 template-output-too-large the text rendered from `main` is larger than 10 bytes"
            ])
    }

    @Test("the work is bounded where the output is not")
    func steps() {
        var limits = TemplateLimits()
        limits.maximumSteps = 1_000
        // 2^40 inclusions that write nothing.
        let partials = (1...40).map { (name: "p\($0)", text: $0 == 40 ? "" : "{{> p\($0 + 1)}}{{> p\($0 + 1)}}") }
        let result = render("{{> p1}}", partials: partials, limits: limits)
        #expect(result.diagnostics.map(\.code) == ["template-too-many-steps"])
        let context: TemplateObject = ["a": .list(Array(repeating: .bool(true), count: 100))]
        let empty = render("{{#a}}{{#a}}{{#a}}{{/a}}{{/a}}{{/a}}", context, limits: limits)
        #expect(empty.diagnostics.map(\.code) == ["template-too-many-steps"])
    }
}
