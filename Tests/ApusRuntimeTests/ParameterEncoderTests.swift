import Testing

@testable import ApusRuntime

@Suite("Parameter styles")
struct ParameterEncoderTests {
    static func query(_ pairs: [EncodedPair]) -> String { pairs.map(\.text).joined(separator: "&") }

    typealias QueryRow = (
        name: String, value: JSONValue, style: ParameterStyle, explode: Bool, reserved: Bool, want: String
    )

    static let queryRows: [QueryRow] = [
        ("a string", "x", .form, true, false, "p=x"),
        ("an empty string", "", .form, true, false, "p="),
        ("null", .null, .form, true, false, ""),
        ("a boolean", true, .form, true, false, "p=true"),
        ("an integer", 42, .form, true, false, "p=42"),
        ("an exact number", .number(JSONNumber("1.50")!), .form, true, false, "p=1.50"),
        ("an empty list", [], .form, true, false, ""),
        ("an empty object", [:], .form, false, false, ""),
        ("null in a list", ["a", .null, "b"], .form, true, false, "p=a&p=b"),
        ("a comma in a list", ["a,b", "c"], .form, false, false, "p=a%2Cb,c"),
        ("null in an object", ["a": .null, "b": 1], .form, true, false, "b=1"),
        ("a space in a list", ["a b", "c"], .spaceDelimited, false, false, "p=a+b%20c"),
        ("pipes", ["a|b", "c"], .pipeDelimited, false, false, "p=a%7Cb%7Cc"),
        (
            "deep, two levels", ["a": ["b": 1], "c": ["x", "y"]], .deepObject, true, false,
            "p%5Ba%5D%5Bb%5D=1&p%5Bc%5D=x&p%5Bc%5D=y"
        ),
        ("reserved kept", "http://a/b?c=d", .form, true, true, "p=http://a/b?c=d"),
        ("reserved that would end the value", "a&b#c+d[e]", .form, true, true, "p=a%26b%23c%2Bd%5Be%5D"),
        ("reserved, escaped already", "50%25 %zz", .form, true, true, "p=50%25%20%25zz"),
        (
            "the published SDK's sample", "a b/c?d=e&f#g+h%41é😀", .form, true, false,
            "p=a+b%2Fc%3Fd%3De%26f%23g%2Bh%2541%C3%A9%F0%9F%98%80"
        ),
        (
            "all punctuation", "\"'()*!:;@$,[]|\\^`{}<>=\n-._~", .form, true, false,
            "p=%22%27%28%29%2A%21%3A%3B%40%24%2C%5B%5D%7C%5C%5E%60%7B%7D%3C%3E%3D%0A-._~"
        ),
    ]

    @Test("query: given, want")
    func queries() throws {
        for row in Self.queryRows {
            let got = try ParameterEncoder.query(
                "p", row.value, style: row.style, explode: row.explode, allowReserved: row.reserved)
            #expect(Self.query(got) == row.want, "\(row.name)")
        }
    }

    @Test("a list inside a list is refused")
    func nested() {
        for value: JSONValue in [["a": ["b"]], [["a"]]] {
            #expect(throws: RequestProblem.self) { try ParameterEncoder.query("p", value) }
        }
    }

    @Test("a deep object nested too deeply is refused")
    func deep() {
        let value = (0..<200).reduce(JSONValue.string("x")) { inner, _ in ["a": inner] }
        #expect(throws: RequestProblem.self) { try ParameterEncoder.query("p", value, style: .deepObject) }
    }

    @Test("the names of parameters and members are escaped")
    func names() throws {
        #expect(Self.query(try ParameterEncoder.query("a b[]", "x")) == "a+b%5B%5D=x")
        #expect(Self.query(try ParameterEncoder.query("p", ["a&b": "x"])) == "a%26b=x")
        #expect(try ParameterEncoder.path("a b", "x", style: .matrix) == ";a%20b=x")
    }

    @Test("header values are not escaped")
    func headers() throws {
        #expect(try ParameterEncoder.header("h", ["a b", "c/d"]) == "a b,c/d")
        #expect(try ParameterEncoder.header("h", ["R": 100, "G": 200], explode: true) == "R=100,G=200")
        #expect(try ParameterEncoder.header("h", .null) == nil)
    }

    // MARK: - The specification's own tables

    static let styles: [String: ParameterStyle] = [
        "matrix": .matrix, "label": .label, "simple": .simple, "form": .form, "spaceDelimited": .spaceDelimited,
        "pipeDelimited": .pipeDelimited, "deepObject": .deepObject,
    ]

    @Test(
        "OpenAPI's style tables", .enabled(if: Suites.available, "../shared/suites is not here"),
        arguments: ["3.0.4", "3.1.1", "3.1.2", "3.2.0"])
    func tables(version: String) throws {
        let table = try Suites.json("oas-style-tables/style-examples.json")
        var checked = 0
        for row in table["versions"]?[version]?.array ?? [] {
            let named = (row["style"]?.string ?? "").replacing("</span>", with: "")
            guard let style = Self.styles[named], let want = row["expected"]?.string.map(Self.plain),
                let input = row["input"]?.string, input != "undefined", row["na"]?.bool == false,
                let value = table["values"]?[input]
            else { continue }
            let explode = row["explode"]?.bool ?? true
            let isPath = [.matrix, .label, .simple].contains(style)
            let got =
                isPath
                ? try ParameterEncoder.path("color", value, style: style, explode: explode)
                : Self.query(try ParameterEncoder.query("color", value, style: style, explode: explode))
            #expect(got == want, "\(version) \(style) explode \(explode) \(input)")
            checked += 1
        }
        #expect(checked >= 25)
    }

    /// Without the markup and the `?` of some versions.
    static func plain(_ text: String) -> String {
        let text = text.replacing("<span style=\"white-space: nowrap;\">", with: "").replacing("</span>", with: "")
        return text.hasPrefix("?") ? String(text.dropFirst()) : text
    }

    @Test("RFC 6570's examples", .enabled(if: Suites.available, "../shared/suites is not here"))
    func uriTemplates() throws {
        let suite = try Suites.json("uritemplate-test/spec-examples-by-section.json")
        let sections: [(name: String, style: ParameterStyle, prefix: String)] = [
            ("3.2.2 Simple String Expansion", .simple, ""), ("3.2.5 Label Expansion with Dot-Prefix", .label, "."),
            ("3.2.7 Path-Style Parameter Expansion", .matrix, ";"), ("3.2.8 Form-Style Query Expansion", .form, "?"),
        ]
        var checked = 0
        for (name, style, prefix) in sections {
            for row in suite[name]?["testcases"]?.array ?? [] {
                guard let template = row[0]?.string, template.hasPrefix("{\(prefix)"), template.hasSuffix("}") else {
                    continue
                }
                let explode = template.contains("*")
                let variable = template.filter { !"{}*\(prefix)".contains($0) }
                guard let value = suite[name]?["variables"]?[variable] else { continue }
                let pairs = Self.query(try ParameterEncoder.query(variable, value, explode: explode))
                let got =
                    style == .form
                    ? (pairs.isEmpty ? "" : "?\(pairs)")
                    : try ParameterEncoder.path(variable, value, style: style, explode: explode)
                let want = row[1]?.array?.compactMap(\.string) ?? [row[1]?.string ?? ""]
                #expect(want.contains(got), "\(name) \(template): \(got)")
                checked += 1
            }
        }
        #expect(checked >= 20)
    }
}
