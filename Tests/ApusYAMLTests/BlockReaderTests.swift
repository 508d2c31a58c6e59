import ApusDiagnostics
import Foundation
import Testing

@testable import ApusYAML

/// What `BlockReader` reads, it reads as libyaml does, every place included; what it does not read, it leaves alone.
@Suite struct BlockReaderTests {
    /// A text, and whether it is read without libyaml.
    private static let rows: [(text: String, isRead: Bool)] = [
        ("", false), ("\n", false), ("# nothing", false), ("a", true), ("'a'", true), ("- a", true), ("a: b", true),
        ("---\na: b\n", true), ("--- a", false), ("a: b\n---\nc: d", false), ("a: b\n...\n", false), ("---a", false),
        ("a:", true), ("-", true), ("a:\n", true), ("a:\nb:\n", true), ("-\n-\n", true), ("- -\n  - a\n-\n", true),
        ("a:\n  b\nc: d", true), ("a:\n  'b'\nc: d", true), ("a: b\n c: d", false), ("a:\n  b\n  c", false),
        ("a: b\n  c", false), ("a: b: c", false), ("a: 'b': c", false), ("a: - b", false), ("- a\nb: c", false),
        ("a: b\n- c", false), ("a:\n- b\n- c\nd: e", true), ("a:\n  - b\n  - c\nd: e", true),
        ("- - a\n  - b\n- c", true),
        ("- a: b\n  c: d\n- e", true), ("- a:\n  - b\n  c: d", true), ("- a:\n    b: c\n   d: e", false),
        ("a:\n    b: c\n  d: e", false), ("  a: b\n  c: d\n", true), ("  a: b\nc: d\n", false), ("a:\n-\n-\n", true),
        ("a: {}\nb: []\n", true), ("{}", true), ("a: {} # b\n", true), ("a: {}b", false), ("a: { }", false),
        ("a: [b]", false), ("{}: a", false), ("- {}\n- []\n- {}: a", false), ("a: b # c\n# d\n\n  # e\nf: g", true),
        ("a: b#c", true), ("a:#b", true), ("a: 'b'#c", false), ("a : b", true), ("'a' : b", true), ("'a':b", false),
        ("a: b c  d  \n", true), ("a: 'it''s'", true), ("a: ''", true), ("a: ''''", true), ("a: 'b", false),
        ("a: 'b\n  c'", false), ("a: \"b\\n\\t\\\"\\\\\\/\\r\"", true), ("a: \"\\u00e9\"", false), ("a: \"b\\", false),
        ("a: \"\"", true), ("\"a\\n\": b", true), ("a: é\nü: 'ö' # ß\nä : \"ë\" ", true), ("- é: ü", true),
        ("a: 1\nb: -1.5\nc: true\nd: null\ne: ~\nf: .5\ng: 0x1F\n200: x", true), ("a: - ", false), ("- -1", true),
        ("a: &b c", false), ("a: *b", false), ("a: !b c", false), ("a: |\n  b", false), ("a: >\n  b", false),
        ("? a\n: b", false), ("a: ?b", false), ("a: ,b", false), ("a: %b", false), ("%YAML 1.2\n---\na: b", false),
        ("a: @b", false), ("a: `b", false), ("<<: a", false), ("a: <<", false), ("'<<': a", true), ("a:\tb", false),
        ("a: b\tc", false), ("\ta: b", false), ("a: b\r\nc: d", false), ("a: b\n\t\nc: d", false),
        ("a: b # c\rd: e", false), ("# a\rb: c", false),
        ("a: 1\na: 2", false),
        ("\u{FEFF}a: b", false), ("a: b\n\u{FEFF}c: d", false), ("a: b\u{85}c", false), ("a: 'b\u{7F}'", false),
        ("a:b: c", true), ("a::b: c", true), ("a: ::", false), ("a: b:c", true), ("http://a: b", true),
        ("a: x-y", true),
    ]

    @Test(arguments: rows.indices) func row(_ index: Int) throws {
        let row = Self.rows[index]
        let isRead = try agreesWithLibYAML(Array(row.text.utf8))
        #expect(isRead == row.isRead, "\(row.text)")
    }

