import ApusDiagnostics
import ApusTemplates
import Testing

@Suite("The names that templates use")
struct NamesTests {
    @Test(
        "a tree of names, sorted, each once per kind of use",
        arguments: [
            // template, description
            ("text {{! comment }}", ""),
            ("{{b}}{{{a.c}}}{{&b}}{{.}}", ".\na.c\nb"),
            ("{{#a}}{{x}}{{/a}}{{a}}{{^a}}{{y}}{{/a}}", "a\n#a\n  x\n^a\n  y"),
            ("{{#a}}{{y}}{{/a}} {{#a}}{{x}}{{> p}}{{/a}}", "#a\n  x\n  y\n  > p"),
            ("{{#a}}{{#b.c}}{{.}}{{/b.c}}{{^b.c}}{{/b.c}}{{/a}}{{z}}", "#a\n  #b.c\n    .\n  ^b.c\nz"),
            ("{{^a}}{{^b}}{{c}}{{/b}}{{/a}}{{d}}", "^a\n  ^b\n    c\nd"),
            ("{{> q}}{{> p}}{{> q}}", "> p\n> q"),
        ] as [(String, String)])
    func tree(template: String, description: String) {
        let library = Checked.parsing([("main", template), ("p", ""), ("q", "")])
        #expect(library.diagnostics == [])
        #expect(library.value.names(usedBy: "main")?.description == description)
    }

    @Test("a name knows its first place")
    func places() throws {
        let library = Checked.parsing([("main", "{{a}}\n{{#b}}\n {{c}}{{/b}}\n{{a}}")]).value
        let names = try #require(library.names(usedBy: "main")).names
        #expect(names.map(\.location.description) == ["main.mustache:1:1", "main.mustache:2:1"])
        #expect(names.last?.inside.names.map(\.location.description) == ["main.mustache:3:2"])
        #expect(library.names(usedBy: "other") == nil)
    }
}

@Suite("The contract between a template and its context")
struct ContractTests {
    private static let context: TemplateObject = [
        "name": .text("Model"), "isPublic": .bool(false),
        "fields": TemplateValue([
            ["name": .text("x"), "doc": .none],
            ["name": .text("y"), "doc": .object(["lines": .list([.text("…")])])],
        ]),
    ]

    @Test(
        "names are compared both ways, in sections that are false too",
        arguments: [
            // template, partial p, unknown, unused
            (
                "{{name}}{{#isPublic}}{{/isPublic}}{{#fields}}{{name}}{{#doc.lines}}{{.}}{{/doc.lines}}{{/fields}}",
                "", [], []
            ),
            ("{{name}}", "", [], ["isPublic", "fields", "fields.name", "fields.doc", "fields.doc.lines"]),
            (
                "{{#isPublic}}{{nmae}}{{/isPublic}}{{name}}{{#fields}}{{#doc}}{{line}}{{/doc}}{{/fields}}", "",
                ["1:62 no context offers `line`", "1:14 no context offers `nmae`"],
                ["fields.name", "fields.doc.lines"]
            ),
            (
                "{{fields.dok}}", "", ["1:1 `fields` offers no `dok`"],
                ["name", "isPublic", "fields.name", "fields.doc", "fields.doc.lines"]
            ),
            (
                "{{name}}{{isPublic}}{{#fields}}{{> p}}{{/fields}}",
                "{{name}}{{#doc}}{{#lines}}{{> p}}{{/lines}}{{/doc}}",
                [], []
            ),
            (
                // An inverted section does not bring its value's names into reach.
                "{{^fields}}{{doc}}{{/fields}}", "", ["1:12 no context offers `doc`"],
                ["name", "isPublic", "fields.name", "fields.doc", "fields.doc.lines"]
            ),
        ] as [(String, String, [String], [String])])
    func bothWays(template: String, partial: String, unknown: [String], unused: [String]) {
        let library = Checked.parsing([("main", template), ("p", partial)]).value
        let contract = library.contract(of: "main", with: [Self.context])
        let found = contract.unknown.map { "\($0.location!.start.line):\($0.location!.start.column) \($0.message)" }
        #expect(found == unknown)
        #expect(contract.unused == unused)
    }

    @Test("several samples offer the names of all")
    func samples() {
        let library = Checked.parsing([("main", "{{a}}{{#b}}{{c}}{{d}}{{/b}}")]).value
        let contract = library.contract(
            of: "main",
            with: [
                ["a": .text(""), "b": .none], ["b": .object(["c": .text("")])], ["b": .object(["d": .text("")])],
            ])
        #expect(contract.unknown == [])
        #expect(contract.unused == [])
    }
}
