import ApusDiagnostics
import Testing

@testable import ApusYAML

/// Anchors, aliases and merge keys, within their budget.
@Suite struct AliasTests {
    @Test func aliasesStandForTheirAnchorsNode() {
        let rows: [(yaml: String, json: String)] = [
            ("a: &x 1\nb: *x\n", #"{"a":1,"b":1}"#),
            ("a: &x {k: [1]}\nb: [*x, *x]\n", #"{"a":{"k":[1]},"b":[{"k":[1]},{"k":[1]}]}"#),
            ("&k key: &v text\n*v : *k\n", #"{"key":"text","text":"key"}"#),
            ("[&x 1, *x, &x 2, *x]", "[1,1,2,2]"),
            // The anchor that began last counts, also where it lies inside another of its name.
            ("a: &x [&x 1, *x]\nb: *x\n", #"{"a":[1,1],"b":1}"#),
            ("a: &x\nb: *x\n", #"{"a":null,"b":null}"#),
        ]
        for row in rows { expectEqual(row.yaml, row.json) }
    }

    @Test func mergeKeysGivePairs() {
        let rows: [(yaml: String, json: String)] = [
            ("a: &a {x: 1, y: 2}\nb: {<<: *a, y: 3}\n", #"{"a":{"x":1,"y":2},"b":{"x":1,"y":3}}"#),
            (
                "- &a {x: 1, y: 2}\n- &b {y: 3, z: 4}\n- {<<: [*a, *b]}\n",
                #"[{"x":1,"y":2},{"y":3,"z":4},{"x":1,"y":2,"z":4}]"#
            ),
            ("<<: {x: 1}\ny: 2\n", #"{"x":1,"y":2}"#),
            ("- &a {x: 1}\n- &b {<<: *a, y: 2}\n- {<<: *b, z: 3}\n", #"[{"x":1},{"x":1,"y":2},{"x":1,"y":2,"z":3}]"#),
            ("'<<': {x: 1}\n", #"{"<<":{"x":1}}"#),
            ("\"<<\": 1\n<<: {x: 1}\n", #"{"<<":1,"x":1}"#),
            ("!!str <<: 1\n", #"{"<<":1}"#),
            ("- &a {x: 1, y: 2}\n- !!merge <<: *a\n  y: 3\n", #"[{"x":1,"y":2},{"x":1,"y":3}]"#),
            ("- {y: 3, !!merge <<: [{x: 1, y: 2}, {x: 4, z: 5}]}\n", #"[{"y":3,"x":1,"z":5}]"#),
            ("[!!merge <<]", #"["<<"]"#),
            (#"{"<<": {"x": 1}}"#, #"{"<<":{"x":1}}"#),
            ("[<<]", #"["<<"]"#),
            ("a: {<<: []}\n", #"{"a":{}}"#),
        ]
        for row in rows { expectEqual(row.yaml, row.json) }
    }

    @Test func mergedPairsStandWhereTheMergeKeyStood() {
        let keys = read("- &a {x: 1, y: 2, z: 3}\n- {first: 0, <<: *a, y: 9, last: 0}\n").value?.sequence?[1].mapping
        #expect(keys?.pairs.map(\.key) == ["first", "x", "z", "y", "last"])
        #expect(keys?.pair("x")?.keyRange.description == "test.yaml:1:7")
    }

    @Test func faultyAliasesAreRefused() {
        let rows: [(yaml: String, code: String, place: String)] = [
            ("a: *missing\n", "yaml-alias", "1:4"),
            ("- *later\n- &later 1\n", "yaml-alias", "1:3"),
            ("&a [*a]", "yaml-alias", "1:5"),
            ("a: &a\n  b: {c: *a}\n", "yaml-alias", "2:10"),
            ("a: &a\n  <<: *a\n", "yaml-alias", "2:7"),
            ("a: &a [1]\n*a : 2\n", "yaml-complex-key", "2:1"),
            ("<<: 1\n", "yaml-merge", "1:1"),
            ("!!merge a: {b: 1}\n", "yaml-tag", "1:1"),
            ("a: &a\n  !!merge <<: *a\n", "yaml-alias", "2:15"),
            ("a: &a\n  <<: [{x: 1}, *a]\n", "yaml-alias", "2:16"),
            ("<<: [{a: 1}, 2]\n", "yaml-merge", "1:1"),
            ("<<:\n", "yaml-merge", "1:1"),
            ("a:\n  <<: {a: 1}\n  <<: {b: 1}\n", "yaml-duplicate-key", "3:3"),
        ]
        for row in rows { expectError(row.yaml, row.code, row.place) }
    }

    @Test func aliasBombsEndAtTheBudget() {
        let levels = (1...9).map { level in
            "l\(level): &l\(level) [\(Array(repeating: "*l\(level - 1)", count: 9).joined(separator: ", "))]\n"
        }
        expectError(
            "l0: &l0 [\(Array(repeating: "x", count: 9).joined(separator: ", "))]\n" + levels.joined(),
            "yaml-alias-budget")
        // One large node, taken often: as a collection, as a text, as a merge source.
        let many = String(repeating: "- *a\n", count: 10_000)
        expectError("- &a [\(String(repeating: "x,", count: 100_000))]\n" + many, "yaml-alias-budget")
        expectError("- &a \(String(repeating: "x", count: 1_000_000))\n" + many, "yaml-alias-budget")
        let pairs = (0..<1000).map { "k\($0): 1" }.joined(separator: ", ")
        expectError("- &a {\(pairs)}\n" + String(repeating: "- {<<: *a}\n", count: 1000), "yaml-alias-budget")
    }

    @Test func aliasChainsCountAsDepth() {
        let links = (1...50_000).map { "- &a\($0) [*a\($0 - 1)]\n" }.joined()
        expectError("- &a0 [x]\n" + links, "yaml-depth", "64:9")
        #expect(read("- &a0 [x]\n" + (1...62).map { "- &a\($0) [*a\($0 - 1)]\n" }.joined()).diagnostics == [])
    }

    @Test func mergingAddsNoDepth() {
        let chain = (1...100).map { "- &a\($0) {<<: *a\($0 - 1), k\($0): 1}\n- {<<: [*a\($0)]}\n" }.joined()
        let result = read("- &a0 {k0: 1}\n" + chain)
        #expect(result.diagnostics == [])
        #expect(result.value?.sequence?.last?.mapping?.pairs.count == 101)
        // Further down the limit holds as everywhere.
        let deep = String(repeating: "[", count: 60) + String(repeating: "]", count: 60)
        expectError("- &a {k: \(deep)}\n- {a: {b: {<<: *a}}}\n", "yaml-depth", "2:16")
    }

    @Test func budgetIsTheLargerOfBothLimits() {
        var limits = YAMLLimits()
        limits.aliasBudget = 10
        limits.aliasFactor = 2
        // Written: the sequence, the anchor's node, and what the aliases add.
        #expect(read("[&a x, *a, *a]", limits: limits).hasErrors == false)
        #expect(read("[&a x" + String(repeating: ", *a", count: 8) + "]", limits: limits).hasErrors == false)
        #expect(read("[&a x" + String(repeating: ", *a", count: 9) + "]", limits: limits).hasErrors)
        #expect(
            read(
                "[" + String(repeating: "y, ", count: 20) + "&a x" + String(repeating: ", *a", count: 22) + "]",
                limits: limits
            ).hasErrors == false)
        #expect(
            read(
                "[" + String(repeating: "y, ", count: 20) + "&a x" + String(repeating: ", *a", count: 23) + "]",
                limits: limits
            ).hasErrors)
        limits.aliasFactor = .max
        #expect(read("[&a x" + String(repeating: ", *a", count: 99) + "]", limits: limits).hasErrors == false)
        limits.aliasBudget = .min
        limits.aliasFactor = .min
        #expect(read("[&a x, *a]", limits: limits).hasErrors)
    }

    private func expectEqual(_ yaml: String, _ json: String) {
        let result = read(yaml)
        let want = read(json).value.map { Value($0) }
        #expect(result.diagnostics == [], "\(yaml)")
        #expect(want != nil && result.value.map { Value($0) } == want, "\(yaml)")
    }
}

/// Expects a text's first error to have a code and, where given, a place `line:column`.
func expectError(
    _ text: String, _ code: String, _ place: String? = nil, location: SourceLocation = #_sourceLocation
) {
    let error = read(text).diagnostics.first
    let name = text.unicodeScalars.prefix(80).map { String($0) }.joined().debugDescription
    #expect(error?.code == code, "\(name)", sourceLocation: location)
    let start = error?.location?.start
    if let place { #expect(start.map { "\($0.line):\($0.column)" } == place, "\(name)", sourceLocation: location) }
    #expect(error?.severity == .error && error?.hint != nil, "\(name)", sourceLocation: location)
}
