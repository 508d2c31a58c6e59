import ApusDiagnostics
import ApusIR
import ApusLowering
import Testing

/// What schemas become: `Name: schema` lines in, lines of the dump out.
@Suite struct SchemaTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let schemas: String
        let want: [String]
        let codes: [String]
        var testDescription: String { schemas }

        init(_ schemas: String, _ want: String, codes: String...) {
            self.schemas = schemas
            self.want = want.split(separator: "\n").map(String.init)
            self.codes = codes
        }
    }

    static let primitives: [Row] = [
        Row("A: {type: string}", "alias string = schemas/A named \"A\""),
        Row("A: {type: integer}", "alias integer = schemas/A named \"A\""),
        Row("A: {type: integer, format: int32}", "alias int32 = schemas/A named \"A\""),
        Row("A: {type: integer, format: int64}", "alias int64 = schemas/A named \"A\""),
        Row("A: {type: number}", "alias double = schemas/A named \"A\""),
        Row("A: {type: number, format: float}", "alias float = schemas/A named \"A\""),
        Row("A: {type: number, format: decimal}", "alias decimal = schemas/A named \"A\""),
        Row("A: {type: boolean}", "alias boolean = schemas/A named \"A\""),
        Row("A: {type: string, format: date-time}", "alias dateTime = schemas/A named \"A\""),
        Row("A: {type: string, format: date}", "alias date = schemas/A named \"A\""),
        Row("A: {type: string, format: uuid}", "alias uuid = schemas/A named \"A\""),
        Row("A: {type: string, format: uri}", "alias uri = schemas/A named \"A\""),
        Row("A: {type: string, format: byte}", "alias base64 = schemas/A named \"A\""),
        Row("A: {type: string, contentEncoding: base64}", "alias base64 = schemas/A named \"A\""),
        Row("A: {type: string, format: binary}", "alias string = schemas/A named \"A\""),
        Row("A: {type: string, format: made-up}", "alias string = schemas/A named \"A\""),
        Row("A: {}", "alias any = schemas/A named \"A\""),
        Row("A: true", "alias any = schemas/A named \"A\""),
        Row("A: {type: array, items: {type: string}}", "alias [string] = schemas/A named \"A\""),
        Row("A: {type: array}", "alias [any] = schemas/A named \"A\""),
        Row(
            "A: {type: array, prefixItems: [{type: string}]}",
            """
            tuple schemas/A named "A"
              item string required
              rest any
            """),
        Row(
            "A: {type: array, minItems: 1, prefixItems: [{type: string}, {type: integer}], items: {type: boolean}}",
            """
            tuple schemas/A named "A"
              item string required
              item integer
              rest boolean
            """),
        Row("A: {type: object}", "alias {any} = schemas/A named \"A\""),
        Row("A: {type: object, additionalProperties: {type: number}}", "alias {double} = schemas/A named \"A\""),
        Row(
            "A: {type: object, additionalProperties: false}",
            """
            record schemas/A named "A"
              additional forbidden
            """),
    ]

    static let records: [Row] = [
        Row(
            "A: {required: [a, b], properties: {a: {type: string}, b: {type: [string, 'null']}, c: {type: integer}}}",
            """
            record schemas/A named "A"
              field "a" string required
              field "b" string? required
              field "c" integer
            """),
        Row(
            "A: {properties: {a: {const: x}, b: {enum: [1]}, c: {enum: [true]}}, additionalProperties: {type: string}}",
            """
            record schemas/A named "A"
              field "a" string constant "x"
              field "b" integer constant 1
              field "c" boolean constant true
              additional {string}
            """.replacing("{string}", with: "string")),
        Row(
            "A: {properties: {a: {$ref: '#/components/schemas/K'}}}\nK: {type: string, enum: [k]}",
            """
            record schemas/A named "A"
              field "a" string constant "k"
            enum string schemas/K named "K"
              case "k"
            """),
        Row(
            "A: {properties: {a: {type: integer, default: 3}, b: {type: string, readOnly: true, deprecated: true}}}",
            """
            record schemas/A named "A"
              field "a" integer default 3
              field "b" string read-only deprecated
            """),
        Row(
            "A: {properties: {a: {type: integer, default: x}, b: {type: integer, default: 1e400}}}",
            """
            record schemas/A named "A"
              field "a" integer
              field "b" integer
            """, codes: "bad-default", "bad-default"),
        Row(
            "A: {properties: {a: {x-apus-name: b, x-speakeasy-name-override: c, type: string}}}",
            """
            record schemas/A named "A"
              field "a" string as "b"
            """),
        Row(
            "A: {required: [c], properties: {a: {x-apus-ignore: true}, b: {$ref: '#/components/schemas/B'}, "
                + "c: {x-speakeasy-ignore: true, type: string}}}\nB: {x-speakeasy-ignore: true, type: string}",
            """
            record schemas/A named "A"
              field "c" string required
            alias string = schemas/B named "B"
            """),
        Row(
            "A: {x-apus-name: Other, properties: {b: {properties: {c: {type: array, items: {required: [d], "
                + "properties: {d: {}}}}}}}}",
            """
            record schemas/A named "Other"
              field "b" schemas/A/b
            record schemas/A/b in schemas/A property "b"
              field "c" [schemas/A/b/c/[]]
            record schemas/A/b/c/[] in schemas/A/b property "c"
              field "d" any required
            """),
    ]

    static let nullability: [Row] = [
        Row(
            "A: {properties: {a: {$ref: '#/components/schemas/N'}, b: {type: array, items: {$ref: "
                + "'#/components/schemas/N'}}}}\nN: {type: [object, 'null'], properties: {x: {type: string}}}",
            """
            record schemas/A named "A"
              field "a" schemas/N?
              field "b" [schemas/N?]
            record schemas/N named "N"
              field "x" string
            """),
        Row(
            "A: {properties: {a: {anyOf: [{type: string}, {type: 'null'}]}, b: {oneOf: [{type: 'null'}, {$ref: "
                + "'#/components/schemas/B'}]}, c: {type: [string, 'null'], enum: [x, y, null]}}}\nB: {type: string}",
            """
            record schemas/A named "A"
              field "a" string?
              field "b" schemas/B?
              field "c" schemas/A/c?
            enum string schemas/A/c in schemas/A property "c"
              case "x"
              case "y"
            alias string = schemas/B named "B"
            """),
        Row(
            "A: {properties: {a: {allOf: [{$ref: '#/components/schemas/B'}], nullable: true}}}\nB: {type: string}",
            """
            record schemas/A named "A"
              field "a" schemas/B?
            alias string = schemas/B named "B"
            """, codes: "nullable-keyword"),
        Row(
            "A: {properties: {a: {type: 'null'}, b: {anyOf: [{}, {type: 'null'}]}, c: {enum: [x, null]}}}",
            """
            record schemas/A named "A"
              field "a" any?
              field "b" any
              field "c" schemas/A/c?
            enum string schemas/A/c in schemas/A property "c"
              case "x"
            """),
    ]

    static let compositions: [Row] = [
        Row(
            "A: {allOf: [{$ref: '#/components/schemas/B'}, {required: [x, y], properties: {y: {type: integer}, "
                + "x: {type: boolean}}}]}\nB: {properties: {x: {type: string}}}",
            """
            record schemas/A named "A"
              field "x" boolean required
              field "y" integer required
            record schemas/B named "B"
              field "x" string
            """, codes: "all-of-conflict"),
        Row(
            "A: {properties: {a: {allOf: [{$ref: '#/components/schemas/E'}, {description: Words}]}}}\nE: {enum: [p, q]}",
            """
            record schemas/A named "A"
              field "a" schemas/E
                description "Words"
            enum string schemas/E named "E"
              case "p"
              case "q"
            """),
        Row(
            "A: {$ref: '#/components/schemas/B', description: Words}\nB: {type: string}",
            """
            alias schemas/B = schemas/A named "A"
              description "Words"
            alias string = schemas/B named "B"
            """),
        Row(
            "A: {allOf: [{$ref: '#/components/schemas/B'}, {required: [x]}]}\nB: {properties: {x: {type: string}}}",
            """
            record schemas/A named "A"
              field "x" string required
            record schemas/B named "B"
              field "x" string
            """),
        Row(
            "A: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {x: {}}}]}",
            """
            record schemas/A named "A"
              field "x" any
            """, codes: "allof-cycle"),
        Row(
            "A: {properties: {a: {$ref: '#/components/schemas/A'}, b: {$ref: '#/components/schemas/A/properties/c'}, "
                + "c: {properties: {d: {type: string}}}}}",
            """
            record schemas/A named "A"
              field "a" schemas/A
              field "b" pointers/components/schemas/A/properties/c
              field "c" pointers/components/schemas/A/properties/c
            record pointers/components/schemas/A/properties/c in schemas/A property "c"
              field "d" string
            """),
        Row(
            "A: {type: array, items: {$ref: '#/components/schemas/A'}}", "alias [any] = schemas/A named \"A\"",
            codes: "schema-cycle"),
    ]

    static let enumerations: [Row] = [
        Row(
            "A: {type: string, enum: [a, 'b c', a], x-enum-varnames: [First, Second], x-enum-descriptions: [One]}",
            """
            enum string schemas/A named "A"
              case "a" as "First"
                description "One"
              case "b c" as "Second"
            """, codes: "duplicate-enum-value", "enum-names-count"),
        Row(
            "A: {type: integer, enum: [0, -1]}",
            """
            enum integer schemas/A named "A"
              case 0
              case -1
            """),
        Row(
            "A: {type: string, enum: [yes, 1, true]}",
            """
            enum string schemas/A named "A"
              case "yes"
              case "1"
              case "true"
            """),
        Row(
            "A: {enum: [a, 1]}",
            """
            union jsonKind schemas/A named "A"
              variant "number" schemas/A/|number if kind integer
              variant "value" schemas/A/|value if kind string
            enum string schemas/A/|value in schemas/A variant "value"
              case "a"
            enum integer schemas/A/|number in schemas/A variant "number"
              case 1
            """),
        Row("A: {enum: [a, [1]]}", "alias any = schemas/A named \"A\"", codes: "mixed-enum"),
        Row(
            "A: {enum: [0.5, 1]}",
            """
            enum number schemas/A named "A"
              case 0.5
              case 1
            """),
        Row(
            "A: {oneOf: [{const: 1, title: one, description: First}, {const: 2, title: two}]}",
            """
            enum integer schemas/A named "A"
              case 1 as "one"
                description "First"
              case 2 as "two"
            """),
        Row(
            "A: {anyOf: [{type: string}, {type: string, enum: [a, b]}, {enum: [b, c]}]}",
            """
            enum string schemas/A named "A"
              case "a"
              case "b"
              case "c"
            """),
    ]

    @Test(arguments: primitives + records) func recordRow(_ row: Row) { check(row) }

    @Test(arguments: nullability + compositions + enumerations) func compositionRow(_ row: Row) { check(row) }

    private func check(_ row: Row) {
        let got = Lowered.types(row.schemas)
        #expect(got.lines == row.want)
        #expect(got.codes == row.codes)
    }
}
