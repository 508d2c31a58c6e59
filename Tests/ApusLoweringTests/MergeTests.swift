import ApusDiagnostics
import ApusIR
import ApusLowering
import Testing

/// Equal types, unused types, hostile shapes.
@Suite struct MergeTests {
    @Test func inlineTypesEqualToOthersAreThese() {
        let got = Lowered.types(
            """
            A: {properties: {p: {properties: {x: {type: string}, k: {const: a}}}}}
            B: {properties: {p: {description: Words, properties: {x: {type: string}, k: {const: a}}}}}
            C: {properties: {p: {properties: {x: {type: string}, k: {const: c}}}}}
            D: {properties: {p: {properties: {x: {type: string}}}}}
            E: {properties: {x: {type: string}}}
            F: {properties: {x: {type: string}}}
            """)
        #expect(
            got.lines == [
                "record schemas/A named \"A\"",
                "  field \"p\" schemas/A/p",
                "record schemas/A/p in schemas/A property \"p\"",
                "  field \"x\" string",
                "  field \"k\" string constant \"a\"",
                "record schemas/B named \"B\"",
                "  field \"p\" schemas/A/p",
                "    description \"Words\"",
                "record schemas/C named \"C\"",
                "  field \"p\" schemas/C/p",
                "record schemas/C/p in schemas/C property \"p\"",
                "  field \"x\" string",
                "  field \"k\" string constant \"c\"",
                "record schemas/D named \"D\"",
                "  field \"p\" schemas/E",
                "record schemas/E named \"E\"",
                "  field \"x\" string",
                "record schemas/F named \"F\"",
                "  field \"x\" string",
            ])
    }

    @Test func whatEqualTypesHoldMergesFirst() {
        let inner = "{properties: {q: {properties: {x: {type: string}}}}}"
        let got = Lowered.types("A: {properties: {p: \(inner)}}\nB: {properties: {r: \(inner)}}")
        #expect(got.lines.filter { $0.hasPrefix("record") }.count == 4)
        #expect(got.lines.contains("  field \"r\" schemas/A/p"))
    }

    @Test func keysThatDifferOnlyInCompositionStayTwo() {
        let got = Lowered.types("A: {properties: {\"\\u00E9\": {type: string}, \"e\\u0301\": {type: integer}}}")
        #expect(
            got.lines == [
                "record schemas/A named \"A\"", "  field \"\\u{E9}\" string", "  field \"e\\u{301}\" integer",
            ])
    }

    @Test func doublingPartsStayLinear() {
        var schemas = "S60: {properties: {x: {type: string}}}\n"
        for index in 0..<60 {
            let next = "{$ref: '#/components/schemas/S\(index + 1)'}"
            schemas += "S\(index): {allOf: [\(next), \(next)]}\nU\(index): {oneOf: [\(next), {type: string}]}\n"
        }
        #expect(Lowered.types(schemas).codes.isEmpty)
    }

    @Test func partsThatOnlyLeadToThemselvesEnd() {
        var schemas = ""
        for index in 0..<200 {
            schemas += "S\(index): {allOf: [{$ref: '#/components/schemas/S\((index + 1) % 200)'}]}\n"
            schemas += "U\(index): {oneOf: [{$ref: '#/components/schemas/S\(index)'}, {type: string}]}\n"
        }
        #expect(Lowered.types(schemas).codes == ["schema-cycle"])
    }

    @Test func veryDeepPartsAreRefused() {
        var schemas = "S1000: {properties: {x: {type: string}}}\n"
        for index in 0..<1000 {
            schemas +=
                "S\(index): {allOf: [{$ref: '#/components/schemas/S\(index + 1)'}, {properties: {p\(index): {}}}]}\n"
        }
        #expect(Lowered.types(schemas).codes == ["allof-limit"])
    }

    @Test func wideUnionsStayLinear() {
        var schemas = "U: {oneOf: ["
        for index in 0..<3000 { schemas += "{required: [t], properties: {t: {const: v\(index)}}}, " }
        schemas += "{type: string}]}\n"
        let got = Lowered.types(schemas)
        #expect(got.codes.isEmpty)
        #expect(got.lines.filter { $0.hasPrefix("  variant") }.count == 3001)
    }

    @Test func constantsWithUnlikeKindsOfKeysMakeNoTag() {
        let got = Lowered.types("U: {anyOf: [{properties: {a: {const: 1}}}, {properties: {a: {const: 1}}}]}")
        #expect(got.lines.first?.hasPrefix("union") == true)
    }

    @Test func propertiesInPropertiesOfUnionsStayLinear() {
        var schema = "{type: string}"
        for index in 0..<14 {
            schema =
                "{properties: {p\(index): \(schema)}, oneOf: [{required: [a], properties: {a: {}}}, "
                + "{required: [b], properties: {b: {}}}]}"
        }
        let got = Lowered.types("A: \(schema)")
        #expect(got.codes.isEmpty)
        #expect(got.lines.filter { $0.hasPrefix("union") }.count == 14)
    }

    @Test func longChainsOfReferencesIntoTheDocumentEnd() {
        var text = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n"
        text += "    A: {properties: {n: {$ref: '#/x-more/s0'}}}\nx-more:\n"
        for index in 0..<20_000 { text += "  s\(index): {properties: {n: {$ref: '#/x-more/s\(index + 1)'}}}\n" }
        text += "  s20000: {properties: {n: {$ref: '#/x-more/s20000'}}}\n"
        var options = LoweringOptions()
        options.keepsUnusedTypes = true
        #expect(Lowered.api(text, options: options)?.diagnostics.isEmpty == true)
    }
}
