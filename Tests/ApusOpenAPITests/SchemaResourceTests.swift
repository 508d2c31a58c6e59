import ApusDiagnostics
import ApusOpenAPI
import Testing

/// References that are relative to an `$id` or a `$self`, and anchors of every kind.
@Suite struct SchemaResourceTests {
    /// A reference in the component `Probe` of `api/a.yaml`, the title of the schema that it names, and the codes of what
    /// is said.
    struct Row: Sendable {
        let probe: String
        let title: String?
        let codes: [String]

        init(_ probe: String, _ title: String?, _ codes: String...) {
            (self.probe, self.title, self.codes) = (probe, title, codes)
        }
    }

    static let rows = [
        Row("$ref: '#plain'", "plain anchor"),
        Row("$ref: 'b.yaml#there'", "anchor of a file"),
        Row("$ref: 'b.yaml#old'", "anchor of an old draft"),
        Row("$ref: '#missing'", nil, "dangling-reference"),
        Row("$ref: '#data'", nil, "dangling-reference"),
        Row("$dynamicRef: '#plain'", "plain anchor"),
        Row("$dynamicRef: '#once'", "one dynamic anchor"),
        Row("$dynamicRef: '#twice'", "first of two", "dynamic-reference"),
        Row("$ref: 'https://example.com/s/tree'", "tree"),
        Row("$ref: 'https://example.com/s/tree#/properties/leaf'", "leaf"),
        Row("$ref: 'https://example.com/s/tree#branch'", "branch"),
        Row("$ref: 'https://example.com/s/other'", nil, "remote-reference"),
        Row("{$id: 'https://example.com/s/x', items: {$ref: tree}}", "tree"),
        Row("{$id: 'https://example.com/t/x', items: {$ref: ../s/tree}}", "tree"),
        Row("{$id: 'https://example.com/t/x', items: {$ref: /s/tree#branch}}", "branch"),
        Row("{$id: 'https://example.com/t/x', items: {$ref: b.yaml}}", "file"),
        Row("{$id: x/y, items: {$ref: b.yaml}}", "file"),
        Row("{$id: x, title: self, items: {$ref: '#'}}", "self"),
        Row("{$id: x, items: {$ref: '#/$defs/d'}, $defs: {d: {title: inner}}}", "inner"),
        Row("{$id: x, items: {$ref: '#here'}, $defs: {d: {$anchor: here, title: inner}}}", "inner"),
        Row("{$id: x, items: {$ref: '#/components/schemas/Plain'}}", "plain anchor", "reference-base"),
        Row("{title: around, items: {$recursiveRef: '#'}}", "around"),
        Row("{properties: {a: {$recursiveAnchor: true, title: near, items: {$recursiveRef: '#'}}}}", "near"),
        Row("$ref: '#'", nil, "malformed-reference"),
        Row("$ref: 'openapi/../a.yaml#/components/schemas/Plain'", "plain anchor"),
    ]

    @Test(arguments: rows) func row(_ row: Row) throws {
        let probe = row.probe.hasPrefix("{") ? row.probe : "{\(row.probe)}"
        let result = Reading.read(
            """
            paths: {}
            components:
              schemas:
                Probe: \(probe)
                Plain: {$anchor: plain, title: plain anchor}
                Once: {$dynamicAnchor: once, title: one dynamic anchor}
                Twice: {$dynamicAnchor: twice, title: first of two}
                Again: {properties: {x: {$dynamicAnchor: twice, title: second of two}}}
                Data: {default: {$anchor: data}, properties: {$anchor: {type: string}, $id: {type: string}}}
                Tree:
                  $id: https://example.com/s/tree
                  title: tree
                  properties: {leaf: {title: leaf}, branch: {$anchor: branch, title: branch}}
            """,
            with: [
                "api/b.yaml":
                    "{title: file, $defs: {x: {$anchor: there, title: anchor of a file}, y: {$id: '#old', title: anchor of an old draft}}}"
            ])
        let document = try #require(result.value)
        let reference = try #require(document.components.schemas["Probe"].flatMap(firstReference))
        #expect(document.references.schema(reference)?.keywords.title == row.title)
        #expect(result.diagnostics.map(\.code) == row.codes)
    }

