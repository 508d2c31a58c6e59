import ApusDiagnostics
import ApusIR
import ApusLowering
import Testing

/// How unions are told apart. Rows are `Name: schema` lines; what is wanted are the lines of the dump about `U` alone.
@Suite struct UnionTests {
    typealias Row = SchemaTests.Row

    private static let animals = """

        Cat: {required: [kind], properties: {kind: {const: cat}, meow: {}}}
        Dog: {required: [kind], properties: {kind: {const: dog}, bark: {}}}
        """
    private static let cat = "{$ref: '#/components/schemas/Cat'}"
    private static let dog = "{$ref: '#/components/schemas/Dog'}"

    static let rows: [Row] = [
        Row(
            "U: {oneOf: [\(cat), \(dog)], discriminator: {propertyName: kind, mapping: {c: Cat, "
                + "k: '#/components/schemas/Cat', d: '#/components/schemas/Dog'}}}" + animals,
            """
            union discriminator schemas/U named "U"
              variant "Cat" schemas/Cat if "kind" is "c" | "k"
              variant "Dog" schemas/Dog if "kind" is "d"
            """),
        Row(
            "U: {oneOf: [\(cat), \(dog)], discriminator: {propertyName: kind}}" + animals,
            """
            union discriminator schemas/U named "U"
              variant "Cat" schemas/Cat if "kind" is "cat"
              variant "Dog" schemas/Dog if "kind" is "dog"
            """),
        Row(
            "U: {oneOf: [{$ref: '#/components/schemas/P'}, {$ref: '#/components/schemas/Q'}], discriminator: "
                + "{propertyName: kind}}\nP: {properties: {kind: {type: string}}}\nQ: {properties: {q: {}}}",
            """
            union discriminator schemas/U named "U"
              variant "P" schemas/P if "kind" is "P"
              variant "Q" schemas/Q if "kind" is "Q"
            """),
        Row(
            "U: {anyOf: [\(cat), \(dog), {type: 'null'}]}" + animals,
            """
            union inferredTag schemas/U named "U"
              variant "Cat" schemas/Cat if "kind" is "cat"
              variant "Dog" schemas/Dog if "kind" is "dog"
            """),
        Row(
            "U: {anyOf: [{type: number}, {type: string}, {type: array, items: {}}, {type: integer}, {type: boolean}, "
                + "{type: object}]}",
            """
            union jsonKind schemas/U named "U"
              variant "integer" integer if kind integer
              variant "double" double if kind number
              variant "string" string if kind string
              variant "array" [any] if kind array
              variant "boolean" boolean if kind boolean
              variant "map" {any} if kind object
            """),
        Row(
            "U: {type: [string, integer, 'null']}",
            """
            union jsonKind schemas/U named "U"
              variant "integer" integer if kind integer
              variant "string" string if kind string
            """),
        Row(
            "U: {anyOf: [{required: [a], properties: {a: {}}}, {required: [b], properties: {b: {}, c: {}}}]}",
            """
            union requiredKeys schemas/U named "U"
              variant "a" schemas/U/|a if has "a"
              variant "b" schemas/U/|b if has "b"
            """),
        Row(
            """
            U: {anyOf: [{required: [s, t], properties: {s: {enum: [x, y]}, t: {const: a}}},
              {required: [s, t], properties: {s: {enum: [z]}, t: {const: b}}}]}
            """,
            """
            union inferredTag schemas/U named "U"
              variant "a" schemas/U/|a if "t" is "a"
              variant "z" schemas/U/|z if "t" is "b"
            """),
        // What tells branches apart that share a tag says nothing of values with a tag that no branch has.
        Row(
            """
            U: {oneOf: [\(cat), {$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}], discriminator: {propertyName: kind}}
            A: {required: [kind, role], properties: {kind: {const: eel}, role: {const: a}}}
            B: {required: [kind, role], properties: {kind: {const: eel}, role: {const: b}}}
            """ + animals,
            """
            union bestMatch schemas/U named "U"
              variant "Cat" schemas/Cat if "kind" is "cat"
              variant "A" schemas/A if decodes
              variant "B" schemas/B if decodes
            """),
        Row(
            """
            U: {anyOf: [\(cat), \(dog), {$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}
            A: {required: [kind, role], properties: {kind: {const: eel}, role: {const: a}}}
            B: {required: [kind, role], properties: {kind: {const: eel}, role: {const: b}}}
            """ + animals,
            """
            union bestMatch schemas/U named "U"
              variant "Cat" schemas/Cat if "kind" is "cat"
              variant "Dog" schemas/Dog if "kind" is "dog"
              variant "A" schemas/A if decodes
              variant "B" schemas/B if decodes
            """),
        // The mapping's word counts more than a constant.
        Row(
            """
            U: {oneOf: [{$ref: '#/components/schemas/A'}, \(cat)], discriminator: {propertyName: kind, mapping: {cat: Cat}}}
            A: {required: [kind], properties: {kind: {const: cat}, a: {}}}
            """ + animals,
            """
            union bestMatch schemas/U named "U"
              variant "Cat" schemas/Cat if "kind" is "cat"
              variant "A" schemas/A if decodes
            """),
        // An enumeration in one branch may grow: a value that it does not list yet would be the other branch's.
        Row(
            """
            U: {anyOf: [{required: [a, s], properties: {a: {}, s: {enum: [x, y]}}}, {required: [b], properties: {b: {}}}]}
            """,
            """
            union requiredKeys schemas/U named "U"
              variant "a" schemas/U/|a if has "a"
              variant "b" schemas/U/|b if has "b"
            """),
        // Nor does an enumeration where another branch takes any text.
        Row(
            """
            U: {anyOf: [{required: [r, c], properties: {r: {type: string}, c: {type: string}}},
              {required: [r, c], properties: {r: {enum: [a, b]}, c: {type: array}}}]}
            """,
            """
            union bestMatch schemas/U named "U"
              variant "object" schemas/U/|object if decodes
              variant "object" schemas/U/|object'2 if decodes
            """),
        // A tag that may be missing tells nothing: what lacks it could be of either branch.
        Row(
            "U: {anyOf: [{properties: {t: {const: a}, x: {}}}, {properties: {t: {const: b}, y: {}}}]}",
            """
            union bestMatch schemas/U named "U"
              variant "a" schemas/U/|a if decodes
              variant "b" schemas/U/|b if decodes
            """),
        Row(
            "U: {anyOf: [{required: [n], properties: {n: {}, t: {enum: [a, b]}}}, {required: [n, m], properties: {n: {}, m: {}}}]}",
            """
            union requiredKeys schemas/U named "U"
              variant "m" schemas/U/|m if has "m"
              variant "object" schemas/U/|object if has "n"
            """),
        // The branch with fewer keys comes last, since its test holds for the others too.
        Row(
            "U: {anyOf: [{required: [a], properties: {a: {}}}, {required: [a, b], properties: {a: {}, b: {}}}]}",
            """
            union requiredKeys schemas/U named "U"
              variant "b" schemas/U/|b if has "b"
              variant "object" schemas/U/|object if has "a"
            """),
        Row(
            "U: {anyOf: [\(cat), \(dog), {type: string}, {required: [z], properties: {z: {}}}]}" + animals,
            """
            union mixed schemas/U named "U"
              variant "Cat" schemas/Cat if "kind" is "cat"
              variant "Dog" schemas/Dog if "kind" is "dog"
              variant "object" schemas/U/|object if has "z"
              variant "string" string if kind string
            """),
        Row(
            "U: {anyOf: [{properties: {a: {type: string}}}, {properties: {a: {type: integer}}}]}",
            """
            union bestMatch schemas/U named "U"
              variant "object" schemas/U/|object if decodes
              variant "object" schemas/U/|object'2 if decodes
            """, codes: "ambiguous-union"),
        // Members of its own make a branch fit best where they are there: nothing to warn of.
        Row(
            "U: {anyOf: [{properties: {a: {}, b: {}}}, {properties: {a: {}, c: {}}}]}",
            """
            union bestMatch schemas/U named "U"
              variant "object" schemas/U/|object if decodes
              variant "object" schemas/U/|object'2 if decodes
            """),
        Row(
            "U: {anyOf: [{type: array, items: {type: string}}, {type: array, items: {type: integer}}]}",
            """
            union bestMatch schemas/U named "U"
              variant "array of string" [string] if decodes
              variant "array of integer" [integer] if decodes
            """),
        // Sets of sets are one set.
        Row(
            "U: {anyOf: [{$ref: '#/components/schemas/V'}, {title: More, type: string, enum: [b, c]}]}\n"
                + "V: {anyOf: [{type: string}, {type: string, enum: [a, b]}]}",
            """
            enum string schemas/U named "U"
              case "a"
              case "b"
              case "c"
            """),
        Row(
            "U: {anyOf: [{$ref: '#/components/schemas/V'}, {required: [kind], properties: {kind: {const: eel}}}]}\n"
                + "V: {oneOf: [\(cat), \(dog)]}" + animals,
            """
            union inferredTag schemas/U named "U"
              variant "V" schemas/V if "kind" is "cat" | "dog"
              variant "eel" schemas/U/|eel if "kind" is "eel"
            """),
        Row(
            "U: {required: [id], properties: {id: {type: string}}, oneOf: [\(cat), \(dog)]}" + animals,
            """
            union inferredTag schemas/U named "U"
              variant "cat" schemas/U/|cat if "kind" is "cat"
              variant "dog" schemas/U/|dog if "kind" is "dog"
            """),
        Row(
            "U: {anyOf: [{$ref: '#/components/schemas/U'}, {type: string}]}",
            """
            union jsonKind schemas/U named "U"
              variant "string" string if kind string
            """, codes: "schema-cycle"),
        Row(
            "U: {properties: {a: {}, b: {}}, anyOf: [{required: [a]}, {required: [b]}]}",
            """
            record schemas/U named "U"
              field "a" any
              field "b" any
            """),
    ]

    @Test(arguments: rows) func row(_ row: Row) {
        let got = Lowered.types(row.schemas)
        let own = got.lines.drop { !$0.contains("schemas/U named") }
        let end = own.dropFirst().firstIndex { !$0.hasPrefix("  ") } ?? own.endIndex
        #expect(Array(own[..<end]) == row.want)
        #expect(got.codes == row.codes)
    }

    @Test func aWarningNamesTheBranches() throws {
        let text = """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths: {}
            components:
              schemas:
                U: {anyOf: [{title: One, properties: {a: {}}}, {title: Two, properties: {a: {type: string}}}]}
            """
        var options = LoweringOptions()
        options.keepsUnusedTypes = true
        let found = try #require(Lowered.api(text, options: options)).diagnostics
        #expect(
            found.map(\.message)
                == ["nothing tells `One`, `Two` of `schemas/U` apart: the one that fits best is taken"])
        #expect(found.first?.location?.start.line == 6)
        #expect(found.first?.pointer?.description == "/components/schemas/U")
    }
}
