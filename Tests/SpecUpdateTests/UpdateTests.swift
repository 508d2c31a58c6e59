import ApusDiagnostics
import ApusYAML
import Foundation
import SpecUpdate
import Testing

/// From a published document to ours.
@Suite struct UpdateTests {
    struct Row: Sendable {
        /// The published document without its frame: its paths and schemas.
        var given: String
        /// The actions of an overlay.
        var actions = ""
        /// Lines that the result has.
        var has: [String] = []
        /// Texts that the result must not have.
        var lacks: [String] = []
        /// The findings' codes.
        var codes: [String] = []
    }

    static let frame = "openapi: 3.1.0\ninfo: {title: T, version: '1', description: Theirs}\n"

    static let rows: [Row] = [
        // Words go, values stay.
        Row(
            given: """
                paths:
                  /a:
                    summary: Theirs
                    get:
                      operationId: a
                      summary: Theirs
                      description: Theirs
                      externalDocs: {url: 'https://x.example', description: Theirs}
                      parameters: [{name: description, in: query, description: Theirs, schema: {title: Theirs, type: string}}]
                      responses:
                        '200':
                          description: Theirs
                          content: {application/json: {example: {description: a value}, schema: {description: Theirs}}}
                        '418': {description: Theirs}
                        5XX: {$ref: '#/components/responses/E'}
                components:
                  responses: {E: {description: Theirs}}
                  schemas:
                    S:
                      description: Theirs
                      properties: {description: {type: string, description: Theirs, default: a default}, title: {}}
                      enum: [{title: a member}]
                """,
            has: [
                "operationId: a", "url: https://x.example", "- name: description", "description: OK.",
                "description: a value", "description: The request was refused.", "description: A response.",
                "default: a default", "title: {}", "- title: a member", "$ref: '#/components/responses/E'",
            ], lacks: ["Theirs"]),
        // Hints for others become ours, or go.
        Row(
            given: """
                x-retry-strategy: {type: exponential}
                x-logo: {altText: Theirs}
                paths:
                  /a:
                    get:
                      x-speakeasy-name-override: list
                      x-speakeasy-pagination: {type: cursor}
                      x-fern-ignore: true
                      responses: {}
                """,
            has: ["x-retry-strategy:", "x-apus-name: list", "x-apus-pagination:"], lacks: ["speakeasy", "fern", "logo"]),
        // An update reaches what is there.
        Row(
            given: "components: {schemas: {S: {properties: {a: {type: string}}}}}",
            actions: """
                - target: $.components.schemas
                  update: {S: {description: Ours, properties: {a: {type: integer, description: Ours too}}}}
                """,
            has: ["description: Ours", "description: Ours too", "type: integer"]),
        // What has gone is told, and the rest is done.
        Row(
            given: "paths: {/a: {get: {responses: {}}}}\ncomponents: {schemas: {S: {type: object}}}",
            actions: """
                - target: $
                  update:
                    paths: {/a: {get: {summary: Ours}, put: {summary: Gone}}, /b: {get: {summary: Gone}}}
                    components: {schemas: {S: {items: {description: Gone}, title: Ours}, Old: {description: Gone}}}
                - target: $.components.schemas.Old
                  update: {description: Gone}
                - target: $.components.schemas.Older
                  remove: true
                """,
            has: ["summary: Ours", "title: Ours"], lacks: ["Gone", "/b", "put:", "items:", "Old"],
            codes: .init(repeating: "place-gone", count: 6)),
        // What we bring in ourselves is marked.
        Row(
            given: "paths: {/a: {get: {responses: {}}}}",
            actions: """
                - target: $.paths
                  x-apus-adds: true
                  update: {/b: {get: {summary: Ours}}}
                """,
            has: ["/b:", "summary: Ours"]),
        // Inline schemas get names, and keep what overlays brought them.
        Row(
            given: """
                paths: {/a: {get: {responses: {'200': {content: {application/json: {schema: {properties: {a: {}}}}}}}}}}
                components: {schemas: {S: {}}}
                """,
            actions: """
                - target: $.paths['/a'].get.responses['200'].content['application/json'].schema
                  update: {x-apus-component: Answer, properties: {a: {description: Ours}}}
                """,
            has: ["$ref: '#/components/schemas/Answer'", "Answer:", "description: Ours"], lacks: ["x-apus-component"]),
        Row(
            given: "paths: {}\ncomponents: {schemas: {S: {properties: {a: {}}}}}",
            actions: """
                - target: $.components.schemas.S.properties.a
                  update: {x-apus-component: S}
                """, codes: ["component-name"]),
        // A wrong overlay is an error.
        Row(given: "paths: {}", actions: "- target: $.\n  remove: true", codes: ["bad-query"]),
        Row(given: "paths: {", codes: ["yaml-syntax"]),
    ]

