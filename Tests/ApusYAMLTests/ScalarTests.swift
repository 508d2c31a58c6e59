import ApusDiagnostics
import Testing

@testable import ApusYAML

/// Types of scalars by the core schema, and their text.
@Suite struct ScalarTests {
    /// YAML 1.2.2, 10.3.2, with the spellings of YAML 1.1 that are text today.
    static let plain: [(text: String, kind: YAMLScalar.Kind)] = [
        ("null", .null), ("Null", .null), ("NULL", .null), ("~", .null), ("nULL", .string), ("nil", .string),
        ("true", .boolean(true)), ("True", .boolean(true)), ("TRUE", .boolean(true)), ("tRUE", .string),
        ("false", .boolean(false)), ("False", .boolean(false)), ("FALSE", .boolean(false)),
        ("yes", .string), ("no", .string), ("on", .string), ("off", .string), ("y", .string), ("N", .string),
        ("0", .integer), ("-0", .integer), ("+12", .integer), ("010", .integer), ("0o17", .integer),
        ("0x1F", .integer), ("9223372036854775808", .integer), ("123456789012345678901234567890", .integer),
        ("0o8", .string), ("0x", .string), ("0xg", .string), ("-0x1", .string), ("0b1", .string), ("1_000", .string),
        ("1.", .float), (".5", .float), ("-.5", .float), ("1e400", .float), ("1E-3", .float), ("+1.5e+3", .float),
        (".inf", .float), ("-.Inf", .float), ("+.INF", .float), (".nan", .float), (".NaN", .float), ("-.nan", .string),
        (".", .string), ("+", .string), ("-", .string), ("1e", .string), ("1e+", .string), ("e1", .string),
        ("1.2.3", .string), ("12:30", .string), ("2020-01-01", .string), ("1 2", .string), (".e1", .string),
        ("text", .string), ("=", .string), ("<<", .string), ("é", .string),
    ]

    @Test func plainScalarsFollowTheCoreSchema() {
        for row in Self.plain where row.text != "-" {
            let item = read("- \(row.text)\n").value?.sequence?.first?.scalar
            #expect(item == YAMLScalar(text: row.text, kind: row.kind), "\(row.text)")
        }
    }

    @Test func quotedScalarsAreStrings() {
        for row in Self.plain {
            for quoted in ["'\(row.text)'", "\"\(row.text)\"", "!!str '\(row.text)'", "! \(row.text)"] {
                guard quoted != "! -" else { continue }
                let item = read("- \(quoted)\n").value?.sequence?.first?.scalar
                #expect(item == YAMLScalar(text: row.text, kind: .string), "\(quoted)")
            }
        }
    }

    @Test func tagsOfJSONsTypesAreHonoured() {
        let rows: [(text: String, kind: YAMLScalar.Kind)] = [
            ("!!int '3'", .integer), ("!!float 3", .float), ("!!float .5", .float), ("!!bool \"true\"", .boolean(true)),
            ("!!null ''", .null), ("!!str 3", .string), ("!!str null", .string),
            ("!<tag:yaml.org,2002:int> 3", .integer),
        ]
        for row in rows {
            let result = read("- \(row.text)\n")
            #expect(result.value?.sequence?.first?.scalar?.kind == row.kind, "\(row.text)")
            #expect(result.diagnostics == [], "\(row.text)")
        }
    }

    @Test func emptyValuesAreNull() {
        let mapping = read("a:\nb: ''\nc: # comment\n").value?.mapping
        #expect(mapping?["a"]?.scalar == YAMLScalar(text: "", kind: .null))
        #expect(mapping?["b"]?.scalar == YAMLScalar(text: "", kind: .string))
        #expect(mapping?["c"]?.scalar == YAMLScalar(text: "", kind: .null))
    }

    @Test func stylesFoldAndUnescape() {
        let rows: [(yaml: String, text: String)] = [
            ("|\n  a\n  b\n", "a\nb\n"), (">\n  a\n  b\n", "a b\n"), ("|-\n  a\n\n", "a"), ("|+\n  a\n\n", "a\n\n"),
            ("'it''s'", "it's"), ("\"\\t\\x41\\u00e9\\U0001F600\\/\"", "\tAé😀/"), ("a\n  b", "a b"),
            ("\"a\n  b\"", "a b"),
            ("\"a\\\n  b\"", "ab"), ("\"\\0\"", "\0"),
        ]
        for row in rows {
            #expect(read("k: \(row.yaml)").value?.mapping?["k"]?.scalar?.text == row.text, "\(row.yaml)")
        }
    }

    @Test func lineSeparatorsOfUnicodeAreText() {
        for separator in ["\u{85}", "\u{2028}", "\u{2029}"] {
            let rows = [
                "a: one\(separator)two\nb: 1\n", "a: 'one\(separator)two'\nb: 1\n",
                "{\"a\":\"one\(separator)two\",\n\"b\": 1}",
            ]
            for row in rows {
                let mapping = read(row).value?.mapping
                #expect(mapping?["a"]?.scalar?.text == "one\(separator)two", "\(row.debugDescription)")
                #expect(mapping?["b"]?.range.start.line == 2, "\(row.debugDescription)")
            }
        }
        // Private-use characters of the text's own, raw and escaped, stay what they are.
        let text = "a: \u{E000}\u{2028}\u{E001}\nb: \"\\uE002\\U0000E003\u{2029}\"\n"
        let mapping = read(text).value?.mapping
        #expect(mapping?["a"]?.scalar?.text == "\u{E000}\u{2028}\u{E001}")
        #expect(mapping?["b"]?.scalar?.text == "\u{E002}\u{E003}\u{2029}")
    }

    @Test func keysAreTakenByTheirText() {
        let keys = read("200: a\ntrue: b\nnull: c\n? d\n: e\n'quoted': f\n").value?.mapping?.pairs.map(\.key)
        #expect(keys == ["200", "true", "null", "d", "quoted"])
    }

    @Test func lookupComparesBytes() {
        let mapping = read("\"\\u00e9\": 1\n\"e\\u0301\": 2\n").value?.mapping
        #expect(mapping?["\u{E9}"]?.scalar?.text == "1")
        #expect(mapping?["e\u{301}"]?.scalar?.text == "2")
    }
}