    @Test func keysAreAsLongAsLibYAMLHasThem() throws {
        for length in [999, 1_000, 1_001, 1_023, 1_024, 1_025] {
            let (key, quoted) = (String(repeating: "k", count: length), String(repeating: "k", count: length - 2))
            for text in ["\(key): a", "'\(quoted)': a", "\(key)   : a"] {
                #expect(try agreesWithLibYAML(Array(text.utf8)) == (length <= 1_000))
            }
        }
    }

    @Test func budgetsHold() throws {
        var limits = YAMLLimits()
        limits.maximumDepth = 3
        limits.maximumNodes = 6
        for text in [
            "- - - a", "- - - - a", "a:\n  b:\n    c: d", "a: b\nc: d", "a: b\nc: d\ne: f", "a: b\nc: d\ne: f\ng:",
        ] {
            _ = try agreesWithLibYAML(Array(text.utf8), limits)
        }
        #expect(read("- - - - a", limits: limits).diagnostics.first?.code == "yaml-depth")
        #expect(read("a: b\nc: d\ne: f\ng:", limits: limits).diagnostics.first?.code == "yaml-size")
    }

    /// Rows with one character put in, taken out or made another at each place: most break a rule.
    @Test func everyChangeOfARow() throws {
        let signs = Array(" \n\t\r:-#'\"\\{}[],?&*!|>%@`~.a1é".unicodeScalars)
        var count = 0
        for (text, _) in Self.rows where text.unicodeScalars.count < 24 {
            let scalars = Array(text.unicodeScalars)
            for place in 0...scalars.count {
                for sign in signs {
                    var added = scalars
                    added.insert(sign, at: place)
                    _ = try agreesWithLibYAML(Self.bytes(added))
                    count += 1
                    guard place < scalars.count else { continue }
                    added.remove(at: place + 1)
                    _ = try agreesWithLibYAML(Self.bytes(added))
                }
                guard place < scalars.count else { continue }
                var less = scalars
                less.remove(at: place)
                _ = try agreesWithLibYAML(Self.bytes(less))
            }
        }
        #expect(count > 20_000)
    }

    /// Texts made of pieces that matter to the structure, the same in every run.
    @Test func mixtures() throws {
        let pieces = [
            "\n", "\n", "\n", "\n  ", "\n    ", "\n  ", "- ", "- ", "-", "a: ", "b:", "c: d", "e", "'f'", "\"g\"", "{}",
            "[]",
            " # h", "1", " ", "é: ", "'i': ", "k : ", "\n- ", "\n  - ",
        ]
        var state: UInt64 = 1
        var readAlone = 0
        for _ in 0..<40_000 {
            var text = ""
            for _ in 0..<(3 + state >> 33 % 14) {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(state >> 33) % pieces.count]
            }
            if try agreesWithLibYAML(Array(text.utf8)) { readAlone += 1 }
        }
        #expect(readAlone > 1_000)
    }

    @Test(.enabled(if: Suites.available, "../shared/suites is not here"))
    func suite() throws {
        let cases = try YAMLTestCase.all()
        for testCase in cases {
            for length in 0...testCase.input.count { _ = try agreesWithLibYAML(Array(testCase.input.prefix(length))) }
        }
        #expect(cases.count == 402)
    }

    @Test(.enabled(if: Suites.available, "../shared/corpus is not here"))
    func corpus() throws {
        let folder = Suites.folder.deletingLastPathComponent().appendingPathComponent("corpus")
        let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        let texts = paths.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted()
        var readAlone = 0
        for path in texts where try agreesWithLibYAML(Suites.bytes(folder.appendingPathComponent(path))) {
            readAlone += 1
        }
        print("\(readAlone) of \(texts.count) YAML texts are read without libyaml")
        #expect(readAlone > 500)
    }

    /// - Returns: whether the text was read without libyaml.
    private func agreesWithLibYAML(_ bytes: [UInt8], _ limits: YAMLLimits = .init()) throws -> Bool {
        let file = SourceFile(path: "test.yaml", bytes: bytes)
        guard let agree = YAMLReader.readersAgree(on: file, limits: limits) else { return false }
        #expect(agree, "\(String(decoding: bytes.prefix(200), as: UTF8.self))")
        return true
    }

    private static func bytes(_ scalars: [Unicode.Scalar]) -> [UInt8] {
        Array(String(String.UnicodeScalarView(scalars)).utf8)
    }
}
