import ApusDiagnostics
import ApusGenerator
import ApusSwift
import SpecUpdate
import Testing

/// What users meet when a document takes another's place.
@Suite struct ChangesTests {
    static let before = """
        openapi: 3.1.0
        info: {title: T, version: '1'}
        tags: [{name: Pets}]
        paths:
          /pets:
            get:
              operationId: listPets
              tags: [Pets]
              security: [{key: []}]
              parameters: [{name: limit, in: query, schema: {type: integer}}]
              responses:
                '200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
                '404': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/NotFound'}}}}
        components:
          securitySchemes: {key: {type: http, scheme: bearer}, name: {type: http, scheme: basic}}
          schemas:
            NotFound: {type: object, properties: {a: {type: string}}}
            Pet:
              type: object
              required: [name]
              properties:
                name: {type: string}
                kind: {type: string, enum: [cat, dog]}
                home: {oneOf: [{type: string}, {type: integer}]}
        """

    /// A text of the document, what stands in its place, and the lines that are printed.
    static let rows: [(old: String, new: String, want: [String])] = [
        ("name: limit", "name: limit", []),
        ("description: d", "description: e", []),
        (
            "name: limit", "name: count",
            ["- argument pets.listPets(limit:): Int? (breaking)", "+ argument pets.listPets(count:): Int?"]
        ),
        (
            "in: query, schema: {type: integer}", "in: query, required: true, schema: {type: integer}",
            ["~ argument pets.listPets(limit:): Int? -> Int, needed (breaking)"]
        ),
        (
            "operationId: listPets", "operationId: pets",
            ["- operation pets.listPets: Pet (breaking)", "+ operation pets.pets: Pet"]
        ),
        (
            "name: {type: string}", "name: {type: integer}",
            ["~ member Pet.name: String, needed -> Int, needed (breaking)"]
        ),
        ("security: [{key: []}]", "security: []", ["~ credential of pets.listPets: key -> none"]),
        (
            "security: [{key: []}]", "security: [{key: []}, {name: []}]",
            ["~ credential of pets.listPets: key -> key or name (breaking)"]
        ),
        ("required: [name]", "required: []", ["~ member Pet.name: String, needed -> String? (breaking)"]),
        ("[cat, dog]", "[cat, hen]", ["- value Pet.Kind.dog: \"dog\" (breaking)", "+ value Pet.Kind.hen: \"hen\""]),
        ("{type: integer}]}", "{type: integer}, {type: boolean}]}", ["+ choice Pet.Home.boolean: Bool (breaking)"]),
        ("    Pet:", "    Toy: {type: object, properties: {a: {type: string}}}\n    Pet:", []),
    ]

    @Test func changesAreTold() throws {
        for row in Self.rows {
            let changed = Self.before.replacing(row.old, with: row.new)
            let changes = APIChanges(from: try Self.module(Self.before), to: try Self.module(changed))
            #expect(changes.lines == row.want, "\(row.new)")
            #expect(changes.breaking == row.want.count { $0.hasSuffix("(breaking)") })
        }
    }

    private static func module(_ text: String) throws -> SwiftModule {
        let generator = Generator(
            spec: SourceFile(path: "t.yaml", contents: text), options: SwiftOptions(module: "T"))
        return try #require(generator.module().value)
    }
}
