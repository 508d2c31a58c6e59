import ApusDiagnostics
import ApusJSONPath
import ApusYAML
import Testing

/// What the compliance suite does not ask: messages, budgets, YAML's own scalars, hostile patterns.
@Suite struct QueryTests {
    private func select(
        _ query: String, _ text: String, limits: JSONPathLimits = .init()
    ) throws -> [String] {
        let file = SourceFile(path: "test.yaml", contents: text)
        let root = try #require(YAMLReader.read(file).value)
        return try JSONPath(query).select(in: root, limits: limits).map(\.path)
    }

    @Test(arguments: [
        ("", "a query begins with `$` at character 1"),
        ("info", "a query begins with `$` at character 1"),
        ("$.x-name", "`-` is not expected at character 4"),
        ("$[", "a selector is missing at character 3"),
        ("$[?@.a==]", "`]` is not expected at character 9"),
        (
            "$[?lenght(@.a)==1]",
            "there is no function `lenght`; known are `count`, `length`, `match`, `search`, `value` at character 4"
        ),
        ("$[?@.*==1]", "a query that may select several nodes cannot be compared at character 4"),
        ("$['a", "the closing quote is missing at character 5"),
    ])
    func messages(query: String, message: String) {
        let error = #expect(throws: JSONPathError.self) { _ = try JSONPath(query) }
        #expect(error?.description == message)
    }

    @Test func hyphensWhereAskedFor() throws {
        let file = SourceFile(path: "test.yaml", contents: "x-a: {b-c: 1}")
        let root = try #require(YAMLReader.read(file).value)
        let path = try JSONPath("$.x-a.b-c", allowsHyphens: true)
        #expect(try path.select(in: root).map(\.path) == ["$['x-a']['b-c']"])
    }

    @Test(arguments: [
        ("$[?@==16]", ["$[0]", "$[1]", "$[2]", "$[3]"]),
        ("$[?@>1e300]", ["$[4]"]),
        ("$[?@!=@]", ["$[5]"]),
        ("$[?@==9007199254740993]", ["$[6]"]),
        ("$[?@==true]", ["$[7]"]),
        ("$[?@==null]", ["$[8]", "$[9]"]),
    ])
    func scalarsOfYAML(query: String, want: [String]) throws {
        let text = "[16, 0x10, 0o20, 16.0, .inf, .nan, 9007199254740993, True, ~, null, 9007199254740992]"
        #expect(try select(query, text) == want)
    }

    @Test(arguments: [
        ("(a*)*b", false), ("(a|a|a)*b", false), ("(a+)+", true), ("a{0,500}a{0,500}", true), ("(()){1000}a*", true),
        ("(((){1000}){1000}){1000}", false), ("((a{1000}){1000}){1000}", false), ("[", false), ("a{2,1}", false),
        ("[b-a]", false), ("\\p{Xx}", false), ("(?:a)*", false), ("\\d", false), ("a**", false), ("[^b]*", true),
        ("[-a]*", true), ("[a-]*", true), ("a|", false),
    ])
    func patternsRunInLinearTime(pattern: String, matches: Bool) throws {
        let text = String(repeating: "a", count: 1_000)
        let escaped = pattern.replacing("\\", with: "\\\\")
        let found = try select("$[?match(@, '\(escaped)')]", "[\(text)]")
        #expect(found == (matches ? ["$[0]"] : []))
    }

    @Test func deepPatternsAreNone() throws {
        let pattern = String(repeating: "(", count: 5_000) + "a" + String(repeating: ")", count: 4_000)
        #expect(try select("$[?match(@, $[0])]", "['\(pattern)', a]") == [])
    }

    @Test func nestingHasALimit() {
        for query in [
            "$[?" + String(repeating: "(", count: 100) + "@.a" + String(repeating: ")", count: 100) + "]",
            "$[?" + String(repeating: "@[?", count: 100) + "@" + String(repeating: "]", count: 101),
            "$[?" + String(repeating: "length(", count: 100) + "@" + String(repeating: ")", count: 100) + "==1]",
        ] {
            let error = #expect(throws: JSONPathError.self) { _ = try JSONPath(query) }
            #expect(error?.message == "the query is nested too deeply")
        }
        #expect(throws: JSONPathError.self) { _ = try JSONPath("$" + String(repeating: ".a", count: 10_000)) }
    }

    @Test func stepsAndMatchesAreCounted() {
        let text = "[[[1, 2, 3], [4, 5, 6]], [[7, 8, 9]]]"
        var limits = JSONPathLimits()
        limits.maximumSteps = 100
        let steps = #expect(throws: JSONPathError.self) { _ = try select("$..*..*..*", text, limits: limits) }
        #expect(steps?.description == "the query takes too many steps on this document")
        limits = JSONPathLimits()
        limits.maximumMatches = 10
        let matches = #expect(throws: JSONPathError.self) { _ = try select("$..*", text, limits: limits) }
        #expect(matches?.description == "the query selects too many nodes of this document")
    }

    @Test func deepDocumentsAreNoTrouble() throws {
        let text = String(repeating: "[", count: 60) + String(repeating: "]", count: 60)
        #expect(try select("$..*", text).count == 59)
        #expect(try select("$[?@==$[0]]", text).count == 1)
    }
}