    @Test(arguments: rows.indices)
    func row(index: Int) throws {
        let row = Self.rows[index]
        let result = Self.update(row.given, row.actions)
        #expect(result.diagnostics.map(\.code) == row.codes, "\(result.diagnostics.map(\.message))")
        guard let text = result.value?.text else {
            #expect(row.has.isEmpty && result.hasErrors)
            return
        }
        let lines = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        for line in row.has { #expect(lines.contains(line), "\(line) in\n\(text)") }
        let body = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.joined(separator: "\n")
        for word in row.lacks { #expect(!body.contains(word), "\(word) in\n\(body)") }
        #expect(YAMLReader.read(SourceFile(path: "x", contents: text)).diagnostics.isEmpty)
    }

    static func update(_ given: String, _ actions: String) -> Checked<SpecUpdate.Result?> {
        let overlay = "overlay: 1.1.0\ninfo: {title: T, version: '1'}\nactions:\n" + actions
        return SpecUpdate(
            published: SourceFile(path: "in.yaml", contents: frame + given),
            overlays: actions.isEmpty ? [] : [SourceFile(path: "o.yaml", contents: overlay)]
        ).run()
    }

    @Test func whatNobodyDescribedIsTold() throws {
        let result = Self.update(
            """
            tags: [{name: A}, {name: B}]
            paths:
              /a/{b}:
                get:
                  parameters: [{name: b, in: path}, {$ref: '#/components/parameters/P'}]
                  responses: {}
            components:
              parameters: {P: {name: p, in: query}}
              schemas: {S: {properties: {a: {}}}, T: {}}
            """,
            """
            - target: $.tags[0]
              update: {description: Ours}
            - target: $.components.schemas.T
              update: {description: Ours}
            """)
        #expect(
            result.value?.undescribed == [
                "/tags/1", "/paths/~1a~1{b}/get", "/paths/~1a~1{b}/get/parameters/0", "/components/parameters/P",
                "/components/schemas/S",
            ])
    }

    /// Where the published document is at hand, ours is what it gives with our corrections and descriptions, and nothing of them
    /// is in vain.
    @Test func ourDocumentIsWhatItsSourcesGive() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let shared =
            ProcessInfo.processInfo.environment["APUS_SHARED"].map { URL(fileURLWithPath: $0) }
            ?? root.appendingPathComponent("../shared")
        let published = shared.appendingPathComponent("corpus/openrouter-31/in.openapi.yaml")
        guard FileManager.default.fileExists(atPath: published.path) else {
            print("skipped: there is no \(published.path)")
            return
        }
        func file(_ url: URL) throws -> SourceFile {
            SourceFile(path: url.lastPathComponent, bytes: Array(try Data(contentsOf: url)))
        }
        let spec = root.appendingPathComponent("spec")
        let folder = spec.appendingPathComponent("descriptions")
        let descriptions = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        let overlays =
            [spec.appendingPathComponent("openrouter.overlay.yaml")] + descriptions.map(folder.appendingPathComponent)
        let result = SpecUpdate(published: try file(published), overlays: try overlays.map(file)).run()
        #expect(result.diagnostics.map(\.message) == [])
        let want = try String(contentsOf: spec.appendingPathComponent("openrouter.yaml"), encoding: .utf8)
        #expect(result.value?.text == want, "run make update-spec")
        #expect(result.value?.undescribed == [])
    }
}