    private func firstReference(_ schema: Schema) -> Reference? {
        if let reference = schema.keywords.reference { return reference }
        if let found = schema.keywords.items.flatMap(firstReference) { return found }
        return schema.keywords.properties?.entries.lazy.compactMap { firstReference($0.value) }.first
    }

    /// Where a document says that it is published, references to its neighbours lead to the files beside it.
    @Test(arguments: [
        "b.yaml", "https://example.com/v1/b.yaml", "/v1/b.yaml",
        "https://example.com/v1/api.yaml#/components/schemas/B",
    ])
    func selfOfTheDocument(_ text: String) throws {
        let head = "openapi: 3.2.0\n$self: https://example.com/v1/api.yaml\ninfo: {title: T, version: '1'}\n"
        let result = Reading.read(
            whole: head + "paths: {}\ncomponents: {schemas: {A: {$ref: '\(text)'}, B: {title: beside}}}",
            with: ["api/b.yaml": "title: beside"])
        #expect(result.diagnostics.map(Reading.short) == [])
        let document = try #require(result.value)
        let reference = try #require(document.components.schemas["A"]?.keywords.reference)
        #expect(document.references.schema(reference)?.keywords.title == "beside")
    }

    /// What stands at a place is one schema, whatever leads there.
    @Test func partsOfComponentsAreThemselves() throws {
        let result = Reading.document(
            """
            paths: {}
            components:
              schemas:
                A: {properties: {b: {type: string}}, allOf: [{items: {title: c}}]}
                B: {$ref: '#/components/schemas/A/properties/b'}
                C: {$ref: '#/components/schemas/A/allOf/0/items'}
            """)
        let document = try #require(result.value)
        let schemas = document.components.schemas
        func target(_ name: String) -> Schema? {
            schemas[name]?.keywords.reference.flatMap { document.references.schema($0) }
        }
        #expect(target("B") != nil && target("B") === schemas["A"]?.keywords.properties?["b"])
        #expect(target("C") != nil && target("C") === schemas["A"]?.keywords.allOf?.first?.keywords.items)
    }

    @Test func siblingsOfAReferenceIn30() throws {
        let schema =
            "{$ref: '#/components/schemas/B', description: words, nullable: true, properties: {a: {}}, required: [a]}"
        for (version, codes) in [("3.0.3", ["ignored-sibling", "ignored-sibling"]), ("3.1.0", ["nullable-keyword"])] {
            let result = Reading.document(
                "openapi: \(version)\npaths: {}\ncomponents: {schemas: {A: \(schema), B: {type: object}}}")
            #expect(result.diagnostics.map(\.code) == codes)
            let keywords = try #require(result.value?.components.schemas["A"]?.keywords)
            #expect((keywords.properties == nil) == (version == "3.0.3"))
            #expect(keywords.description == "words" && keywords.isNullable)
        }
    }

    @Test func fieldsBesideThePathItemsReference() throws {
        let result = Reading.read(
            """
            paths:
              /a:
                $ref: p.yaml
                put: {operationId: put, responses: {'200': {description: x}}}
                get: {operationId: near, responses: {'200': {description: x}}}
            """,
            with: [
                "api/p.yaml": "$ref: q.yaml",
                "api/q.yaml": """
                get: {operationId: far, responses: {'200': {description: x}}}
                delete: {operationId: del, responses: {'200': {description: x}}}
                """,
            ])
        #expect(result.diagnostics.map(\.code) == ["path-item-conflict"])
        let document = try #require(result.value)
        let item = try #require(document.paths["/a"].flatMap(document.references.resolve))
        #expect(item.operations.map { $0.operation.operationID } == ["put", "near", "del"])
    }
}
