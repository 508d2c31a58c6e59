import ApusDiagnostics
import ApusOpenAPI
import Testing

/// Documents of several files.
@Suite struct MultiFileTests {
    /// The text of a `$ref` in `api/a.yaml`, and the title of the schema that it names; `nil` for none.
    static let texts: [(String, String?)] = [
        ("pet.yaml", "pet"),
        ("./pet.yaml", "pet"),
        ("sub/../pet.yaml", "pet"),
        ("../api/pet.yaml", "pet"),
        ("pet.yaml#", "pet"),
        ("models/big%20cat.json", "big cat"),
        ("models/all.yaml#/Dog", "dog"),
        ("models/all.yaml#/a~1b", "slash"),
        ("models/all.yaml#/%C3%A9", "accent"),
        ("models/all.yaml#/Dog/properties/tail", "tail"),
        // On from a reference in the middle.
        ("models/all.yaml#/Same/properties/tail", "tail"),
        ("a.yaml#/components/schemas/Here", "here"),
        ("../common/x.yaml", "common"),
        ("missing.yaml", nil),
        ("models/all.yaml#/Cat", nil),
        ("PET.yaml", nil),
    ]

    private static let files = [
        "api/pet.yaml": "title: pet",
        "api/models/big cat.json": #"{"title": "big cat"}"#,
        "api/models/all.yaml": """
        Dog: {title: dog, properties: {tail: {title: tail}}}
        Same: {$ref: '#/Dog'}
        a/b: {title: slash}
        é: {title: accent}
        """,
        "common/x.yaml": "title: common",
    ]

    @Test(arguments: texts) func text(_ text: String, _ title: String?) throws {
        let result = Reading.read(
            """
            paths: {}
            components: {schemas: {A: {$ref: '\(text)'}, Here: {title: here}}}
            """, with: Self.files)
        let document = try #require(result.value)
        let reference = try #require(document.components.schemas["A"]?.keywords.reference)
        #expect(document.references.schema(reference)?.keywords.title == title)
        #expect(result.diagnostics.isEmpty == (title != nil))
    }

    /// Every kind of object can be a file, and the references in it are relative to that file.
    @Test func filesOfEveryKind() throws {
        let result = Reading.read(
            """
            paths:
              /a/{id}: {$ref: paths/a.yaml}
            """,
            with: [
                "api/paths/a.yaml": """
                parameters: [{$ref: ../parts/id.yaml}]
                post:
                  requestBody: {$ref: ../parts/body.yaml}
                  responses: {'200': {$ref: ../parts/ok.yaml}}
                """,
                "api/parts/id.yaml": "{name: id, in: path, required: true, schema: {type: string}}",
                "api/parts/body.yaml": "content: {application/json: {schema: {$ref: schemas/pet.yaml}}}",
                "api/parts/ok.yaml": """
                description: fine
                headers: {X-Rate: {$ref: 'headers.yaml#/rate'}}
                content:
                  application/json:
                    schema: {$ref: schemas/pet.yaml}
                    examples: {one: {$ref: examples/one.yaml}}
                """,
                "api/parts/headers.yaml": "rate: {schema: {type: integer}}",
                "api/parts/examples/one.yaml": "value: {name: Rex}",
                "api/parts/schemas/pet.yaml": "properties: {name: {type: string}}",
            ])
        #expect(result.diagnostics.map(Reading.short) == [])
        let document = try #require(result.value)
        let item = try #require(document.paths["/a/{id}"].flatMap(document.references.resolve))
        let operation = try #require(item.operations.first?.operation)
        #expect(item.parameters.first.flatMap(document.references.resolve)?.name == "id")
        let response = try #require(operation.responses["200"].flatMap(document.references.resolve))
        #expect(response.headers["X-Rate"].flatMap(document.references.resolve) != nil)
        let media = try #require(response.content["application/json"].flatMap(document.references.resolve))
        #expect(media.examples["one"].flatMap(document.references.resolve)?.value != nil)
        let body = try #require(operation.requestBody.flatMap(document.references.resolve))
        let other = try #require(body.content["application/json"].flatMap(document.references.resolve))
        // Two references to one file are one schema.
        let schemas = [media, other].compactMap { $0.schema?.keywords.reference }.map(document.references.schema)
        #expect(schemas.count == 2 && schemas[0] != nil && schemas[0] === schemas[1])
    }

    @Test func findingsNameTheFile() {
        let result = Reading.read(
            "paths: {}\ncomponents: {schemas: {A: {$ref: b.yaml}, B: {$ref: c.yaml}}}",
            with: [
                "api/b.yaml": "type: object\nproperties:\n  x: {type: strin}\n  y: {$ref: '#/z'}",
                "api/c.yaml": "a: [b",
            ])
        #expect(
            result.diagnostics.map { "\($0.location?.description ?? "") \($0.code) \($0.pointer?.description ?? "")" }
                == [
                    "api/a.yaml:4:53 unreadable-reference /components/schemas/B/$ref",
                    "api/b.yaml:3:13 unknown-type /properties/x/type",
                    "api/b.yaml:4:13 dangling-reference /properties/y/$ref",
                    "api/c.yaml:1:6 yaml-syntax /a/1",
                ])
    }

    @Test func circlesOverFiles() {
        let result = Reading.read(
            "paths: {}\ncomponents: {schemas: {A: {$ref: b.yaml}, T: {$ref: t.yaml}}}",
            with: [
                "api/b.yaml": "$ref: c.yaml", "api/c.yaml": "$ref: b.yaml",
                "api/t.yaml": "properties: {t: {$ref: '#'}, u: {$ref: t.yaml}}",
            ])
        #expect(result.diagnostics.map(\.code) == ["reference-cycle"])
    }

    /// Operations, lists, maps and texts have no `$ref` in the specification, and are split off all the same.
    @Test func referencesWhereTheSpecificationHasNone() throws {
        let result = Reading.read(
            "paths: {$ref: paths.yaml}\ntags: [{name: t, description: {$ref: 'texts.yaml#/t'}}]",
            with: [
                "api/paths.yaml": "/a: {get: {$ref: get.yaml}}\n/b: {get: {$ref: get.yaml}}",
                "api/get.yaml": "parameters: {$ref: 'list.yaml'}\nresponses: {'200': {description: x}}",
                "api/list.yaml": "[{$ref: 'p.yaml'}]", "api/p.yaml": "{name: q, in: query, schema: {type: string}}",
                "api/texts.yaml": "t: words",
            ])
        #expect(result.diagnostics.map(\.code) == Array(repeating: "misplaced-reference", count: 4))
        let document = try #require(result.value)
        #expect(document.tags.first?.description == "words")
        let item = try #require(document.paths["/b"].flatMap(document.references.resolve))
        #expect(item.operations.first?.operation.parameters.first.flatMap(document.references.resolve)?.name == "q")
    }

    @Test func misplacedReferencesEnd() {
        let circle = Reading.read(
            "paths: {/a: {get: {$ref: g.yaml}}}",
            with: ["api/g.yaml": "$ref: h.yaml", "api/h.yaml": "$ref: g.yaml"])
        #expect(circle.diagnostics.contains { $0.code == "reference-cycle" })
        // Two of them at each of 40 levels.
        var files: [String: String] = [:]
        for level in 0..<40 {
            let next = "{properties: {$ref: 'p\(level + 1).yaml'}}"
            files["api/p\(level).yaml"] = "{a: \(next), b: \(next)}"
        }
        files["api/p40.yaml"] = "{c: {type: string}}"
        let bomb = Reading.read(
            "paths: {}\ncomponents: {schemas: {A: {properties: {$ref: p0.yaml}}}}", with: files)
        #expect(bomb.diagnostics.contains { $0.code == "reference-budget" })
    }

    /// References that are followed at once recurse; a long chain of them, each deep in its file, must not end the process.
    @Test(arguments: ["get: ", "$ref: f0.yaml\n    get: "]) func longChainsOfMisplacedReferencesEnd(_ start: String) {
        let deep = String(repeating: "{properties: {a: ", count: 28)
        let ends = String(repeating: "}}", count: 28)
        var files: [String: String] = [:]
        for level in 0..<2000 {
            let schema = "\(deep){properties: {$ref: 's\(level + 1).yaml'}}\(ends)"
            files["api/s\(level).yaml"] = "a: \(schema)"
            files["api/f\(level).yaml"] = "{$ref: f\(level + 1).yaml, parameters: [{name: p\(level), in: query}]}"
        }
        let result = Reading.read(
            "paths:\n  /a:\n    \(start){responses: {'200': {description: x}}}\n"
                + "components: {schemas: {A: {properties: {$ref: s0.yaml}}}}", with: files)
        #expect(result.diagnostics.contains { $0.code == "reference-budget" })
    }

    @Test func manyFilesTakeLinearTime() {
        var files: [String: String] = [:]
        for index in 0..<3000 {
            files["api/m/s\(index).yaml"] = "properties: {next: {$ref: 's\(index + 1).yaml'}, last: {$ref: s3000.yaml}}"
        }
        files["api/m/s3000.yaml"] = "type: string"
        let result = Reading.read("paths: {}\ncomponents: {schemas: {A: {$ref: m/s0.yaml}}}", with: files)
        #expect(result.diagnostics.isEmpty)
    }
}
